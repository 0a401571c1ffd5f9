package org.oinfo.scan;

import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/** Another backend, of which some kernels are to be replaced. */
public class ForwardingBackend implements Backend {
    private final Backend backend;

    /** All that must be answered is answered by this one. */
    public ForwardingBackend(Backend backend) {
        this.backend = backend;
    }

    @Override
    public String name() {
        return backend.name();
    }

    @Override
    public String description() {
        return backend.description();
    }

    @Override
    public MeasuresKernel measures(CorrelationMatrix r) {
        return backend.measures(r);
    }

    @Override
    public ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
        return backend.scan(r, settings);
    }

    @Override
    public LatticeKernel lattice(CorrelationMatrix r, List<ScanSettings> settings) {
        return backend.lattice(r, settings);
    }
}
