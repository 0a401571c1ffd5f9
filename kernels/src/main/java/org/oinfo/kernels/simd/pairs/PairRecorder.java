package org.oinfo.kernels.simd.pairs;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CompensatedSums;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.lanes.SimdLog;

/**
 * Runs pairs through {@link PairStationary} and records what they find, one subclass per level. What a fast run cannot decide
 * is gone through n-plet by n-plet: those that may enter a ranking and those that are not sound are scored canonically.
 */
abstract class PairRecorder {
    static final int L = Lanes.COUNT;

    final PairBuffers buffers;
    final PairStationary runs;
    final CompensatedSums sum = new CompensatedSums(1);
    final int[] nplet;
    /** Omega less its bias of a run gone through [chunk][2L]. */
    final double[] omega;

    private final Canonical canonical;
    private final Combinations combinations;
    private final int members;
    private final double bias;

    private Landscape into;
    private double margin;
    private double highest;
    private double lowest;
    private long scored;
    private long redundant;
    private long synergistic;

    PairRecorder(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers, Combinations combinations) {
        this.buffers = buffers;
        this.combinations = combinations;
        runs = PairLoops.stationary(settings.order());
        canonical = new Canonical(r);
        members = settings.order() - 3;
        nplet = new int[settings.order()];
        bias = settings.bias();
        omega = new double[buffers.numerators.length];
        into = Landscape.empty(r.variables(), settings);
        buffers.thresholds[4] = Canonical.GUARD;
    }

    void begin(Landscape landscape) {
        into = landscape;
        scored = 0;
        redundant = 0;
        synergistic = 0;
        sum.clear();
    }

    void end(Landscape landscape) {
        if (landscape.settings().level().counts()) {
            landscape.addCounts(redundant, synergistic, scored - redundant - synergistic);
            landscape.addSum(sum.value(0));
        } else {
            landscape.addUncounted(scored);
        }
    }

    /** N-plets of a prefix follow, its members in the first k-3 places. */
    void beginPrefix(int[] prefix, double error) {
        System.arraycopy(prefix, 0, nplet, 0, members);
        margin = error;
        updateThresholds();
    }

    /** The n-plets {Q, q, j, l} of the prefix with q from this one on follow. */
    void beginScan(int from) {}

    /** No more runs with the strip of l .. l+2L-1. */
    void endStrip(int l) {}

    /** No more runs with q in [from, to), at most a chunk of them. */
    void endChunk(int from, int to) {}

    /** All n-plets {Q, q, j, l} with q in [from, to) were scanned. */
    void endScan(int from, int to) {}

    /** Scores {Q, q, j, l + lane} for q in [from, from + steps) and lanes in [first, end). */
    abstract void run(int j, int l, int first, int end, int from, int steps);

    /** Writes what a run compares with to {@link PairBuffers#thresholds}; called whenever they may have moved. */
    abstract void setThresholds(double high, double low);

    /** Adds one sound n-plet, in {@link #nplet}, that is gone through by itself. */
    abstract void add(double o);

    /** An n-plet that is not sound, in {@link #nplet}, was recorded canonically. */
    void leaveOut() {}

    /** Omega less its bias of {Q, q, q+1, q+2} by the canonical routine; NaN where it is singular. */
    final double canonicalOmega(int q) {
        for (int i = 0; i < 3; i++) {
            nplet[members + i] = q + i;
        }
        canonical.score(nplet, 0, nplet.length);
        return canonical.o() - bias;
    }

    final void count(long nplets, long ofRedundant, long ofSynergistic) {
        scored += nplets;
        redundant += ofRedundant;
        synergistic += ofSynergistic;
    }

    /** Counts and sums one n-plet. */
    final void count(double o) {
        count(1, o > OmegaHistogram.BALANCED ? 1 : 0, o < -OmegaHistogram.BALANCED ? 1 : 0);
        sum.add(0, o);
    }

    /** Deals with what {@link PairStationary} flagged in lanes [first, end) of a run. */
    final void resolve(boolean whole, int j, int l, int first, int end, int from, int steps) {
        evaluate(j, l, steps);
        goThrough(whole, j, l, first, end, from, steps);
    }

    /** Omega of every n-plet of a run. */
    final void evaluate(int j, int l, int steps) {
        runs.sides(buffers, buffers.row(j), steps, buffers.tile(j, l));
        int count = steps * 2 * L;
        for (int i = 0; i < count; i += L) {
            LongVector t = DoubleVector.fromArray(Lanes.DOUBLE, buffers.numerators, i)
                    .reinterpretAsLongs();
            LongVector s = DoubleVector.fromArray(Lanes.DOUBLE, buffers.denominators, i)
                    .reinterpretAsLongs();
            LongVector swap = t.lanewise(VectorOperators.XOR, s)
                    .and(LongVector.zero(Lanes.LONG).sub(t.sub(s).lanewise(VectorOperators.LSHR, 63)));
            t.lanewise(VectorOperators.XOR, swap)
                    .reinterpretAsDoubles()
                    .div(s.lanewise(VectorOperators.XOR, swap).reinterpretAsDoubles())
                    .intoArray(omega, i);
        }
        SimdLog.log(omega, 0, count, omega);
        for (int i = 0; i < count; i += L) {
            DoubleVector.fromArray(Lanes.DOUBLE, buffers.numerators, i)
                    .reinterpretAsLongs()
                    .sub(DoubleVector.fromArray(Lanes.DOUBLE, buffers.denominators, i)
                            .reinterpretAsLongs())
                    .and(Long.MIN_VALUE)
                    .or(DoubleVector.fromArray(Lanes.DOUBLE, omega, i).mul(0.5).reinterpretAsLongs())
                    .reinterpretAsDoubles()
                    .intoArray(omega, i);
        }
    }

    /**
     * N-plet by n-plet: ranks what may be ranked, and
     *
     * @param whole whether to add the sound ones too and record the others canonically
     */
    final void goThrough(boolean whole, int j, int l, int first, int end, int from, int steps) {
        nplet[members + 1] = j;
        for (int step = 0; step < steps; step++) {
            nplet[members] = from + step;
            for (int lane = first; lane < end; lane++) {
                int i = step * 2 * L + lane;
                nplet[members + 2] = l + lane;
                if (buffers.sound[i] >= 0) {
                    if (whole) {
                        into.record(nplet, combinations.rank(nplet), canonical);
                        leaveOut();
                    }
                } else {
                    if (whole) {
                        add(omega[i]);
                    }
                    if ((omega[i] >= highest || omega[i] <= lowest) && canonical.score(nplet, 0, nplet.length)) {
                        into.rank(canonical.o(), combinations.rank(nplet));
                    }
                }
            }
        }
        updateThresholds();
    }

    private void updateThresholds() {
        highest = -into.mostRedundant().worst() - margin - bias;
        lowest = into.mostSynergistic().worst() + margin - bias;
        setThresholds(Math.exp(-2 * highest), Math.exp(-2 * lowest));
    }

    /** The smallest Omega less its bias that may be among the most redundant. */
    final double highest() {
        return highest;
    }

    /** The largest Omega less its bias that may be among the most synergistic. */
    final double lowest() {
        return lowest;
    }
}
