package org.oinfo.kernels.simd.pairs;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.CompensatedSums;
import org.oinfo.kernels.simd.lanes.Lanes;

/**
 * The sum of the determinants of the n-plets that runs score: det R_S = D_Q s_q s_j s_l d_0, with s_v the variance of v given the prefix
 * Q. Runs sum s_q d_0 over q; s_j, s_l and D_Q join where j, l and the prefix end. All terms are positive.
 */
final class PairDeterminants {
    private static final int L = Lanes.COUNT;

    private final PairBuffers buffers;
    private final PairPrefix prefix;
    /** Of a strip, by l [2L]. */
    private final double[] lanes = new double[2 * L];
    /** Of a prefix, and of the range. */
    private final CompensatedSums ofPrefix = new CompensatedSums(1);

    private final CompensatedSums sum = new CompensatedSums(1);

    PairDeterminants(PairBuffers buffers, PairPrefix prefix) {
        this.buffers = buffers;
        this.prefix = prefix;
    }

    void begin() {
        sum.clear();
    }

    /** Values of q from this one on stream by in the runs that follow. */
    void beginChunk(int from, int to) {
        System.arraycopy(prefix.variances(), from, buffers.variances, 0, to - from);
    }

    /** Takes what a run with j left for vectors of l, the first of them in that half. */
    void take(int j, int half, int vectors) {
        DoubleVector ofJ = DoubleVector.broadcast(Lanes.DOUBLE, prefix.variances()[j]);
        for (int i = 0; i < vectors; i++) {
            int at = (half + i) * L;
            DoubleVector.fromArray(Lanes.DOUBLE, buffers.determinants, i * L)
                    .fma(ofJ, DoubleVector.fromArray(Lanes.DOUBLE, lanes, at))
                    .intoArray(lanes, at);
        }
    }

    /** Sums the minors of one half of a run over its steps, those of sound n-plets in valid lanes, and takes the sums. */
    void takeMinors(int j, int half, int steps, int valid) {
        LongVector lane = LongVector.fromArray(Lanes.LONG, Lanes.VALID, valid);
        DoubleVector total = DoubleVector.zero(Lanes.DOUBLE);
        for (int step = 0, i = half * L; step < steps; step++, i += 2 * L) {
            LongVector counts =
                    LongVector.fromArray(Lanes.LONG, buffers.sound, i).and(lane);
            LongVector mask = LongVector.zero(Lanes.LONG).sub(counts.lanewise(VectorOperators.LSHR, 63));
            total = DoubleVector.fromArray(Lanes.DOUBLE, buffers.minors, i)
                    .reinterpretAsLongs()
                    .and(mask)
                    .reinterpretAsDoubles()
                    .fma(DoubleVector.broadcast(Lanes.DOUBLE, buffers.variances[step]), total);
        }
        total.intoArray(buffers.determinants, 0);
        take(j, half, 1);
    }

    void endStrip(int l) {
        double total = 0;
        for (int lane = 0; lane < 2 * L; lane++) {
            total = Math.fma(prefix.variances()[l + lane], lanes[lane], total);
        }
        ofPrefix.add(0, total);
        Arrays.fill(lanes, 0);
    }

    void endPrefix() {
        sum.add(0, -prefix.determinant() * ofPrefix.value(0));
        ofPrefix.clear();
    }

    /** Of the range. */
    double value() {
        return sum.value(0);
    }
}
