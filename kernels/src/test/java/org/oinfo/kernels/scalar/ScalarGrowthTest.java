package org.oinfo.kernels.scalar;

import org.junit.jupiter.api.Tag;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.GrowthContract;

/** The growth of a backend that has none of its own. */
@Tag("scalar")
class ScalarGrowthTest extends GrowthContract {
    @Override
    protected Backend backend() {
        return Backends.open("scalar");
    }
}
