package org.oinfo.kernels.foreign;

import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.GrowthKernel;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.growth.GrowthWalk;
import org.oinfo.kernels.lattice.LatticeRecorder;
import org.oinfo.kernels.lattice.LatticeWalk;
import org.oinfo.kernels.neighbours.NeighbourKernel;
import org.oinfo.kernels.neighbours.NeighbourSamples;
import org.oinfo.kernels.pairs.PairWalk;
import org.oinfo.kernels.posterior.PosteriorKernel;
import org.oinfo.kernels.posterior.PosteriorSamples;

/** The kernels in C. */
public final class NativeBackend implements Backend {
    static final String NAME = "native";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return NAME + ", " + NativeLibrary.lanes() + " lanes of 64 bits, " + NativeLibrary.instructions();
    }

    @Override
    public int vectorBits() {
        return NativeLibrary.lanes() * Double.SIZE;
    }

    @Override
    public MeasuresKernel measures(CorrelationMatrix r) {
        return new NativeMeasures(r);
    }

    @Override
    public ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
        ScanKernel sweep = new NativeSweepScan(r, settings);
        return NativePairScan.suits(r.variables(), settings)
                ? new PairWalk(r.variables(), settings.order(), pairs(r, settings), sweep)
                : sweep;
    }

    static NativePairScan pairs(CorrelationMatrix r, ScanSettings settings) {
        return settings.level() == Level.FULL ? new NativeFullScan(r, settings) : new NativePairScan(r, settings);
    }

    @Override
    public LatticeKernel lattice(CorrelationMatrix r, List<ScanSettings> settings) {
        LatticeRecorder recorder = new LatticeRecorder(r, settings, NativeLibrary.lanes());
        return new LatticeWalk(r, recorder, new NativeLatticeCells(r, recorder));
    }

    @Override
    public GrowthKernel growth(CorrelationMatrix r, boolean redundant, int largest) {
        return new GrowthWalk(r, redundant, largest, new NativeGrowth(r, redundant, largest));
    }

    @Override
    public NeighbourKernel neighbours(NeighbourSamples samples) {
        return new NativeNeighbours(samples);
    }

    @Override
    public PosteriorKernel posterior(PosteriorSamples samples) {
        return new NativePosterior(samples);
    }
}
