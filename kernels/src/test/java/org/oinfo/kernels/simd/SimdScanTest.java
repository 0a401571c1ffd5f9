package org.oinfo.kernels.simd;

import jdk.incubator.vector.DoubleVector;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.ScanContract;

/** The bordered sweep, for every order. */
class SimdScanTest extends ScanContract {
    @Override
    protected Backend backend() {
        return new ForcedScan(SimdScan::new);
    }

    @Override
    protected boolean emulated() {
        return Lanes.COUNT > DoubleVector.SPECIES_PREFERRED.length();
    }
}
