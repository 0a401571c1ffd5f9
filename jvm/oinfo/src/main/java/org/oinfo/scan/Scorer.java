package org.oinfo.scan;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.GrowthKernel;
import org.oinfo.kernels.MeasuredGrowth;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/**
 * N variables whose n-plets can be scored: what a scan or a search goes through. Thread-safe; the kernels it makes belong to
 * one thread each, and whoever asked for one closes it.
 */
public interface Scorer {
    /** Number of variables N. */
    int variables();

    /** A new kernel for batches of n-plets. */
    MeasuresKernel measures();

    /** A new kernel that scans n-plets. */
    ScanKernel scan(ScanSettings settings);

    /**
     * A new kernel that grows pairs greedily.
     *
     * @param redundant whether towards the largest Omega, else the smallest
     * @param largest order that it grows to, at most N
     */
    default GrowthKernel growth(boolean redundant, int largest) {
        return new MeasuredGrowth(
                variables(),
                measures(),
                canonical(),
                order -> error(order, Double.POSITIVE_INFINITY),
                redundant,
                largest);
    }

    /** The routine whose values are reported. */
    NpletScore canonical();

    /**
     * Bound in nats on the difference of any measure between a kernel of {@link #measures} and {@link #canonical}; it grows with
     * S. It need not hold for n-plets that the kernel itself hands to the canonical routine.
     *
     * @param s S-information of an n-plet as the kernel says; infinity for the bound of all n-plets of the order
     */
    default double error(int order, double s) {
        return Canonical.error(order);
    }

    /** The fewest n-plets that a scan goes through at its full speed; see {@link Backend#leastScan}. */
    long leastScan(ScanSettings settings);

    /** Number of kernels that are best run at once; see {@link Backend#scanWorkers}. */
    int scanWorkers(ScanSettings settings, int threads);

    /** Memory that all kernels of such a scan share, about. */
    default long bytes(ScanSettings settings) {
        return 0;
    }

    /** Gaussian variables with these correlations. */
    static Scorer gaussian(Backend backend, CorrelationMatrix matrix) {
        return new GaussianScorer(backend, matrix);
    }
}
