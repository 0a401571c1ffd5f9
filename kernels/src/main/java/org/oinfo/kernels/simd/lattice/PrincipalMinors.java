package org.oinfo.kernels.simd.lattice;

import jdk.incubator.vector.DoubleVector;
import org.oinfo.kernels.simd.lanes.Lanes;

/**
 * All principal minors of a symmetric matrix, in every lane of another one, for about three instructions each.
 *
 * <p>A walk over include and exclude, highest variable first. Leaving a variable out costs nothing, its row is the last of the
 * packed triangle; taking it in is one step of elimination into the buffer of the next level. The last four variables, sixteen
 * minors, are in registers. The 3 x 3 determinants are (p r - u^2) / a with p, r, u the 2 x 2 ones that share a: elimination
 * with its divisions put off, hence as stable as Cholesky, which cofactors would not be.
 *
 * <pre>
 *   matrix [q (q+1)/2][L]  s_ij, j at most i, by rows
 *   out    [2^q][L]        bit i of the index: variable i is a member
 * </pre>
 *
 * <p>Source of the walk: Griffin, Tsatsomeros 2006, Linear Algebra Appl. 419, 107 (doi 10.1016/j.laa.2006.04.008).
 */
final class PrincipalMinors {
    /** Variables of a leaf. */
    static final int LEAF = 4;

    /** Buffer of each level, for the matrix of that many variables; and the product of the pivots so far [L]. */
    private final double[][] levels;

    private final double[][] factors;
    private final double[] step;

    /** Room for matrices of up to {@code variables}. */
    PrincipalMinors(int variables) {
        levels = new double[variables][];
        factors = new double[variables][Lanes.COUNT];
        step = new double[variables * Lanes.COUNT];
        for (int q = LEAF; q < variables; q++) {
            levels[q] = new double[packed(q)];
        }
    }

    /** Doubles of a packed matrix of q variables in every lane. */
    static int packed(int q) {
        return q * (q + 1) / 2 * Lanes.COUNT;
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
        double[] nextFactor = factors[q - 1];
        eliminate(m, q, next, step);
        int pivot = packed(q) - Lanes.COUNT;
        DoubleVector.fromArray(Lanes.DOUBLE, factor, 0)
                .mul(DoubleVector.fromArray(Lanes.DOUBLE, m, pivot))
                .intoArray(nextFactor, 0);
        minors(nextFactor, next, q - 1, out, outAt + (Lanes.COUNT << (q - 1)));
        minors(factor, m, q - 1, out, outAt);
    }

    /**
     * Takes the last of q variables, p, in: the Schur complement of the others.
     *
     * @param step receives -s_pj / s_pp for every j, then 1 / s_pp [q][L]
     */
    static void eliminate(double[] m, int q, double[] next, double[] step) {
        int row = packed(q - 1);
        DoubleVector inverse = DoubleVector.broadcast(Lanes.DOUBLE, 1)
                .div(DoubleVector.fromArray(Lanes.DOUBLE, m, row + (q - 1) * Lanes.COUNT));
        inverse.intoArray(step, (q - 1) * Lanes.COUNT);
        int at = 0;
        for (int i = 0; i < q - 1; i++) {
            DoubleVector factor = DoubleVector.fromArray(Lanes.DOUBLE, m, row + i * Lanes.COUNT)
                    .mul(inverse)
                    .neg();
            factor.intoArray(step, i * Lanes.COUNT);
            for (int j = 0; j <= i; j++, at += Lanes.COUNT) {
                DoubleVector.fromArray(Lanes.DOUBLE, m, row + j * Lanes.COUNT)
                        .fma(factor, DoubleVector.fromArray(Lanes.DOUBLE, m, at))
                        .intoArray(next, at);
            }
        }
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
