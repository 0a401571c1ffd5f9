package org.oinfo.kernels.simd.measures;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.oinfo.kernels.simd.lanes.Lanes;

/**
 * -P_jj = -sum_i W_ij^2 / d_i, W = U^-1, from what {@link PanelFactor} leaves in {@link PanelBatch}.
 *
 * <pre>{@code   W_ij = -U_ij - sum_{j<t<i} U_it W_tj}</pre>
 *
 * Four columns of W at a time, which nobody reads after their sums are made, two rows by four columns in registers.
 */
final class PanelInverse {
    private static final VectorSpecies<Double> D = Lanes.DOUBLE;
    private static final int L = Lanes.COUNT;
    private static final int COLUMN = PanelBatch.COLUMN;

    private PanelInverse() {}

    /** W and its sums in the four columns from j on, their own rows. */
    static void diagonal(double[] m, int vectors, int stride, int j, int inverse, int precision, int columns) {
        int x = PanelBatch.row(j) + j * COLUMN;
        int d = inverse + j * L;
        int s = precision;
        int w = columns;
        for (int v = 0; v < vectors; v++, x += stride, d += stride, s += stride, w += stride) {
            DoubleVector w10 = fromArray(D, m, x + L);
            DoubleVector w20 = fromArray(D, m, x + 2 * L);
            DoubleVector w30 = fromArray(D, m, x + 3 * L);
            DoubleVector w21 = fromArray(D, m, x + COLUMN + 2 * L);
            DoubleVector w31 = fromArray(D, m, x + COLUMN + 3 * L);
            DoubleVector w32 = fromArray(D, m, x + 2 * COLUMN + 3 * L);
            w20 = w21.fma(w10, w20);
            w30 = w31.fma(w10, w30);
            w30 = w32.fma(w20, w30);
            w31 = w32.fma(w21, w31);
            w10.intoArray(m, w + L);
            w20.intoArray(m, w + 2 * L);
            w30.intoArray(m, w + 3 * L);
            w21.intoArray(m, w + COLUMN + 2 * L);
            w31.intoArray(m, w + COLUMN + 3 * L);
            w32.intoArray(m, w + 2 * COLUMN + 3 * L);
            DoubleVector d0 = fromArray(D, m, d);
            DoubleVector d1 = fromArray(D, m, d + L);
            DoubleVector d2 = fromArray(D, m, d + 2 * L);
            DoubleVector d3 = fromArray(D, m, d + 3 * L);
            d0 = w10.mul(w10).fma(d1, d0);
            d0 = w20.mul(w20).fma(d2, d0);
            w30.mul(w30).fma(d3, d0).intoArray(m, s);
            d1 = w21.mul(w21).fma(d2, d1);
            w31.mul(w31).fma(d3, d1).intoArray(m, s + L);
            w32.mul(w32).fma(d3, d2).intoArray(m, s + 2 * L);
            d3.intoArray(m, s + 3 * L);
        }
    }

    /** The same where only two rows are left. */
    static void halfDiagonal(double[] m, int vectors, int stride, int j, int inverse, int precision) {
        int x = PanelBatch.row(j) + j * COLUMN;
        int d = inverse + j * L;
        int s = precision;
        for (int v = 0; v < vectors; v++, x += stride, d += stride, s += stride) {
            DoubleVector w10 = fromArray(D, m, x + L);
            DoubleVector d1 = fromArray(D, m, d + L);
            w10.mul(w10).fma(d1, fromArray(D, m, d)).intoArray(m, s);
            d1.intoArray(m, s + L);
        }
    }

