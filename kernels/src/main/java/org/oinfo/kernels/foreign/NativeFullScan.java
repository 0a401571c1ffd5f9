package org.oinfo.kernels.foreign;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.pairs.FullTally;

/** Level full of the pair-stationary scan in C. */
final class NativeFullScan extends NativePairScan {
    private final int n;
    private final FullTally tally;
    private final MemorySegment ofVariable;
    private final MemorySegment histogram;
    private Landscape into;

    NativeFullScan(CorrelationMatrix r, ScanSettings settings) {
        super(r, settings, 1);
        n = r.variables();
        into = Landscape.empty(n, settings);
        tally = new FullTally(n, settings.order(), NativeLibrary.lanes());
        int dummies = dummies(n);
        ofVariable = NativeState.array(state, NativePairs.OF_VARIABLE, 8L * (dummies + n))
                .asSlice(8L * dummies);
        histogram = NativeState.array(state, NativePairs.HISTOGRAM, 8L * tally.histogram().length);
        state.set(JAVA_LONG, NativePairs.BALANCED, OmegaHistogram.SMALLEST_UNBALANCED);
    }

    @Override
    public void begin(Landscape landscape) {
        super.begin(landscape);
        into = landscape;
        tally.clear();
    }

    @Override
    void beginScan(int from) {
        if (Double.isNaN(tally.shift())) {
            tally.setShift(canonicalOmega(from));
            state.set(JAVA_DOUBLE, NativePairs.SHIFT, tally.shift());
        }
    }

    @Override
    void endScan(int from, int to) {
        for (int v = from; v < n; v++) {
            tally.addVariable(v, ofVariable.getAtIndex(JAVA_DOUBLE, v));
        }
        tally.addPrefix(nplet, from, to, ofHalves(NativePairs.DEVIATIONS), ofHalves(NativePairs.SQUARES));
    }

    private double ofHalves(long field) {
        return state.get(JAVA_DOUBLE, field) + state.get(JAVA_DOUBLE, field + 8);
    }

    @Override
    void takeCounts() {
        MemorySegment.copy(histogram, JAVA_LONG, 0, tally.histogram(), 0, tally.histogram().length);
        tally.moveTo(into);
    }

    @Override
    protected void setThresholds(double high, double low) {
        state.set(JAVA_DOUBLE, NativePairs.HIGHEST, highest());
        state.set(JAVA_DOUBLE, NativePairs.LOWEST, lowest());
    }

    /** Runs add every sound n-plet themselves. */
    @Override
    protected void add(double o) {}

    @Override
    protected void leaveOut() {
        tally.leaveOut(nplet);
    }
}
