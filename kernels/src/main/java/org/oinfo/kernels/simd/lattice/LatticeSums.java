package org.oinfo.kernels.simd.lattice;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.lattice.LatticeRecorder;
import org.oinfo.kernels.simd.lanes.Lanes;

/** From log-determinants to 2 Omega, counts, sums and candidates: the loops of a {@link LatticeCell} over a chunk of subsets. */
final class LatticeSums {
    /** Vectors of a group: three variables whose members are known when the code is compiled. */
    private static final int GROUP = 8;

    private static final int LANE_VARIABLES = Integer.numberOfTrailingZeros(Lanes.COUNT);
    /** All bits set in the lanes that hold variable b, at [b*L]. */
    private static final long[] LANE_MEMBERS = laneMembers();

    private final LatticeRecorder recorder;
    /** Vectors of a chunk by number of members, [begin[q][c], begin[q][c+1]) of classes[q] have c. */
    private final int[][] classes = new int[16][];

    private final int[][] begin = new int[16][];

    LatticeSums(LatticeRecorder recorder) {
        this.recorder = recorder;
        for (int q = 0; q < classes.length; q++) {
            classes[q] = new int[1 << q];
            begin[q] = new int[q + 2];
            int at = 0;
            for (int c = 0; c <= q; c++) {
                begin[q][c] = at;
                for (int v = 0; v < 1 << q; v++) {
                    if (Integer.bitCount(v) == c) {
                        classes[q][at++] = v * Lanes.COUNT;
                    }
                }
            }
            begin[q][q + 1] = at;
        }
    }

    private static long[] laneMembers() {
        long[] mask = new long[Math.max(1, LANE_VARIABLES) * Lanes.COUNT];
        for (int b = 0; b < LANE_VARIABLES; b++) {
            for (int lane = 0; lane < Lanes.COUNT; lane++) {
                mask[b * Lanes.COUNT + lane] = -(lane >> b & 1);
            }
        }
        return mask;
    }

    /**
     * Turns the sum of ln P_hh into 2 Omega for a chunk of 2^q vectors.
     *
     * @param logs l(T) at [L + T]
     * @param first first vector of the chunk, a multiple of their number
     */
    void score(double[] logs, int first, double constant, double[] out, int q) {
        sumSubsets(logs, first, constant, out, 1 << q);
        lanes(logs, first, Integer.bitCount(first), out, q);
    }

    /** Adds l(T-j) for the members j of T beside the lanes, and takes off the constant. */
    private static void sumSubsets(double[] logs, int first, double constant, double[] out, int vectors) {
        DoubleVector c = DoubleVector.broadcast(Lanes.DOUBLE, constant);
        for (int v = 0; v < vectors; v += GROUP) {
            int at = v * Lanes.COUNT;
            int o = (1 + first + v) * Lanes.COUNT;
            DoubleVector l0 = DoubleVector.fromArray(Lanes.DOUBLE, logs, o);
            DoubleVector l1 = DoubleVector.fromArray(Lanes.DOUBLE, logs, o + Lanes.COUNT);
            DoubleVector l2 = DoubleVector.fromArray(Lanes.DOUBLE, logs, o + 2 * Lanes.COUNT);
            DoubleVector l4 = DoubleVector.fromArray(Lanes.DOUBLE, logs, o + 4 * Lanes.COUNT);
            DoubleVector s0 = DoubleVector.fromArray(Lanes.DOUBLE, out, at).sub(c);
            DoubleVector s1 = DoubleVector.fromArray(Lanes.DOUBLE, out, at + Lanes.COUNT)
                    .sub(c)
                    .add(l0);
            DoubleVector s2 = DoubleVector.fromArray(Lanes.DOUBLE, out, at + 2 * Lanes.COUNT)
                    .sub(c)
                    .add(l0);
            DoubleVector s3 = DoubleVector.fromArray(Lanes.DOUBLE, out, at + 3 * Lanes.COUNT)
                    .sub(c)
                    .add(l1.add(l2));
            DoubleVector s4 = DoubleVector.fromArray(Lanes.DOUBLE, out, at + 4 * Lanes.COUNT)
                    .sub(c)
                    .add(l0);
            DoubleVector s5 = DoubleVector.fromArray(Lanes.DOUBLE, out, at + 5 * Lanes.COUNT)
                    .sub(c)
                    .add(l1.add(l4));
            DoubleVector s6 = DoubleVector.fromArray(Lanes.DOUBLE, out, at + 6 * Lanes.COUNT)
                    .sub(c)
                    .add(l2.add(l4));
            DoubleVector s7 = DoubleVector.fromArray(Lanes.DOUBLE, out, at + 7 * Lanes.COUNT)
                    .sub(c)
                    .add(DoubleVector.fromArray(Lanes.DOUBLE, logs, o + 3 * Lanes.COUNT))
                    .add(DoubleVector.fromArray(Lanes.DOUBLE, logs, o + 5 * Lanes.COUNT))
                    .add(DoubleVector.fromArray(Lanes.DOUBLE, logs, o + 6 * Lanes.COUNT));
            for (int left = (first + v) / GROUP; left != 0; left &= left - 1) {
                int p = o - (left & -left) * (GROUP * Lanes.COUNT);
                s0 = s0.add(DoubleVector.fromArray(Lanes.DOUBLE, logs, p));
                s1 = s1.add(DoubleVector.fromArray(Lanes.DOUBLE, logs, p + Lanes.COUNT));
                s2 = s2.add(DoubleVector.fromArray(Lanes.DOUBLE, logs, p + 2 * Lanes.COUNT));
                s3 = s3.add(DoubleVector.fromArray(Lanes.DOUBLE, logs, p + 3 * Lanes.COUNT));
                s4 = s4.add(DoubleVector.fromArray(Lanes.DOUBLE, logs, p + 4 * Lanes.COUNT));
                s5 = s5.add(DoubleVector.fromArray(Lanes.DOUBLE, logs, p + 5 * Lanes.COUNT));
                s6 = s6.add(DoubleVector.fromArray(Lanes.DOUBLE, logs, p + 6 * Lanes.COUNT));
                s7 = s7.add(DoubleVector.fromArray(Lanes.DOUBLE, logs, p + 7 * Lanes.COUNT));
            }
            s0.intoArray(out, at);
            s1.intoArray(out, at + Lanes.COUNT);
            s2.intoArray(out, at + 2 * Lanes.COUNT);
            s3.intoArray(out, at + 3 * Lanes.COUNT);
            s4.intoArray(out, at + 4 * Lanes.COUNT);
            s5.intoArray(out, at + 5 * Lanes.COUNT);
            s6.intoArray(out, at + 6 * Lanes.COUNT);
            s7.intoArray(out, at + 7 * Lanes.COUNT);
        }
    }

