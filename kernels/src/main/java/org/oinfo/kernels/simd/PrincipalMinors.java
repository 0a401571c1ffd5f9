package org.oinfo.kernels.simd;

import jdk.incubator.vector.DoubleVector;

/**
 * All principal minors of one symmetric matrix, in every lane of another one: the walk of {@link MinorProducts} with the last
 * four variables, sixteen minors, in registers.
 *
 * <pre>
 *   matrix [q (q+1)/2][L]  m_ij, j at most i, by rows
 *   out    [2^q][L]        bit i of the index: variable i is a member
 * </pre>
 */
final class PrincipalMinors {
    /** Variables of a leaf. */
    static final int LEAF = 4;

    private final double[][] levels;
    private final double[][] factors;

    /** Room for matrices of up to {@code variables}. */
    PrincipalMinors(int variables) {
        levels = new double[variables][];
        factors = new double[variables][Lanes.COUNT];
        for (int q = LEAF; q < variables; q++) {
            levels[q] = new double[MinorProducts.packed(q, 1)];
        }
    }

    /**
     * Writes the minors to out[outAt..].
     *
     * @param factor a factor of every minor in each lane
     * @param q variables, at least {@link #LEAF}
     */
    void minors(double[] factor, double[] m, int q, double[] out, int outAt) {
        if (q == LEAF) {
            leaf(factor, m, 0, out, outAt);
            return;
        }
        double[] next = levels[q - 1];
        MinorProducts.include(factor, m, 1, 0, 1, q, factors[q - 1], next);
        minors(factors[q - 1], next, q - 1, out, outAt + (Lanes.COUNT << (q - 1)));
        minors(factor, m, q - 1, out, outAt);
    }

    private static void leaf(double[] factor, double[] m, int at, double[] out, int o) {
        DoubleVector f = DoubleVector.fromArray(Lanes.DOUBLE, factor, 0);
        DoubleVector m00 = DoubleVector.fromArray(Lanes.DOUBLE, m, at);
        DoubleVector m10 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + Lanes.COUNT);
        DoubleVector m11 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 2 * Lanes.COUNT);
        DoubleVector m20 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 3 * Lanes.COUNT);
        DoubleVector m21 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 4 * Lanes.COUNT);
        DoubleVector m22 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 5 * Lanes.COUNT);
        DoubleVector m30 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 6 * Lanes.COUNT);
        DoubleVector m31 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 7 * Lanes.COUNT);
        DoubleVector m32 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 8 * Lanes.COUNT);
        DoubleVector m33 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 9 * Lanes.COUNT);
        DoubleVector ac = m00.mul(m11).sub(m10.mul(m10));
        DoubleVector ag = m00.mul(m22).sub(m20.mul(m20));
        DoubleVector u = m00.mul(m21).sub(m10.mul(m20));
        f.intoArray(out, o);
        f.mul(m00).intoArray(out, o + Lanes.COUNT);
        f.mul(m11).intoArray(out, o + 2 * Lanes.COUNT);
        f.mul(ac).intoArray(out, o + 3 * Lanes.COUNT);
        f.mul(m22).intoArray(out, o + 4 * Lanes.COUNT);
        f.mul(ag).intoArray(out, o + 5 * Lanes.COUNT);
        f.mul(m11.mul(m22).sub(m21.mul(m21))).intoArray(out, o + 6 * Lanes.COUNT);
        f.mul(ac.mul(ag).sub(u.mul(u)).div(m00)).intoArray(out, o + 7 * Lanes.COUNT);
        DoubleVector inverse = DoubleVector.broadcast(Lanes.DOUBLE, -1).div(m33);
        DoubleVector with = f.mul(m33);
        DoubleVector t0 = m30.mul(inverse);
        DoubleVector t1 = m31.mul(inverse);
        DoubleVector t2 = m32.mul(inverse);
        DoubleVector s00 = t0.fma(m30, m00);
        DoubleVector s10 = t1.fma(m30, m10);
        DoubleVector s11 = t1.fma(m31, m11);
        DoubleVector s20 = t2.fma(m30, m20);
        DoubleVector s21 = t2.fma(m31, m21);
        DoubleVector s22 = t2.fma(m32, m22);
        DoubleVector acWith = s00.mul(s11).sub(s10.mul(s10));
        DoubleVector agWith = s00.mul(s22).sub(s20.mul(s20));
        DoubleVector uWith = s00.mul(s21).sub(s10.mul(s20));
        with.intoArray(out, o + 8 * Lanes.COUNT);
        with.mul(s00).intoArray(out, o + 9 * Lanes.COUNT);
        with.mul(s11).intoArray(out, o + 10 * Lanes.COUNT);
        with.mul(acWith).intoArray(out, o + 11 * Lanes.COUNT);
        with.mul(s22).intoArray(out, o + 12 * Lanes.COUNT);
        with.mul(agWith).intoArray(out, o + 13 * Lanes.COUNT);
        with.mul(s11.mul(s22).sub(s21.mul(s21))).intoArray(out, o + 14 * Lanes.COUNT);
        with.mul(acWith.mul(agWith).sub(uWith.mul(uWith)).div(s00)).intoArray(out, o + 15 * Lanes.COUNT);
    }
}
