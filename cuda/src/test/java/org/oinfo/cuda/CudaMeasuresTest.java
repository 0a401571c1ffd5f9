package org.oinfo.cuda;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.MeasuresContract;

/** The contract of measures, on the stand-in for a driver. */
class CudaMeasuresTest extends MeasuresContract {
    @Override
    protected Backend backend() {
        return StandIn.backend();
    }
}