    /** Adds the members that are lanes and takes the sum from (|T|-2) l. */
    private void lanes(double[] logs, int first, int members, double[] out, int q) {
        double[] coefficients = recorder.coefficient;
        for (int v = 0; v < 1 << q; v++) {
            int at = v * Lanes.COUNT;
            int o = (1 + first + v) * Lanes.COUNT;
            DoubleVector s = DoubleVector.fromArray(Lanes.DOUBLE, out, at);
            for (int b = 0; b < LANE_VARIABLES; b++) {
                s = s.add(DoubleVector.fromArray(Lanes.DOUBLE, logs, o - (1 << b))
                        .reinterpretAsLongs()
                        .and(LongVector.fromArray(Lanes.LONG, LANE_MEMBERS, b * Lanes.COUNT))
                        .reinterpretAsDoubles());
            }
            int t = (members + Integer.bitCount(v)) * Lanes.COUNT;
            DoubleVector.fromArray(Lanes.DOUBLE, logs, o)
                    .mul(DoubleVector.fromArray(Lanes.DOUBLE, coefficients, t))
                    .sub(s)
                    .intoArray(out, at);
        }
    }

    /**
     * Counts and sums a chunk of 2^q vectors.
     *
     * @param members members that all its n-plets share
     * @return whether some may enter a ranking
     */
    boolean count(double[] scores, int members, int q) {
        long any = 0;
        for (int c = 0; c <= q; c++) {
            any |= countClass(scores, classes[q], begin[q][c], begin[q][c + 1], (members + c) * Lanes.COUNT);
        }
        return any < 0;
    }

    /** Vectors [from, to) of a class, all of one order at {@code t}; one loop, so that what it adds up stays in registers. */
    private long countClass(double[] scores, int[] offsets, int from, int to, int t) {
        LatticeRecorder r = recorder;
        DoubleVector above = DoubleVector.fromArray(Lanes.DOUBLE, r.candidateAbove, t);
        DoubleVector below = DoubleVector.fromArray(Lanes.DOUBLE, r.candidateBelow, t);
        DoubleVector redundantAbove = DoubleVector.fromArray(Lanes.DOUBLE, r.redundantAbove, t);
        DoubleVector synergisticBelow = DoubleVector.fromArray(Lanes.DOUBLE, r.synergisticBelow, t);
        DoubleVector sum = DoubleVector.fromArray(Lanes.DOUBLE, r.sum, t);
        LongVector redundant = LongVector.fromArray(Lanes.LONG, r.redundant, t);
        LongVector synergistic = LongVector.fromArray(Lanes.LONG, r.synergistic, t);
        LongVector seen = LongVector.zero(Lanes.LONG);
        for (int i = from; i < to; i++) {
            DoubleVector w = DoubleVector.fromArray(Lanes.DOUBLE, scores, offsets[i]);
            sum = sum.add(w);
            seen = seen.or(above.sub(w).reinterpretAsLongs()).or(w.sub(below).reinterpretAsLongs());
            redundant = redundant.add(redundantAbove.sub(w).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
            synergistic =
                    synergistic.add(w.sub(synergisticBelow).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 63));
        }
        sum.intoArray(r.sum, t);
        redundant.intoArray(r.redundant, t);
        synergistic.intoArray(r.synergistic, t);
        return seen.reduceLanes(VectorOperators.OR);
    }
}
