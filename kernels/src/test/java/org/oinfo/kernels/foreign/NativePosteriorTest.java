package org.oinfo.kernels.foreign;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.posterior.PosteriorContract;

class NativePosteriorTest extends PosteriorContract {
    @Override
    protected Backend backend() {
        return Here.backend();
    }
}
