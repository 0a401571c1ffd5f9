package org.oinfo.kernels.simd.pairs;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.simd.lanes.Exponents;
import org.oinfo.kernels.simd.lanes.Lanes;

/** Products of the absolute values of very many factors, two of them per lane, with their exponents split off. */
final class RunningProducts {
    private static final int L = Lanes.COUNT;

    /** Products of a run from 2^-900 to 2^900 are taken. */
    private static final int WIDEST = 900;

    private static final long SMALLEST = (1023L - WIDEST) << 52;
    private static final long LARGEST = (1023L + WIDEST) << 52;

    /** Two vectors of factors of the first product, then two of the second [4][L]. */
    private final double[] factors;
    /** Mantissas in [1, 2) and exponents [2][L]. */
    private final double[] mantissa = new double[2 * L];

    private final long[] exponent = new long[2 * L];

    RunningProducts(double[] factors) {
        this.factors = factors;
        clear();
    }

    void clear() {
        Arrays.fill(mantissa, 1);
        Arrays.fill(exponent, 0);
    }

    /**
     * Multiplies the factors of one or two vectors in.
     *
     * @return false, and nothing done, when some factor is out of range
     */
    boolean take(int vectors) {
        return inRange(factors, vectors) && multiply(vectors);
    }

    /** Whether the factors of one or two vectors can be multiplied in. */
    static boolean inRange(double[] factors, int vectors) {
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

    private boolean multiply(int vectors) {
        for (int product = 0; product < 2; product++) {
            int at = product * L;
            for (int i = 0; i < vectors; i++) {
                DoubleVector.fromArray(Lanes.DOUBLE, mantissa, at)
                        .mul(DoubleVector.fromArray(Lanes.DOUBLE, factors, (2 * product + i) * L))
                        .intoArray(mantissa, at);
                Exponents.split(mantissa, at, exponent, at);
            }
        }
        return true;
    }

    /** ln of the first or the second product over all lanes, in index order. */
    double log(int product) {
        return Exponents.logOfProduct(mantissa, exponent, product * L);
    }
}
