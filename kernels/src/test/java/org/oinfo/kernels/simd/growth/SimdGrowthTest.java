package org.oinfo.kernels.simd.growth;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.GrowthContract;
import org.oinfo.kernels.simd.SimdBackend;

class SimdGrowthTest extends GrowthContract {
    @Override
    protected Backend backend() {
        return new SimdBackend();
    }
}
