package org.oinfo.kernels;

import java.util.List;

/** One implementation of the kernels, ready to run on this machine. Thread-safe; what it makes is not. */
public interface Backend {
    /** Short name that a user asks for: {@code scalar}, {@code simd}. */
    String name();

    /** What really runs, for output and benchmarks: {@code simd, 8 lanes of 64 bits}. */
    String description();

    /** A new kernel for batches of n-plets of {@code r}. */
    MeasuresKernel measures(CorrelationMatrix r);

    /** A new kernel that scans n-plets of {@code r}. */
    ScanKernel scan(CorrelationMatrix r, ScanSettings settings);

    /**
     * A new kernel that scans several orders of {@code r} in one walk.
     *
     * @param settings of each order, no order twice; levels extremes and plain
     * @throws IllegalArgumentException a level above plain, on a backend whose walk does not record it
     */
    LatticeKernel lattice(CorrelationMatrix r, List<ScanSettings> settings);
}
