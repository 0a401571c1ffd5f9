package org.oinfo.targets;

import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;

/** A Gaussian model of the sources. Thread-safe; what it makes belongs to one thread each. */
interface SourceModel {
    /** A new kernel for batches of n-plets of sources. */
    MeasuresKernel measures();

    /** A new routine whose values are reported. */
    NpletScore canonical();
}
