package org.oinfo.kernels.simd.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.Canonical;

/**
 * Products of very many factors, one per lane, whose exponents are split off before they can leave the range of doubles: mantissas
 * in [1, 2) in one array, the sums of the exponents in another.
 */
public final class Exponents {
    private Exponents() {}

    /**
     * Splits the exponents of one vector of products off, whose signs are lost.
     *
     * @param products normal doubles of either sign [L] from {@code at} on; become mantissas
     * @param exponents [L] from {@code to} on; added to
     */
    public static void split(double[] products, int at, long[] exponents, int to) {
        LongVector bits = DoubleVector.fromArray(Lanes.DOUBLE, products, at)
                .reinterpretAsLongs()
                .and(Long.MAX_VALUE);
        bits.and(Lanes.MANTISSA).or(Lanes.ONE).reinterpretAsDoubles().intoArray(products, at);
        LongVector.fromArray(Lanes.LONG, exponents, to)
                .add(bits.lanewise(VectorOperators.LSHR, 52).sub(1023))
                .intoArray(exponents, to);
    }

    /** ln of the product over one vector from {@code from} on, in index order. */
    public static double logOfProduct(double[] mantissas, long[] exponents, int from) {
        return logOfProduct(mantissas, exponents, from, Lanes.COUNT);
    }

    /** ln of the product over so many lanes from {@code from} on, in index order. */
    public static double logOfProduct(double[] mantissas, long[] exponents, int from, int count) {
        double log = 0;
        long sum = 0;
        for (int lane = from; lane < from + count; lane++) {
            log += StrictMath.log(mantissas[lane]);
            sum += exponents[lane];
        }
        return log + sum * Canonical.LN2;
    }
}
