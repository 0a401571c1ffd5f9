package org.oinfo.kernels.scalar;

import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/** Plain Java, one n-plet at a time: what every other backend is compared with. */
public final class ScalarBackend implements Backend {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public String description() {
        return "scalar";
    }

    @Override
    public MeasuresKernel measures(CorrelationMatrix r) {
        return new ScalarMeasures(r);
    }

    @Override
    public ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
        return new ScalarScan(r, settings.order());
    }

    @Override
    public LatticeKernel lattice(CorrelationMatrix r, List<ScanSettings> settings) {
        return new ScalarLattice(r, settings);
    }
}