    /** W and its sums in the four columns from j on, rows j+4 to {@code rows}, an even number. */
    static void below(double[] m, int vectors, int stride, int j, int rows, int inverse, int precision, int columns) {
        int base = j * COLUMN;
        int inv = inverse;
        int s = precision;
        int w = columns;
        for (int v = 0; v < vectors; v++, base += stride, inv += stride, s += stride, w += stride) {
            for (int i = j + PanelBatch.SIZE; i < rows; i += 2) {
                int x = base + PanelBatch.row(i);
                int depth = (i - j) * COLUMN;
                // The four rows of the diagonal tile, where W is unit lower triangular and lies transposed.
                DoubleVector p0 = fromArray(D, m, x);
                DoubleVector q0 = fromArray(D, m, x + L);
                DoubleVector p1 = fromArray(D, m, x + COLUMN);
                DoubleVector q1 = fromArray(D, m, x + COLUMN + L);
                DoubleVector p2 = fromArray(D, m, x + 2 * COLUMN);
                DoubleVector q2 = fromArray(D, m, x + 2 * COLUMN + L);
                DoubleVector p3 = fromArray(D, m, x + 3 * COLUMN);
                DoubleVector q3 = fromArray(D, m, x + 3 * COLUMN + L);
                DoubleVector c = fromArray(D, m, w + L);
                p0 = p1.fma(c, p0);
                q0 = q1.fma(c, q0);
                c = fromArray(D, m, w + 2 * L);
                p0 = p2.fma(c, p0);
                q0 = q2.fma(c, q0);
                c = fromArray(D, m, w + 3 * L);
                p0 = p3.fma(c, p0);
                q0 = q3.fma(c, q0);
                c = fromArray(D, m, w + COLUMN + 2 * L);
                p1 = p2.fma(c, p1);
                q1 = q2.fma(c, q1);
                c = fromArray(D, m, w + COLUMN + 3 * L);
                p1 = p3.fma(c, p1);
                q1 = q3.fma(c, q1);
                c = fromArray(D, m, w + 2 * COLUMN + 3 * L);
                p2 = p3.fma(c, p2);
                q2 = q3.fma(c, q2);
                for (int t = PanelBatch.TILE; t < depth; t += 2 * COLUMN) {
                    DoubleVector p = fromArray(D, m, x + t);
                    DoubleVector q = fromArray(D, m, x + t + L);
                    c = fromArray(D, m, w + t);
                    p0 = p.fma(c, p0);
                    q0 = q.fma(c, q0);
                    c = fromArray(D, m, w + t + L);
                    p1 = p.fma(c, p1);
                    q1 = q.fma(c, q1);
                    c = fromArray(D, m, w + t + 2 * L);
                    p2 = p.fma(c, p2);
                    q2 = q.fma(c, q2);
                    c = fromArray(D, m, w + t + 3 * L);
                    p3 = p.fma(c, p3);
                    q3 = q.fma(c, q3);
                    p = fromArray(D, m, x + t + COLUMN);
                    q = fromArray(D, m, x + t + COLUMN + L);
                    c = fromArray(D, m, w + t + COLUMN);
                    p0 = p.fma(c, p0);
                    q0 = q.fma(c, q0);
                    c = fromArray(D, m, w + t + COLUMN + L);
                    p1 = p.fma(c, p1);
                    q1 = q.fma(c, q1);
                    c = fromArray(D, m, w + t + COLUMN + 2 * L);
                    p2 = p.fma(c, p2);
                    q2 = q.fma(c, q2);
                    c = fromArray(D, m, w + t + COLUMN + 3 * L);
                    p3 = p.fma(c, p3);
                    q3 = q.fma(c, q3);
                }
                c = fromArray(D, m, x + depth + L);
                q0 = p0.fma(c, q0);
                q1 = p1.fma(c, q1);
                q2 = p2.fma(c, q2);
                q3 = p3.fma(c, q3);
                int here = w + depth;
                p0.intoArray(m, here);
                p1.intoArray(m, here + L);
                p2.intoArray(m, here + 2 * L);
                p3.intoArray(m, here + 3 * L);
                q0.intoArray(m, here + COLUMN);
                q1.intoArray(m, here + COLUMN + L);
                q2.intoArray(m, here + COLUMN + 2 * L);
                q3.intoArray(m, here + COLUMN + 3 * L);
                int d = inv + i * L;
                DoubleVector pd = fromArray(D, m, d);
                DoubleVector qd = fromArray(D, m, d + L);
                q0.mul(q0).fma(qd, p0.mul(p0).fma(pd, fromArray(D, m, s))).intoArray(m, s);
                q1.mul(q1).fma(qd, p1.mul(p1).fma(pd, fromArray(D, m, s + L))).intoArray(m, s + L);
                q2.mul(q2)
                        .fma(qd, p2.mul(p2).fma(pd, fromArray(D, m, s + 2 * L)))
                        .intoArray(m, s + 2 * L);
                q3.mul(q3)
                        .fma(qd, p3.mul(p3).fma(pd, fromArray(D, m, s + 3 * L)))
                        .intoArray(m, s + 3 * L);
            }
        }
    }
}
