package org.oinfo.cuda;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.ScanContract;

/**
 * The contract of scans, on the stand-in for a driver. Its device is slow: unless the system property {@code
 * oinfo.contract=whole} is set, systems of many prefixes are left out.
 */
class CudaScanTest extends ScanContract {
    private static final int FEW_PREFIXES = 11;
    private static final boolean WHOLE = "whole".equals(System.getProperty("oinfo.contract"));

    @Override
    protected Backend backend() {
        return StandIn.backend();
    }

    @Override
    protected boolean covers(int variables, int order) {
        boolean onDevice = order >= CudaScan.SMALLEST_ORDER && order <= CudaScan.LARGEST_ORDER;
        return WHOLE || !onDevice || new Combinations(variables, order - 3).total() <= FEW_PREFIXES;
    }

    /** Nothing could be said of the device's memory, and each launch takes some of the host's. */
    @Override
    protected boolean emulated() {
        return true;
    }
}
