package org.oinfo.kernels.simd.lattice;

import jdk.incubator.vector.DoubleVector;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.sweep.Sweep;

/**
 * For every subset T of q variables, the product over fixed members h of P_hh, the diagonal of the inverse of the correlations
 * of all members and T.
 *
 * <p>A walk over include and exclude like that of {@link PrincipalMinors}, on the same matrix s, with a border for each h: its
 * regression coefficients b and its P_hh so far, kappa. Taking variable p in (the sweep, see {@link Sweep}):
 *
 * <pre>   b'_j = b_j - b_p s_pj / s_pp      kappa' = kappa + b_p^2 / s_pp</pre>
 *
 * <p>What depends on s alone is done once for all h. The last three variables, eight subsets, are unrolled; their products stay
 * in registers while the loop runs over h. Sums of positive terms throughout: nothing cancels.
 *
 * <pre>
 *   s       [q (q+1)/2][L]    s_ij, j at most i, by rows
 *   borders [1+q][members][L] kappa, then b_0 .. b_(q-1), the members side by side
 *   out     [2^q][L]          bit i of the index: variable i is in T
 * </pre>
 */
final class PrecisionProducts {
    /** Variables of a leaf. */
    static final int LEAF = 3;

    private final double[][] matrices;
    private final double[][] borders;
    /** -s_pj / s_pp for every j, then 1 / s_pp, of the step being made [q][L]. */
    private final double[] step;

    /** Room for up to {@code variables} and {@code members}. */
    PrecisionProducts(int variables, int members) {
        matrices = new double[variables + 1][];
        borders = new double[variables + 1][];
        step = new double[(variables + 1) * Lanes.COUNT];
        for (int q = LEAF; q <= variables; q++) {
            matrices[q] = new double[PrincipalMinors.packed(q)];
            borders[q] = new double[(1 + q) * members * Lanes.COUNT];
        }
    }

    /** Buffer of level q for s: what {@link #include} from q+1 variables leaves. */
    double[] matrix(int q) {
        return matrices[q];
    }

    /** Buffer of level q for the borders. */
    double[] borders(int q) {
        return borders[q];
    }

    /** Writes the products to out[outAt..]; q is at least {@link #LEAF}. */
    void products(double[] s, double[] border, int members, int q, double[] out, int outAt) {
        if (q == LEAF) {
            leaf(s, border, members * Lanes.COUNT, out, outAt);
            return;
        }
        include(s, border, members, q);
        products(matrices[q - 1], borders[q - 1], members, q - 1, out, outAt + (Lanes.COUNT << (q - 1)));
        products(s, border, members, q - 1, out, outAt);
    }

    /** Takes the last of q variables in; the result is in the buffers of level q-1. */
    void include(double[] s, double[] border, int members, int q) {
        PrincipalMinors.eliminate(s, q, matrices[q - 1], step);
        int width = members * Lanes.COUNT;
        if (q == LEAF + 1) {
            bordersOfFour(border, width, step, borders[q - 1]);
        } else {
            borders(border, width, q, step, borders[q - 1]);
        }
    }

    private static void borders(double[] from, int width, int q, double[] step, double[] to) {
        int last = q * width;
        DoubleVector inverse = DoubleVector.fromArray(Lanes.DOUBLE, step, (q - 1) * Lanes.COUNT);
        for (int h = 0; h < width; h += Lanes.COUNT) {
            DoubleVector bp = DoubleVector.fromArray(Lanes.DOUBLE, from, last + h);
            bp.mul(bp)
                    .fma(inverse, DoubleVector.fromArray(Lanes.DOUBLE, from, h))
                    .intoArray(to, h);
            for (int j = 0, at = width + h; j < q - 1; j++, at += width) {
                bp.fma(
                                DoubleVector.fromArray(Lanes.DOUBLE, step, j * Lanes.COUNT),
                                DoubleVector.fromArray(Lanes.DOUBLE, from, at))
                        .intoArray(to, at);
            }
        }
    }

    private static void bordersOfFour(double[] from, int width, double[] step, double[] to) {
        DoubleVector f0 = DoubleVector.fromArray(Lanes.DOUBLE, step, 0);
        DoubleVector f1 = DoubleVector.fromArray(Lanes.DOUBLE, step, Lanes.COUNT);
        DoubleVector f2 = DoubleVector.fromArray(Lanes.DOUBLE, step, 2 * Lanes.COUNT);
        DoubleVector inverse = DoubleVector.fromArray(Lanes.DOUBLE, step, 3 * Lanes.COUNT);
        for (int h = 0; h < width; h += Lanes.COUNT) {
            DoubleVector bp = DoubleVector.fromArray(Lanes.DOUBLE, from, h + 4 * width);
            bp.mul(bp)
                    .fma(inverse, DoubleVector.fromArray(Lanes.DOUBLE, from, h))
                    .intoArray(to, h);
            bp.fma(f0, DoubleVector.fromArray(Lanes.DOUBLE, from, h + width)).intoArray(to, h + width);
            bp.fma(f1, DoubleVector.fromArray(Lanes.DOUBLE, from, h + 2 * width))
                    .intoArray(to, h + 2 * width);
            bp.fma(f2, DoubleVector.fromArray(Lanes.DOUBLE, from, h + 3 * width))
                    .intoArray(to, h + 3 * width);
        }
    }

