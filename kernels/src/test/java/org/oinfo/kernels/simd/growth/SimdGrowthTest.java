package org.oinfo.kernels.simd.growth;

import jdk.incubator.vector.DoubleVector;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.GrowthContract;
import org.oinfo.kernels.simd.SimdBackend;
import org.oinfo.kernels.simd.lanes.Lanes;

class SimdGrowthTest extends GrowthContract {
    @Override
    protected Backend backend() {
        return new SimdBackend();
    }

    @Override
    protected boolean emulated() {
        return Lanes.COUNT > DoubleVector.SPECIES_PREFERRED.length();
    }
}
