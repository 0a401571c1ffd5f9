package org.oinfo.kernels.simd.pairs;

import jdk.incubator.vector.DoubleVector;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.ForcedScan;
import org.oinfo.kernels.ScanContract;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.SimdBackend;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.sweep.SweepScan;

/** The pair-stationary scan, also with so few variables that the backend would not choose it. */
class PairScanTest extends ScanContract {
    @Override
    protected Backend backend() {
        return new ForcedScan(new SimdBackend(), PairScanTest::scan);
    }

    private static ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
        boolean pairs = settings.order() >= 3 && settings.order() <= 8;
        return pairs ? PairScan.kernel(r, settings) : new SweepScan(r, settings);
    }

    @Override
    protected boolean emulated() {
        return Lanes.COUNT > DoubleVector.SPECIES_PREFERRED.length();
    }
}
