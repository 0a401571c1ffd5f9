package org.oinfo.kernels;

import java.util.List;
import org.oinfo.kernels.neighbours.NeighbourKernel;
import org.oinfo.kernels.neighbours.NeighbourSamples;
import org.oinfo.kernels.neighbours.ScalarNeighbours;
import org.oinfo.kernels.posterior.PosteriorKernel;
import org.oinfo.kernels.posterior.PosteriorSamples;
import org.oinfo.kernels.posterior.ScalarPosterior;

/**
 * One implementation of the kernels, ready to run on this machine. Thread-safe; the kernels it makes are not, and whoever asked for
 * one closes it.
 */
public interface Backend {
    /** See {@link #leastScan}. */
    long LEAST_SCAN = 1L << 22;
    /** Times N^2: some 32 values of the member before the last two, which kernels want to meet the same pairs. */
    long LEAST_SCAN_PAIRS = 16;

    /** Short name that a user asks for: {@code scalar}, {@code simd}, {@code native}. */
    String name();

    /** The implementation that really runs, for output and benchmarks: {@code simd, 8 lanes of 64 bits}. */
    String description();

    /** Bits of the vectors that it computes with, on which the last bits of sums depend; 0 where they depend on none. */
    default int vectorBits() {
        return 0;
    }

    /**
     * Whether its loops are fast only where the JVM has compiled them well, and it cannot tell itself. Such a backend has a constructor
     * without arguments and can be loaded again, with its package and those below it, by another class loader.
     */
    default boolean dependsOnCompiler() {
        return false;
    }

    /** A new kernel for batches of n-plets of {@code r}. */
    MeasuresKernel measures(CorrelationMatrix r);

    /** A new kernel that scans n-plets of {@code r}. */
    ScanKernel scan(CorrelationMatrix r, ScanSettings settings);

    /**
     * Whether its own kernels for such a scan sum determinants, see {@link Landscape#determinants}. Where they do not, {@link #scan} has
     * it done by others.
     *
     * @param settings of a level above extremes
     */
    default boolean sumsDeterminants(ScanSettings settings) {
        return true;
    }

    /** The backend that redoes a part of a scan to check it: one whose kernels run on processors. */
    default Backend onProcessors() {
        return this;
    }

    /**
     * A new kernel that scans several orders of {@code r} in one walk.
     *
     * @param settings of each order, no order twice; levels extremes and plain
     * @throws IllegalArgumentException a level above plain, or sums of determinants, on a backend whose walk does not record them
     */
    LatticeKernel lattice(CorrelationMatrix r, List<ScanSettings> settings);

    /**
     * A new kernel that grows pairs of {@code r} greedily; where a backend has none of its own, in batches of n-plets.
     *
     * @param redundant whether towards the largest Omega, else the smallest
     * @param largest order that it grows to, at most N
     */
    default GrowthKernel growth(CorrelationMatrix r, boolean redundant, int largest) {
        return new MeasuredGrowth(r.variables(), measures(r), new Canonical(r), Canonical::error, redundant, largest);
    }

    /** A new kernel that counts neighbours among samples; where a backend has none of its own, in plain Java. */
    default NeighbourKernel neighbours(NeighbourSamples samples) {
        return new ScalarNeighbours(samples);
    }

    /** A new kernel for the probabilities of the classes of samples; where a backend has none of its own, in plain Java. */
    default PosteriorKernel posterior(PosteriorSamples samples) {
        return new ScalarPosterior(samples);
    }

    /**
     * The fewest n-plets of N variables that such a scan goes through at its full speed: no block or slice of it is smaller.
     * Depends on its arguments and the kind of backend alone, because the last bit of a mean depends on it.
     */
    default long leastScan(int variables, ScanSettings settings) {
        return Math.max(LEAST_SCAN, LEAST_SCAN_PAIRS * variables * variables);
    }

    /** Number of kernels of such a scan that are best run at once, where a user allows so many threads. */
    default int scanWorkers(ScanSettings settings, int threads) {
        return threads;
    }
}
