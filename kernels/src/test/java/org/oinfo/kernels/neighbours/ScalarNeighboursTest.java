package org.oinfo.kernels.neighbours;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;

class ScalarNeighboursTest extends NeighbourContract {
    @Override
    protected Backend backend() {
        return Backends.open("scalar");
    }
}
