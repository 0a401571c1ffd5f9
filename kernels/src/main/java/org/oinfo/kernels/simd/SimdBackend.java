package org.oinfo.kernels.simd;

import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.GrowthKernel;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.growth.GrowthWalk;
import org.oinfo.kernels.lattice.LatticeRecorder;
import org.oinfo.kernels.lattice.LatticeWalk;
import org.oinfo.kernels.simd.growth.SimdGrowth;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.lattice.LatticeCell;
import org.oinfo.kernels.simd.measures.SimdMeasures;
import org.oinfo.kernels.simd.pairs.PairScan;
import org.oinfo.kernels.simd.sweep.SweepScan;

/** The Vector API kernels. */
public final class SimdBackend implements Backend {
    /** Number of doubles in a vector. */
    public static int lanes() {
        return Lanes.COUNT;
    }

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public String description() {
        return "simd, " + Lanes.COUNT + " lanes of 64 bits";
    }

    @Override
    public int vectorBits() {
        return Lanes.COUNT * Double.SIZE;
    }

    @Override
    public boolean dependsOnCompiler() {
        return true;
    }

    @Override
    public MeasuresKernel measures(CorrelationMatrix r) {
        return new SimdMeasures(r);
    }

    @Override
    public ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
        boolean pairs = PairScan.suits(r.variables(), settings.order());
        return pairs ? PairScan.kernel(r, settings) : new SweepScan(r, settings);
    }

    @Override
    public LatticeKernel lattice(CorrelationMatrix r, List<ScanSettings> settings) {
        LatticeRecorder recorder = new LatticeRecorder(r, settings, Lanes.COUNT);
        return new LatticeWalk(r, recorder, new LatticeCell(r, recorder));
    }

    @Override
    public GrowthKernel growth(CorrelationMatrix r, boolean redundant, int largest) {
        return new GrowthWalk(r, redundant, largest, new SimdGrowth(r, redundant, largest));
    }
}
