package org.oinfo.kernels.foreign;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.neighbours.NeighbourContract;

class NativeNeighboursTest extends NeighbourContract {
    @Override
    protected Backend backend() {
        return Here.backend();
    }
}
