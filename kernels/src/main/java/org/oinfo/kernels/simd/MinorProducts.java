package org.oinfo.kernels.simd;

import jdk.incubator.vector.DoubleVector;

/**
 * Products of principal minors: for every subset T of q variables, the product of det (M_h)_TT over some symmetric matrices
 * M_h; each lane has matrices of its own.
 *
 * <p>A walk over include and exclude, highest variable first, for all matrices together. Leaving a variable out costs nothing,
 * its row is the last of the packed triangle; taking it in is one step of elimination into the buffer of the next level. The
 * last three variables, eight minors, are unrolled; their products stay in registers while the loop runs over the matrices.
 *
 * <pre>
 *   matrices [q (q+1)/2][stride][L]  m_ij, j at most i, by rows; the matrices h side by side
 *   out      [2^q][L]                bit i of the index: variable i is a member
 * </pre>
 *
 * <p>The 3 x 3 determinants are (p r - u^2) / a with p, r, u the 2 x 2 ones that share a: elimination with its divisions put
 * off, hence as stable as Cholesky, which the cofactors would not be. The products of the numerators lie between 1 and the
 * square of the smallest product: that must be in the range of doubles.
 *
 * <p>Source of the walk: Griffin, Tsatsomeros 2006, Linear Algebra Appl. 419, 107 (doi 10.1016/j.laa.2006.04.008).
 */
final class MinorProducts {
    /** Variables of a leaf. */
    static final int LEAF = 3;

    /** Buffer of each level, for the matrices of that many variables; and the product of their pivots so far [L]. */
    private final double[][] levels;

    private final double[][] factors;

    /** Room for up to {@code count} matrices of up to {@code variables}. */
    MinorProducts(int variables, int count) {
        levels = new double[variables][];
        factors = new double[variables][Lanes.COUNT];
        for (int q = LEAF; q < variables; q++) {
            levels[q] = new double[packed(q, count)];
        }
    }

    /** Doubles of {@code count} packed matrices of q variables in every lane. */
    static int packed(int q, int count) {
        return q * (q + 1) / 2 * count * Lanes.COUNT;
    }

    /**
     * Writes the products over the matrices [from, to) to out[outAt..].
     *
     * @param factor a factor of every product in each lane
     * @param m packed matrices, {@code stride} side by side
     * @param q variables, at least {@link #LEAF}
     */
    void products(double[] factor, double[] m, int stride, int from, int to, int q, double[] out, int outAt) {
        if (q == LEAF) {
            leaf(factor, m, stride, from, to, out, outAt);
            return;
        }
        double[] next = levels[q - 1];
        double[] nextFactor = factors[q - 1];
        include(factor, m, stride, from, to, q, nextFactor, next);
        products(nextFactor, next, stride, from, to, q - 1, out, outAt + (Lanes.COUNT << (q - 1)));
        products(factor, m, stride, from, to, q - 1, out, outAt);
    }

    /** Takes the last variable in: the factor times the pivots, and the Schur complements of the others. */
    static void include(
            double[] factor, double[] m, int stride, int from, int to, int q, double[] nextFactor, double[] next) {
        if (q == LEAF + 1) {
            includeFourth(factor, m, stride, from, to, nextFactor, next);
        } else if (q == LEAF + 2) {
            includeFifth(factor, m, stride, from, to, nextFactor, next);
        } else {
            System.arraycopy(factor, 0, nextFactor, 0, Lanes.COUNT);
            for (int h = from; h < to; h++) {
                eliminate(m, stride * Lanes.COUNT, h * Lanes.COUNT, q, nextFactor, next);
            }
        }
    }

    private static void eliminate(double[] m, int s, int at, int q, double[] factor, double[] next) {
        int row = at + q * (q - 1) / 2 * s;
        DoubleVector pivot = DoubleVector.fromArray(Lanes.DOUBLE, m, row + (q - 1) * s);
        DoubleVector.fromArray(Lanes.DOUBLE, factor, 0).mul(pivot).intoArray(factor, 0);
        DoubleVector inverse = DoubleVector.broadcast(Lanes.DOUBLE, -1).div(pivot);
        int offset = at;
        for (int i = 0; i < q - 1; i++) {
            DoubleVector t =
                    DoubleVector.fromArray(Lanes.DOUBLE, m, row + i * s).mul(inverse);
            for (int j = 0; j <= i; j++, offset += s) {
                DoubleVector.fromArray(Lanes.DOUBLE, m, row + j * s)
                        .fma(t, DoubleVector.fromArray(Lanes.DOUBLE, m, offset))
                        .intoArray(next, offset);
            }
        }
    }

