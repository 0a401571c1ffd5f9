package org.oinfo.kernels.scalar;

import org.junit.jupiter.api.Tag;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.MeasuresContract;

@Tag("scalar")
class ScalarMeasuresTest extends MeasuresContract {
    @Override
    protected Backend backend() {
        return Backends.open("scalar");
    }
}
