package org.oinfo.kernels.simd.sweep;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CompensatedSums;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.lanes.Exponents;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.sweep.SweepCandidates;

/**
 * Scores rows of n-plets {A, p, j}, j = p+1 .. N-1, at level plain: no logarithm and no division in the loop.
 *
 * <p>With m = k-2 members in A, s_j the conditional variance of j given {A, p}, x_i = b_ij given {A, p}:
 *
 * <pre>
 *   q_i = s P_ii = kappa_i s + x_i^2     Q = s_jj(A) prod_i q_i
 *   exp(2 Omega) = s^m / (Q D_A^2 s_pp)
 * </pre>
 *
 * so "Omega &gt; t" is "Q &lt; s^m exp(-2t) / (D_A^2 s_pp)", and the sign bit of a difference tells. Sign bits are counted and
 * collected as longs: masks would be boxed on two lanes, and branches cost more than the arithmetic. The sum of Omega comes
 * from running products of s and Q per lane, with the exponents split off before they can leave the range of doubles. Lanes
 * with some 1/P_ii below {@link Canonical#GUARD} are left out of counts and products and handed to the canonical routine.
 */
final class PlainRows extends SweepRows {
    /** L times all bits set, L times none: loaded from o on, the mask of a vector whose last o lanes are padding. */
    private static final long[] VALID = valid();

    /** Running products per lane [L] of s and of Q, mantissas in [1, 2), and their exponents. */
    private final double[] productS = new double[Lanes.COUNT];

    private final double[] productQ = new double[Lanes.COUNT];
    private final long[] exponentS = new long[Lanes.COUNT];
    private final long[] exponentQ = new long[Lanes.COUNT];
    private final long[] redundantCount = new long[Lanes.COUNT];
    private final long[] synergisticCount = new long[Lanes.COUNT];
    /** Codes of what is special about each n-plet of a chunk, see {@link SweepCandidates}. */
    private final long[] codes;
    /** Lanes (vectors times L) that may be multiplied before exponents are split off: Q lies within 10^(+-4(k-1)). */
    private final int chunk;
    /** Lanes multiplied since exponents were split off last. */
    private int multiplied;

    private final CompensatedSums sum = new CompensatedSums(1);

    PlainRows(Sweep sweep, SweepCandidates candidates, ScanSettings settings) {
        super(sweep, candidates, settings);
        chunk = Math.max(1, 280 / (4 * (settings.order() - 1))) * Lanes.COUNT;
        codes = new long[chunk];
    }

    private static long[] valid() {
        long[] mask = new long[2 * Lanes.COUNT];
        Arrays.fill(mask, 0, Lanes.COUNT, -1);
        return mask;
    }

    @Override
    void begin(Landscape into) {
        super.begin(into);
        sum.clear();
        multiplied = 0;
        Arrays.fill(productS, 1);
        Arrays.fill(productQ, 1);
        Arrays.fill(exponentS, 0);
        Arrays.fill(exponentQ, 0);
        Arrays.fill(redundantCount, 0);
        Arrays.fill(synergisticCount, 0);
    }

    @Override
    void end(Landscape into) {
        count(
                0,
                Arrays.stream(redundantCount).sum(),
                Arrays.stream(synergisticCount).sum());
        super.end(into);
    }

