package org.oinfo.kernels.foreign;

import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanContract;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.pairs.PairWalk;
import org.oinfo.kernels.simd.sweep.SweepScan;

/** The pair-stationary scan in C, also with so few variables that the backend would not choose it. */
class NativePairScanTest extends ScanContract {
    @Override
    protected Backend backend() {
        return new Forced(Here.backend());
    }

    private record Forced(NativeBackend all) implements Backend {
        @Override
        public String name() {
            return all.name();
        }

        @Override
        public String description() {
            return all.description();
        }

        @Override
        public MeasuresKernel measures(CorrelationMatrix r) {
            return all.measures(r);
        }

        @Override
        public ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
            int k = settings.order();
            boolean pairs = k >= 3 && k <= 8;
            return pairs
                    ? new PairWalk(r.variables(), k, NativeBackend.pairs(r, settings), new SweepScan(r, settings))
                    : all.scan(r, settings);
        }

        @Override
        public LatticeKernel lattice(CorrelationMatrix r, List<ScanSettings> settings) {
            return all.lattice(r, settings);
        }
    }
}
