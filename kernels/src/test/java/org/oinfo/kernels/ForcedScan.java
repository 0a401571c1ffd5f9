package org.oinfo.kernels;

import java.util.List;
import java.util.function.BiFunction;

/** A backend with one kind of scan, where it would choose by size. */
public record ForcedScan(Backend all, BiFunction<CorrelationMatrix, ScanSettings, ScanKernel> kind) implements Backend {
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
        return kind.apply(r, settings);
    }

    @Override
    public LatticeKernel lattice(CorrelationMatrix r, List<ScanSettings> settings) {
        return all.lattice(r, settings);
    }
}