    private static void includeFourth(
            double[] factor, double[] m, int stride, int from, int to, double[] nextFactor, double[] next) {
        int s = stride * Lanes.COUNT;
        DoubleVector product = DoubleVector.fromArray(Lanes.DOUBLE, factor, 0);
        for (int at = from * Lanes.COUNT; at < to * Lanes.COUNT; at += Lanes.COUNT) {
            DoubleVector r0 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 6 * s);
            DoubleVector r1 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 7 * s);
            DoubleVector r2 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 8 * s);
            DoubleVector pivot = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 9 * s);
            DoubleVector inverse = DoubleVector.broadcast(Lanes.DOUBLE, -1).div(pivot);
            product = product.mul(pivot);
            DoubleVector t0 = r0.mul(inverse);
            t0.fma(r0, DoubleVector.fromArray(Lanes.DOUBLE, m, at)).intoArray(next, at);
            DoubleVector t1 = r1.mul(inverse);
            t1.fma(r0, DoubleVector.fromArray(Lanes.DOUBLE, m, at + s)).intoArray(next, at + s);
            t1.fma(r1, DoubleVector.fromArray(Lanes.DOUBLE, m, at + 2 * s)).intoArray(next, at + 2 * s);
            DoubleVector t2 = r2.mul(inverse);
            t2.fma(r0, DoubleVector.fromArray(Lanes.DOUBLE, m, at + 3 * s)).intoArray(next, at + 3 * s);
            t2.fma(r1, DoubleVector.fromArray(Lanes.DOUBLE, m, at + 4 * s)).intoArray(next, at + 4 * s);
            t2.fma(r2, DoubleVector.fromArray(Lanes.DOUBLE, m, at + 5 * s)).intoArray(next, at + 5 * s);
        }
        product.intoArray(nextFactor, 0);
    }

    private static void includeFifth(
            double[] factor, double[] m, int stride, int from, int to, double[] nextFactor, double[] next) {
        int s = stride * Lanes.COUNT;
        DoubleVector product = DoubleVector.fromArray(Lanes.DOUBLE, factor, 0);
        for (int at = from * Lanes.COUNT; at < to * Lanes.COUNT; at += Lanes.COUNT) {
            DoubleVector r0 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 10 * s);
            DoubleVector r1 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 11 * s);
            DoubleVector r2 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 12 * s);
            DoubleVector r3 = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 13 * s);
            DoubleVector pivot = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 14 * s);
            DoubleVector inverse = DoubleVector.broadcast(Lanes.DOUBLE, -1).div(pivot);
            product = product.mul(pivot);
            DoubleVector t0 = r0.mul(inverse);
            t0.fma(r0, DoubleVector.fromArray(Lanes.DOUBLE, m, at)).intoArray(next, at);
            DoubleVector t1 = r1.mul(inverse);
            t1.fma(r0, DoubleVector.fromArray(Lanes.DOUBLE, m, at + s)).intoArray(next, at + s);
            t1.fma(r1, DoubleVector.fromArray(Lanes.DOUBLE, m, at + 2 * s)).intoArray(next, at + 2 * s);
            DoubleVector t2 = r2.mul(inverse);
            t2.fma(r0, DoubleVector.fromArray(Lanes.DOUBLE, m, at + 3 * s)).intoArray(next, at + 3 * s);
            t2.fma(r1, DoubleVector.fromArray(Lanes.DOUBLE, m, at + 4 * s)).intoArray(next, at + 4 * s);
            t2.fma(r2, DoubleVector.fromArray(Lanes.DOUBLE, m, at + 5 * s)).intoArray(next, at + 5 * s);
            DoubleVector t3 = r3.mul(inverse);
            t3.fma(r0, DoubleVector.fromArray(Lanes.DOUBLE, m, at + 6 * s)).intoArray(next, at + 6 * s);
            t3.fma(r1, DoubleVector.fromArray(Lanes.DOUBLE, m, at + 7 * s)).intoArray(next, at + 7 * s);
            t3.fma(r2, DoubleVector.fromArray(Lanes.DOUBLE, m, at + 8 * s)).intoArray(next, at + 8 * s);
            t3.fma(r3, DoubleVector.fromArray(Lanes.DOUBLE, m, at + 9 * s)).intoArray(next, at + 9 * s);
        }
        product.intoArray(nextFactor, 0);
    }

    private static void leaf(double[] factor, double[] m, int stride, int from, int to, double[] out, int o) {
        int s = stride * Lanes.COUNT;
        DoubleVector f = DoubleVector.fromArray(Lanes.DOUBLE, factor, 0);
        DoubleVector p1 = f;
        DoubleVector p2 = f;
        DoubleVector p3 = f;
        DoubleVector p4 = f;
        DoubleVector p5 = f;
        DoubleVector p6 = f;
        DoubleVector p7 = f;
        for (int at = from * Lanes.COUNT; at < to * Lanes.COUNT; at += Lanes.COUNT) {
            DoubleVector a = DoubleVector.fromArray(Lanes.DOUBLE, m, at);
            DoubleVector b = DoubleVector.fromArray(Lanes.DOUBLE, m, at + s);
            DoubleVector c = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 2 * s);
            DoubleVector d = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 3 * s);
            DoubleVector e = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 4 * s);
            DoubleVector g = DoubleVector.fromArray(Lanes.DOUBLE, m, at + 5 * s);
            DoubleVector ac = a.mul(c).sub(b.mul(b));
            DoubleVector ag = a.mul(g).sub(d.mul(d));
            DoubleVector u = a.mul(e).sub(b.mul(d));
            p1 = p1.mul(a);
            p2 = p2.mul(c);
            p3 = p3.mul(ac);
            p4 = p4.mul(g);
            p5 = p5.mul(ag);
            p6 = p6.mul(c.mul(g).sub(e.mul(e)));
            p7 = p7.mul(ac.mul(ag).sub(u.mul(u)));
        }
        f.intoArray(out, o);
        p1.intoArray(out, o + Lanes.COUNT);
        p2.intoArray(out, o + 2 * Lanes.COUNT);
        p3.intoArray(out, o + 3 * Lanes.COUNT);
        p4.intoArray(out, o + 4 * Lanes.COUNT);
        p5.intoArray(out, o + 5 * Lanes.COUNT);
        p6.intoArray(out, o + 6 * Lanes.COUNT);
        // Every matrix left its division by a to the end.
        p7.mul(f).div(p1).intoArray(out, o + 7 * Lanes.COUNT);
    }
}