    private static void leaf(double[] s, double[] border, int width, double[] out, int o) {
        DoubleVector one = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        DoubleVector s10 = DoubleVector.fromArray(Lanes.DOUBLE, s, Lanes.COUNT);
        DoubleVector s11 = DoubleVector.fromArray(Lanes.DOUBLE, s, 2 * Lanes.COUNT);
        DoubleVector s20 = DoubleVector.fromArray(Lanes.DOUBLE, s, 3 * Lanes.COUNT);
        DoubleVector s21 = DoubleVector.fromArray(Lanes.DOUBLE, s, 4 * Lanes.COUNT);
        DoubleVector s22 = DoubleVector.fromArray(Lanes.DOUBLE, s, 5 * Lanes.COUNT);
        // Names: v1after0 is the inverse variance of variable 1 given 0, f the negative regression coefficients.
        DoubleVector v0 = one.div(DoubleVector.fromArray(Lanes.DOUBLE, s, 0));
        DoubleVector v1 = one.div(s11);
        DoubleVector v2 = one.div(s22);
        DoubleVector f1on0 = s10.mul(v0).neg();
        DoubleVector f2on0 = s20.mul(v0).neg();
        DoubleVector f2on1 = s21.mul(v1).neg();
        DoubleVector s22after0 = f2on0.fma(s20, s22);
        DoubleVector s21after0 = f2on0.fma(s10, s21);
        DoubleVector v1after0 = one.div(f1on0.fma(s10, s11));
        DoubleVector v2after0 = one.div(s22after0);
        DoubleVector v2after1 = one.div(f2on1.fma(s21, s22));
        DoubleVector f2on1after0 = s21after0.mul(v1after0).neg();
        DoubleVector v2after01 = one.div(f2on1after0.fma(s21after0, s22after0));
        // A value each: one that they share is boxed in some compilations.
        DoubleVector p0 = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        DoubleVector p1 = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        DoubleVector p2 = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        DoubleVector p3 = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        DoubleVector p4 = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        DoubleVector p5 = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        DoubleVector p6 = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        DoubleVector p7 = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        for (int h = 0; h < width; h += Lanes.COUNT) {
            DoubleVector kappa = DoubleVector.fromArray(Lanes.DOUBLE, border, h);
            DoubleVector b0 = DoubleVector.fromArray(Lanes.DOUBLE, border, h + width);
            DoubleVector b1 = DoubleVector.fromArray(Lanes.DOUBLE, border, h + 2 * width);
            DoubleVector b2 = DoubleVector.fromArray(Lanes.DOUBLE, border, h + 3 * width);
            DoubleVector kappa0 = b0.mul(b0).fma(v0, kappa);
            DoubleVector kappa1 = b1.mul(b1).fma(v1, kappa);
            DoubleVector b1after0 = b0.fma(f1on0, b1);
            DoubleVector b2after0 = b0.fma(f2on0, b2);
            DoubleVector b2after1 = b1.fma(f2on1, b2);
            DoubleVector b2after01 = b1after0.fma(f2on1after0, b2after0);
            DoubleVector kappa01 = b1after0.mul(b1after0).fma(v1after0, kappa0);
            p0 = p0.mul(kappa);
            p1 = p1.mul(kappa0);
            p2 = p2.mul(kappa1);
            p3 = p3.mul(kappa01);
            p4 = p4.mul(b2.mul(b2).fma(v2, kappa));
            p5 = p5.mul(b2after0.mul(b2after0).fma(v2after0, kappa0));
            p6 = p6.mul(b2after1.mul(b2after1).fma(v2after1, kappa1));
            p7 = p7.mul(b2after01.mul(b2after01).fma(v2after01, kappa01));
        }
        p0.intoArray(out, o);
        p1.intoArray(out, o + Lanes.COUNT);
        p2.intoArray(out, o + 2 * Lanes.COUNT);
        p3.intoArray(out, o + 3 * Lanes.COUNT);
        p4.intoArray(out, o + 4 * Lanes.COUNT);
        p5.intoArray(out, o + 5 * Lanes.COUNT);
        p6.intoArray(out, o + 6 * Lanes.COUNT);
        p7.intoArray(out, o + 7 * Lanes.COUNT);
    }
}
