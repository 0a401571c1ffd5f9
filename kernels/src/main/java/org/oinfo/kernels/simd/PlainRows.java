package org.oinfo.kernels.simd;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CompensatedSums;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanSettings;

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
 * so "Omega &gt; t" is "Q &lt; s^m exp(-2t) / (D_A^2 s_pp)". The sum of Omega comes from running products of s and Q per
 * lane, with the exponents split off before they can leave the range of doubles. Lanes with some 1/P_ii below {@link
 * Canonical#GUARD} are left out of counts and products and handed to the canonical routine.
 */
final class PlainRows extends Rows {
    /** Running products per lane [L] of s and of Q, mantissas in [1, 2), and their exponents. */
    private final double[] productS = new double[Lanes.COUNT];

    private final double[] productQ = new double[Lanes.COUNT];
    private final long[] exponentS = new long[Lanes.COUNT];
    private final long[] exponentQ = new long[Lanes.COUNT];
    /** Vectors that may be multiplied before exponents are split off: Q lies within 10^(+-4(k-1)). */
    private final int chunk;

    private final CompensatedSums sum = new CompensatedSums(1);

    PlainRows(Sweep sweep, Survivors survivors, ScanSettings settings) {
        super(sweep, survivors, settings);
        chunk = Math.max(1, 280 / (4 * (settings.order() - 1))) * Lanes.COUNT;
    }

    @Override
    void begin(Landscape into) {
        super.begin(into);
        sum.clear();
        Arrays.fill(productS, 1);
        Arrays.fill(productQ, 1);
        Arrays.fill(exponentS, 0);
        Arrays.fill(exponentQ, 0);
    }

    @Override
    void row(int p, double pivot, double scale, double halfLogScale, long rank) {
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
        DoubleVector inverse = DoubleVector.broadcast(Lanes.DOUBLE, 1 / pivot);
        DoubleVector negInverse = DoubleVector.broadcast(Lanes.DOUBLE, -1 / pivot);
        DoubleVector redundantBelow = DoubleVector.broadcast(Lanes.DOUBLE, scale * redundantThreshold);
        DoubleVector synergisticAbove = DoubleVector.broadcast(Lanes.DOUBLE, scale * synergisticThreshold);
        // Doubles, not vectors: a vector that the slow path may replace would be boxed.
        double highBelow = scale * survivors.highThreshold();
        double lowAbove = scale * survivors.lowThreshold();
        long redundant = 0;
        long synergistic = 0;
        long scored = (long) length - p - 1;
        for (int start = p + 1; start < length; start += chunk) {
            DoubleVector runS = DoubleVector.fromArray(Lanes.DOUBLE, productS, 0);
            DoubleVector runQ = DoubleVector.fromArray(Lanes.DOUBLE, productQ, 0);
            int end = Math.min(length, start + chunk);
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
                // Padding lanes are NaN: neither sound nor flagged.
                DoubleVector limit = sj.mul(1 / Canonical.GUARD);
                VectorMask<Double> sound = largest.compare(VectorOperators.LE, limit);
                VectorMask<Double> flagged = largest.compare(VectorOperators.GT, limit);
                VectorMask<Double> high = q.compare(VectorOperators.LT, power.mul(highBelow));
                VectorMask<Double> low = q.compare(VectorOperators.GT, power.mul(lowAbove));
                VectorMask<Double> red = q.compare(VectorOperators.LT, power.mul(redundantBelow));
                VectorMask<Double> syn = q.compare(VectorOperators.GT, power.mul(synergisticAbove));
                redundant += red.trueCount();
                synergistic += syn.trueCount();
                runS = runS.mul(one.blend(sj, sound));
                runQ = runQ.mul(one.blend(q, sound));
                if (flagged.or(high).or(low).anyTrue()) {
                    redundant -= red.and(flagged).trueCount();
                    synergistic -= syn.and(flagged).trueCount();
                    scored -= flagged.trueCount();
                    survivors.take(
                            flagged.toLong(), high.or(low).andNot(flagged).toLong(), j, rank + j - p - 1);
                    highBelow = scale * survivors.highThreshold();
                    lowAbove = scale * survivors.lowThreshold();
                }
            }
            // Through memory: a vector handed to a method that is not inlined would be boxed.
            runS.intoArray(productS, 0);
            runQ.intoArray(productQ, 0);
            splitExponents(productS, exponentS);
            splitExponents(productQ, exponentQ);
        }
        count(scored, redundant, synergistic);
        sum.add(0, -scored * (halfLogScale + bias));
    }

    /** Leaves mantissas in [1, 2) and adds the exponents of positive normal doubles. */
    private static void splitExponents(double[] product, long[] exponent) {
        LongVector bits = DoubleVector.fromArray(Lanes.DOUBLE, product, 0).reinterpretAsLongs();
        bits.and(Lanes.MANTISSA).or(Lanes.ONE).reinterpretAsDoubles().intoArray(product, 0);
        LongVector.fromArray(Lanes.LONG, exponent, 0)
                .add(bits.lanewise(VectorOperators.LSHR, 52).sub(1023))
                .intoArray(exponent, 0);
    }

    /** sum Omega = m/2 sum ln s - 1/2 sum ln Q - sum (ln D_A + 1/2 ln s_pp + bias), lanes in index order. */
    @Override
    double sumOfOmega() {
        sum.add(0, 0.5 * members * logOfProduct(productS, exponentS));
        sum.add(0, -0.5 * logOfProduct(productQ, exponentQ));
        return sum.value(0);
    }

    @Override
    void beginPrefix(int from) {}

    @Override
    void endPrefix(int[] nplet, int from) {}

    private static double logOfProduct(double[] product, long[] exponent) {
        double log = 0;
        long exponents = 0;
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
            log += StrictMath.log(product[lane]);
            exponents += exponent[lane];
        }
        return log + exponents * Canonical.LN2;
    }
}
