package org.oinfo.kernels.foreign;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.GrowthContract;

class NativeGrowthTest extends GrowthContract {
    @Override
    protected Backend backend() {
        return Here.backend();
    }
}
