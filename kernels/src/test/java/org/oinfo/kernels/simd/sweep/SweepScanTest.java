package org.oinfo.kernels.simd.sweep;

import jdk.incubator.vector.DoubleVector;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.ForcedScan;
import org.oinfo.kernels.ScanContract;
import org.oinfo.kernels.simd.SimdBackend;
import org.oinfo.kernels.simd.lanes.Lanes;

/** The bordered sweep, for every order. */
class SweepScanTest extends ScanContract {
    @Override
    protected Backend backend() {
        return new ForcedScan(new SimdBackend(), SweepScan::new);
    }

    @Override
    protected boolean emulated() {
        return Lanes.COUNT > DoubleVector.SPECIES_PREFERRED.length();
    }
}
