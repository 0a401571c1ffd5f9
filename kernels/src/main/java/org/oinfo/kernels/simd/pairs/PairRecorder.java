package org.oinfo.kernels.simd.pairs;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.pairs.PairReview;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.lanes.SimdLog;

/**
 * Runs pairs through {@link PairStationary} and records what they find, one subclass per level. What a fast run cannot decide
 * is gone through n-plet by n-plet: those that may enter a ranking and those that are not sound are scored canonically.
 */
abstract class PairRecorder extends PairReview {
    static final int L = Lanes.COUNT;

    final PairBuffers buffers;
    final PairStationary runs;
    /** Where determinants are summed. */
    @Nullable
    PairDeterminants determinants;

    PairRecorder(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers) {
        super(r, settings, buffers.dummies, buffers.chunk, 2 * L, 1);
        this.buffers = buffers;
        runs = PairLoops.stationary(settings.order());
        buffers.thresholds[4] = Canonical.GUARD;
    }

    /** Runs are to sum determinants, too. */
    final void sumDeterminants(PairDeterminants sums) {
        determinants = sums;
    }

    @Override
    public void begin(Landscape landscape) {
        super.begin(landscape);
        if (determinants != null) {
            determinants.begin();
        }
    }

    @Override
    public void endPrefixes() {
        super.endPrefixes();
        if (determinants != null) {
            determinants.endPrefix();
        }
    }

    @Override
    public void end() {
        super.end();
        if (determinants != null) {
            landscape().addDeterminants(determinants.value());
        }
    }

    /** Runs with q in [from, to) follow, at most a chunk of them. */
    final void beginChunk(int from, int to) {
        if (determinants != null) {
            determinants.beginChunk(from, to);
        }
    }

    /** The n-plets {Q, q, j, l} of the prefix with q from this one on follow. */
    void beginScan(int from) {}

    /** No more runs with the strip of l .. l+2L-1. */
    void endStrip(int l) {
        if (determinants != null) {
            determinants.endStrip(l);
        }
    }

    /** No more runs with q in [from, to), at most a chunk of them. */
    void endChunk(int from, int to) {}

    /** All n-plets {Q, q, j, l} with q in [from, to) were scanned. */
    void endScan(int from, int to) {}

    /** Scores {Q, q, j, l + lane} for q in [from, from + steps) and lanes from {@code first} on, in the numbers of the buffers. */
    abstract void run(int j, int l, int first, int end, int from, int steps);

    /** Deals with what {@link PairStationary} flagged in lanes [first, end) of a run. */
    final void resolve(boolean whole, int j, int l, int first, int end, int from, int steps) {
        evaluate(j, l, steps);
        System.arraycopy(buffers.sound, 0, sound, 0, steps * 2 * L);
        goThrough(whole, 0, j, l, first, end, from, steps);
    }

    /** Omega of every n-plet of a run. */
    final void evaluate(int j, int l, int steps) {
        runs.sides(buffers, buffers.row(j), steps, buffers.tile(j, l));
        int count = steps * 2 * L;
        for (int i = 0; i < count; i += L) {
            LongVector t =
                    DoubleVector.fromArray(Lanes.DOUBLE, buffers.numerators, i).reinterpretAsLongs();
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
}
