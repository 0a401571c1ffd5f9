package org.oinfo.kernels.scalar;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.ScanContract;

class ScalarScanTest extends ScanContract {
    @Override
    protected Backend backend() {
        return Backends.open("scalar");
    }
}
