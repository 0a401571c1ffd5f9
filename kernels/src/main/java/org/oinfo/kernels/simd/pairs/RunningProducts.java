package org.oinfo.kernels.simd.pairs;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.simd.lanes.Exponents;
import org.oinfo.kernels.simd.lanes.Lanes;

/** Products of the absolute values of very many factors, two vectors of each, with their exponents split off. */
final class RunningProducts {
    private static final int L = Lanes.COUNT;

    /** Products of a run from 2^-900 to 2^900 are taken. */
    private static final int WIDEST = 900;

    private static final long SMALLEST = (1023L - WIDEST) << 52;
    private static final long LARGEST = (1023L + WIDEST) << 52;

    /** Two vectors of factors of the first product, then two of the second [4][L]. */
    private final double[] factors;
    /** Of a prefix, and of all before it: mantissas in [1, 2) and exponents, [2][2L] as the factors. */
    private final double[] mantissas = new double[4 * L];

    private final long[] exponents = new long[4 * L];
    private final double[] allMantissas = new double[4 * L];
    private final long[] allExponents = new long[4 * L];

    RunningProducts(double[] factors) {
        this.factors = factors;
        clear();
    }

    void clear() {
        Arrays.fill(mantissas, 1);
        Arrays.fill(exponents, 0);
        Arrays.fill(allMantissas, 1);
        Arrays.fill(allExponents, 0);
    }

    /**
     * Multiplies the factors of vectors in: the first ones of both products go to that half.
     *
     * @return false, and nothing done, when some factor is out of range
     */
    boolean take(int half, int vectors) {
        if (!inRange(vectors)) {
            return false;
        }
        for (int product = 0; product < 2; product++) {
            for (int i = 0; i < vectors; i++) {
                multiply(mantissas, exponents, (2 * product + half + i) * L, factors, (2 * product + i) * L);
            }
        }
        return true;
    }

    /** The prefix ends: its products join those of all before it. */
    void fold() {
        for (int at = 0; at < 4 * L; at += L) {
            multiply(allMantissas, allExponents, at, mantissas, at);
            for (int lane = at; lane < at + L; lane++) {
                allExponents[lane] += exponents[lane];
            }
        }
        Arrays.fill(mantissas, 1);
        Arrays.fill(exponents, 0);
    }

    private boolean inRange(int vectors) {
        LongVector outside = LongVector.zero(Lanes.LONG);
        for (int i = 0; i < 4; i++) {
            if ((i & 1) < vectors) {
                LongVector bits = DoubleVector.fromArray(Lanes.DOUBLE, factors, i * L)
                        .reinterpretAsLongs()
                        .and(Long.MAX_VALUE);
                outside = outside.or(bits.sub(SMALLEST))
                        .or(LongVector.broadcast(Lanes.LONG, LARGEST).sub(bits));
            }
        }
        return outside.reduceLanes(VectorOperators.OR) >= 0;
    }

    private static void multiply(double[] mantissa, long[] exponent, int at, double[] factors, int from) {
        DoubleVector.fromArray(Lanes.DOUBLE, mantissa, at)
                .mul(DoubleVector.fromArray(Lanes.DOUBLE, factors, from))
                .intoArray(mantissa, at);
        Exponents.split(mantissa, at, exponent, at);
    }

    /** ln of the first or the second product over all prefixes and lanes, in index order. */
    double log(int product) {
        return Exponents.logOfProduct(allMantissas, allExponents, product * 2 * L, 2 * L);
    }
}
