package org.oinfo.kernels.simd;

import java.util.List;
import java.util.function.BiFunction;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/** The simd backend with one kind of scan, where it would choose by size. */
public record ForcedScan(SimdBackend simd, BiFunction<CorrelationMatrix, ScanSettings, ScanKernel> kind)
        implements Backend {
    public ForcedScan(BiFunction<CorrelationMatrix, ScanSettings, ScanKernel> kind) {
        this(new SimdBackend(), kind);
    }

    @Override
    public String name() {
        return simd.name();
    }

    @Override
    public String description() {
        return simd.description();
    }

    @Override
    public MeasuresKernel measures(CorrelationMatrix r) {
        return simd.measures(r);
    }

    @Override
    public ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
        return kind.apply(r, settings);
    }

    @Override
    public LatticeKernel lattice(CorrelationMatrix r, List<ScanSettings> settings) {
        return simd.lattice(r, settings);
    }
}
