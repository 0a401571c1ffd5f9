package org.oinfo.kernels.simd.lattice;

import jdk.incubator.vector.DoubleVector;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.LatticeContract;
import org.oinfo.kernels.simd.lanes.Lanes;

class SimdLatticeTest extends LatticeContract {
    @Override
    protected Backend backend() {
        return Backends.open("simd");
    }

    @Override
    protected boolean emulated() {
        return Lanes.COUNT > DoubleVector.SPECIES_PREFERRED.length();
    }
}
