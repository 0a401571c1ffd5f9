package org.oinfo.kernels.foreign;

import java.util.List;
import java.util.function.BiFunction;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/** The native backend with one kind of scan, where it would choose by size. */
record ForcedNative(NativeBackend all, BiFunction<CorrelationMatrix, ScanSettings, ScanKernel> kind)
        implements Backend {
    ForcedNative(BiFunction<CorrelationMatrix, ScanSettings, ScanKernel> kind) {
        this(new NativeBackend(), kind);
    }

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