    @Override
    void row(int p, double inversePivot, double scale, double logScale, long rank) {
        double[] s = rows;
        double[] d = diagonal;
        double[] b = coefficients;
        double[] c = rowCoefficients;
        double[] kk = rowKappa;
        int m = members;
        int length = n;
        int pRow = p * stride;
        int aRow = lastRow;
        DoubleVector one = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        DoubleVector negFactor = DoubleVector.broadcast(Lanes.DOUBLE, -lastFactor);
        DoubleVector inverse = DoubleVector.broadcast(Lanes.DOUBLE, inversePivot);
        DoubleVector negInverse = DoubleVector.broadcast(Lanes.DOUBLE, -inversePivot);
        DoubleVector redundantBelow = DoubleVector.broadcast(Lanes.DOUBLE, -scale * redundantThreshold);
        DoubleVector synergisticAbove = DoubleVector.broadcast(Lanes.DOUBLE, scale * synergisticThreshold);
        for (int start = p + 1; start < length; start += chunk) {
            int end = Math.min(length, start + chunk);
            if (multiplied + end - start > chunk) {
                splitExponents();
            }
            DoubleVector highBelow = DoubleVector.broadcast(Lanes.DOUBLE, -scale * candidates.highThreshold());
            DoubleVector lowAbove = DoubleVector.broadcast(Lanes.DOUBLE, scale * candidates.lowThreshold());
            DoubleVector runS = DoubleVector.fromArray(Lanes.DOUBLE, productS, 0);
            DoubleVector runQ = DoubleVector.fromArray(Lanes.DOUBLE, productQ, 0);
            LongVector redundant = LongVector.fromArray(Lanes.LONG, redundantCount, 0);
            LongVector synergistic = LongVector.fromArray(Lanes.LONG, synergisticCount, 0);
            LongVector seen = LongVector.zero(Lanes.LONG);
            for (int j = start; j < end; j += Lanes.COUNT) {
                DoubleVector spj = DoubleVector.fromArray(Lanes.DOUBLE, s, aRow + j)
                        .fma(negFactor, DoubleVector.fromArray(Lanes.DOUBLE, s, pRow + j));
                DoubleVector q = DoubleVector.fromArray(Lanes.DOUBLE, d, j);
                DoubleVector sj = spj.mul(negInverse).fma(spj, q);
                DoubleVector largest = q.mul(inverse).max(one);
                DoubleVector power = one;
                for (int i = 0, bi = j; i < m; i++, bi += stride) {
                    DoubleVector x = spj.fma(
                            DoubleVector.broadcast(Lanes.DOUBLE, c[i]), DoubleVector.fromArray(Lanes.DOUBLE, b, bi));
                    DoubleVector qi = x.fma(x, sj.mul(kk[i]));
                    largest = largest.max(qi);
                    q = q.mul(qi);
                    power = power.mul(sj);
                }
                // 1 in lanes near singularity; then all bits of the lanes to keep.
                LongVector flagged = sj.mul(1 / Canonical.GUARD)
                        .sub(largest)
                        .reinterpretAsLongs()
                        .lanewise(VectorOperators.LSHR, 63);
                LongVector valid = LongVector.fromArray(Lanes.LONG, VALID, Math.max(0, j + Lanes.COUNT - length));
                LongVector keep = flagged.sub(1).and(valid);
                DoubleVector negQ = q.neg();
                LongVector candidate = power.fma(highBelow, q)
                        .reinterpretAsLongs()
                        .or(power.fma(lowAbove, negQ).reinterpretAsLongs());
                LongVector code =
                        candidate.and(SweepCandidates.CANDIDATE).or(flagged).and(valid);
                code.intoArray(codes, j - start);
                seen = seen.or(code);
                redundant = redundant.add(power.fma(redundantBelow, q)
                        .reinterpretAsLongs()
                        .and(keep)
                        .lanewise(VectorOperators.LSHR, 63));
                synergistic = synergistic.add(power.fma(synergisticAbove, negQ)
                        .reinterpretAsLongs()
                        .and(keep)
                        .lanewise(VectorOperators.LSHR, 63));
                LongVector neutral = keep.not().and(Lanes.ONE);
                runS = runS.mul(sj.reinterpretAsLongs().and(keep).or(neutral).reinterpretAsDoubles());
                runQ = runQ.mul(q.reinterpretAsLongs().and(keep).or(neutral).reinterpretAsDoubles());
            }
            runS.intoArray(productS, 0);
            runQ.intoArray(productQ, 0);
            redundant.intoArray(redundantCount, 0);
            synergistic.intoArray(synergisticCount, 0);
            multiplied += (end - start + Lanes.COUNT - 1) / Lanes.COUNT * Lanes.COUNT;
            int flags = seen.reduceLanes(VectorOperators.OR) == 0
                    ? 0
                    : candidates.take(codes, 0, end - start, p, start, rank + start - p - 1);
            int scored = end - start - flags;
            sumDeterminants(p, start, end, codes, 0, inversePivot, scale);
            count(scored, 0, 0);
            sum.add(0, scored * (0.5 * logScale - bias));
        }
    }

    private void splitExponents() {
        Exponents.split(productS, 0, exponentS, 0);
        Exponents.split(productQ, 0, exponentQ, 0);
        multiplied = 0;
    }

    /** sum Omega = m/2 sum ln s - 1/2 sum ln Q + sum (1/2 ln 1/(D_A^2 s_pp) - bias), lanes in index order. */
    @Override
    void addSums(Landscape into) {
        splitExponents();
        into.addSum(sum.value(0));
        into.addSum(0.5 * members * Exponents.logOfProduct(productS, exponentS, 0));
        into.addSum(-0.5 * Exponents.logOfProduct(productQ, exponentQ, 0));
    }

    @Override
    void beginPrefix(int from) {}

    @Override
    void endPrefix(int[] prefix, int from) {}
}
