package org.oinfo.kernels.scalar;

import org.junit.jupiter.api.Tag;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.ScanContract;

@Tag("scalar")
class ScalarScanTest extends ScanContract {
    @Override
    protected Backend backend() {
        return Backends.open("scalar");
    }
}
