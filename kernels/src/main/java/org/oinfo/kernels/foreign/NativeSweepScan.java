package org.oinfo.kernels.foreign;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.sweep.SweepCandidates;

/**
 * The scan by the bordered sweep in C, of any order and range. C walks through the whole range and comes back for what the canonical
 * routine is to score.
 */
final class NativeSweepScan implements ScanKernel {
    private static final int L = NativeLibrary.lanes();

    private final Arena arena = Arena.ofShared();
    private final int n;
    private final ScanSettings settings;
    private final boolean full;
    private final Combinations combinations;
    private final SweepCandidates candidates;
    private final MemorySegment state;
    private final MemorySegment first;
    /** A, p and what the walk begins with [k]. */
    private final int[] nplet;

    private final MemorySegment npletInC;
    private final MemorySegment codesInC;
    private final long[] codes;

    NativeSweepScan(CorrelationMatrix r, ScanSettings settings) {
        this.settings = settings;
        n = r.variables();
        int order = settings.order();
        full = settings.level() == Level.FULL;
        combinations = new Combinations(n, order);
        candidates = new SweepCandidates(r, settings);
        nplet = new int[order];
        first = arena.allocate(JAVA_INT, order);
        state = arena.allocate(NativeSweep.size(n, order, full, OmegaHistogram.STEPS - 1), 64);
        setConstants();
        try (Arena scratch = Arena.ofConfined()) {
            NativeSweep.init(state, scratch.allocateFrom(JAVA_DOUBLE, r.array()), n, order, full);
        }
        npletInC = NativeState.array(state, NativeSweep.NPLET, 4L * order);
        codes = new long[n];
        codesInC = NativeState.array(state, NativeSweep.CODES, 8L * n);
    }

    private void setConstants() {
        double bias = settings.bias();
        state.set(JAVA_LONG, NativeSweep.SUMMED, settings.determinants() ? 1 : 0);
        state.set(JAVA_DOUBLE, NativeSweep.BIAS, bias);
        state.set(JAVA_DOUBLE, NativeSweep.UNBIAS, StrictMath.exp(-2 * bias));
        state.set(JAVA_DOUBLE, NativeSweep.REDUNDANT_BELOW, StrictMath.exp(-2 * (bias + OmegaHistogram.BALANCED)));
        state.set(JAVA_DOUBLE, NativeSweep.SYNERGISTIC_ABOVE, StrictMath.exp(-2 * (bias - OmegaHistogram.BALANCED)));
        state.set(JAVA_DOUBLE, NativeSweep.BALANCED, OmegaHistogram.BALANCED);
        state.set(JAVA_LONG, NativeSweep.MIDDLE, OmegaHistogram.balanced());
        state.set(JAVA_LONG, NativeSweep.FIRST_STEP, OmegaHistogram.FIRST_STEP);
        state.set(JAVA_LONG, NativeSweep.BINS, OmegaHistogram.STEPS - 1);
    }

    @Override
    public void scan(long from, long to, Landscape into) {
        if (from >= to) {
            return;
        }
        combinations.unrank(from, nplet);
        MemorySegment.copy(nplet, 0, first, JAVA_INT, 0, nplet.length);
        candidates.begin(into);
        NativeSweep.begin(state, first, from, to);
        for (int stopped = run(); stopped != NativeSweep.ENDED; stopped = run()) {
            decide(stopped);
        }
        end(into);
    }

    private int run() {
        state.set(JAVA_DOUBLE, NativeSweep.HIGH, candidates.highThreshold());
        state.set(JAVA_DOUBLE, NativeSweep.LOW, candidates.lowThreshold());
        return NativeSweep.run(state);
    }

    /** Scores what C stopped for. */
    private void decide(int stopped) {
        MemorySegment.copy(npletInC, JAVA_INT, 0, nplet, 0, nplet.length - 1);
        candidates.beginPrefix(nplet);
        int p = nplet[nplet.length - 2];
        int start = (int) state.get(JAVA_LONG, NativeSweep.FIRST);
        int end = (int) state.get(JAVA_LONG, NativeSweep.END);
        long rank = state.get(JAVA_LONG, NativeSweep.FOUND_RANK);
        if (stopped == NativeSweep.CANONICAL) {
            candidates.record(p, start, end, rank);
        } else {
            MemorySegment.copy(codesInC, JAVA_LONG, 0, codes, 0, end - start);
            candidates.take(codes, 0, end - start, p, start, rank);
        }
    }

    private void end(Landscape into) {
        long scored = state.get(JAVA_LONG, NativeSweep.SCORED);
        if (!settings.level().counts()) {
            into.addUncounted(scored);
            return;
        }
        long redundant = state.get(JAVA_LONG, NativeSweep.REDUNDANT);
        long synergistic = state.get(JAVA_LONG, NativeSweep.SYNERGISTIC);
        into.addCounts(redundant, synergistic, scored - redundant - synergistic);
        into.addSum(state.get(JAVA_DOUBLE, NativeSweep.SUM) + state.get(JAVA_DOUBLE, NativeSweep.SUM + 8));
        into.addDeterminants(state.get(JAVA_DOUBLE, NativeSweep.DETERMINANTS)
                + state.get(JAVA_DOUBLE, NativeSweep.DETERMINANTS + 8));
        if (full) {
            endFull(into);
        } else {
            into.addSum(0.5 * (settings.order() - 2) * logOfProduct(0));
            into.addSum(-0.5 * logOfProduct(L));
        }
    }

    /** ln of a product over the lanes from {@code from} on, in index order. */
    private double logOfProduct(int from) {
        MemorySegment mantissas = NativeState.array(state, NativeSweep.MANTISSAS, 16L * L);
        MemorySegment exponents = NativeState.array(state, NativeSweep.EXPONENTS, 16L * L);
        return NativeState.logOfProduct(mantissas, exponents, from, from + L);
    }

    private void endFull(Landscape into) {
        MemorySegment sums = NativeState.array(state, NativeSweep.VARIABLES, 16L * n);
        MemorySegment counts = NativeState.array(state, NativeSweep.VARIABLE_COUNTS, 8L * n);
        for (int v = 0; v < n; v++) {
            double omegas = sums.getAtIndex(JAVA_DOUBLE, 2L * v) + sums.getAtIndex(JAVA_DOUBLE, 2L * v + 1);
            into.requirePerVariable().add(v, counts.getAtIndex(JAVA_LONG, v), omegas);
        }
        if (full) {
            addDistribution(into.requireDistribution());
        }
    }

    private void addDistribution(Distribution distribution) {
        distribution.addMoments(
                state.get(JAVA_LONG, NativeSweep.MOMENTS),
                state.get(JAVA_DOUBLE, NativeSweep.MEAN),
                state.get(JAVA_DOUBLE, NativeSweep.SQUARES));
        MemorySegment bins = NativeState.array(state, NativeSweep.HISTOGRAM, 8L * OmegaHistogram.size());
        long[] histogram = distribution.histogram();
        for (int i = 0; i < histogram.length; i++) {
            histogram[i] += bins.getAtIndex(JAVA_LONG, i);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
