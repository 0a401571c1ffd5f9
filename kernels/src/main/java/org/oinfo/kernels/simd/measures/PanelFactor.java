package org.oinfo.kernels.simd.measures;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.simd.lanes.Lanes;

/**
 * R_S = U diag(d) U^T, U unit lower triangular, of a batch of n-plets in {@link PanelBatch}; -U replaces R_S.
 *
 * <p>Two rows at a time, from the left: with X = U diag(d),
 *
 * <pre>{@code   X_ij = R_ij - sum_{t<j} X_it U_jt ;  U_it = X_it / d_t ;  d_i = 1 - sum_{t<i} X_it U_it}</pre>
 *
 * X of two rows by four columns stays in eight registers: six loads for eight multiply-adds. Every method goes over the
 * whole batch, so that the latency of one vector of n-plets hides behind the next.
 */
final class PanelFactor {
    private static final VectorSpecies<Double> D = Lanes.DOUBLE;
    private static final int L = Lanes.COUNT;
    private static final int COLUMN = PanelBatch.COLUMN;

    private PanelFactor() {}

    /** X of the rows from j+4 to {@code rows}, an even number, in the four columns from j on, j a multiple of four. */
    static void below(double[] m, int vectors, int stride, int j, int rows) {
        int depth = j * COLUMN;
        int u = PanelBatch.row(j);
        int base = 0;
        for (int v = 0; v < vectors; v++, base += stride, u += stride) {
            for (int i = j + PanelBatch.SIZE; i < rows; i += 2) {
                int x = base + PanelBatch.row(i);
                int here = x + depth;
                DoubleVector p0 = fromArray(D, m, here);
                DoubleVector q0 = fromArray(D, m, here + L);
                DoubleVector p1 = fromArray(D, m, here + COLUMN);
                DoubleVector q1 = fromArray(D, m, here + COLUMN + L);
                DoubleVector p2 = fromArray(D, m, here + 2 * COLUMN);
                DoubleVector q2 = fromArray(D, m, here + 2 * COLUMN + L);
                DoubleVector p3 = fromArray(D, m, here + 3 * COLUMN);
                DoubleVector q3 = fromArray(D, m, here + 3 * COLUMN + L);
                for (int t = 0; t < depth; t += 2 * COLUMN) {
                    DoubleVector p = fromArray(D, m, x + t);
                    DoubleVector q = fromArray(D, m, x + t + L);
                    DoubleVector c = fromArray(D, m, u + t);
                    p0 = p.fma(c, p0);
                    q0 = q.fma(c, q0);
                    c = fromArray(D, m, u + t + L);
                    p1 = p.fma(c, p1);
                    q1 = q.fma(c, q1);
                    c = fromArray(D, m, u + t + 2 * L);
                    p2 = p.fma(c, p2);
                    q2 = q.fma(c, q2);
                    c = fromArray(D, m, u + t + 3 * L);
                    p3 = p.fma(c, p3);
                    q3 = q.fma(c, q3);
                    p = fromArray(D, m, x + t + COLUMN);
                    q = fromArray(D, m, x + t + COLUMN + L);
                    c = fromArray(D, m, u + t + COLUMN);
                    p0 = p.fma(c, p0);
                    q0 = q.fma(c, q0);
                    c = fromArray(D, m, u + t + COLUMN + L);
                    p1 = p.fma(c, p1);
                    q1 = q.fma(c, q1);
                    c = fromArray(D, m, u + t + COLUMN + 2 * L);
                    p2 = p.fma(c, p2);
                    q2 = q.fma(c, q2);
                    c = fromArray(D, m, u + t + COLUMN + 3 * L);
                    p3 = p.fma(c, p3);
                    q3 = q.fma(c, q3);
                }
                // The columns of the tile itself.
                int own = u + depth;
                DoubleVector c = fromArray(D, m, own + L);
                p1 = p0.fma(c, p1);
                q1 = q0.fma(c, q1);
                c = fromArray(D, m, own + 2 * L);
                p2 = p0.fma(c, p2);
                q2 = q0.fma(c, q2);
                c = fromArray(D, m, own + 3 * L);
                p3 = p0.fma(c, p3);
                q3 = q0.fma(c, q3);
                c = fromArray(D, m, own + COLUMN + 2 * L);
                p2 = p1.fma(c, p2);
                q2 = q1.fma(c, q2);
                c = fromArray(D, m, own + COLUMN + 3 * L);
                p3 = p1.fma(c, p3);
                q3 = q1.fma(c, q3);
                c = fromArray(D, m, own + 2 * COLUMN + 3 * L);
                p2.intoArray(m, here + 2 * COLUMN);
                q2.intoArray(m, here + 2 * COLUMN + L);
                p2.fma(c, p3).intoArray(m, here + 3 * COLUMN);
                q2.fma(c, q3).intoArray(m, here + 3 * COLUMN + L);
                p0.intoArray(m, here);
                q0.intoArray(m, here + L);
                p1.intoArray(m, here + COLUMN);
                q1.intoArray(m, here + COLUMN + L);
            }
        }
    }

    /** X of rows i+2, i+3 and columns i, i+1, i a multiple of four. */
    static void halfTile(double[] m, int vectors, int stride, int i) {
        int depth = i * COLUMN;
        int x = PanelBatch.row(i);
        for (int v = 0; v < vectors; v++, x += stride) {
            int here = x + depth;
            DoubleVector p0 = fromArray(D, m, here + 2 * L);
            DoubleVector q0 = fromArray(D, m, here + 3 * L);
            DoubleVector p1 = fromArray(D, m, here + COLUMN + 2 * L);
            DoubleVector q1 = fromArray(D, m, here + COLUMN + 3 * L);
            for (int t = 0; t < depth; t += COLUMN) {
                DoubleVector u0 = fromArray(D, m, x + t);
                DoubleVector u1 = fromArray(D, m, x + t + L);
                DoubleVector p = fromArray(D, m, x + t + 2 * L);
                DoubleVector q = fromArray(D, m, x + t + 3 * L);
                p0 = p.fma(u0, p0);
                q0 = q.fma(u0, q0);
                p1 = p.fma(u1, p1);
                q1 = q.fma(u1, q1);
            }
            DoubleVector c = fromArray(D, m, here + L);
            p0.intoArray(m, here + 2 * L);
            q0.intoArray(m, here + 3 * L);
            p0.fma(c, p1).intoArray(m, here + COLUMN + 2 * L);
            q0.fma(c, q1).intoArray(m, here + COLUMN + 3 * L);
        }
    }

    /**
     * -U and -1/d of rows i, i+1 (i even) from their X; multiplies d into their products, and looks at the guard.
     */
    static void pivots(double[] m, int vectors, int stride, int i, int inverse, MeasureSums sums) {
        double[] products = sums.products;
        long[] unsound = sums.unsound;
        DoubleVector one = broadcast(D, 1);
        DoubleVector minusOne = broadcast(D, -1);
        DoubleVector guard = broadcast(D, Canonical.GUARD);
        int x = PanelBatch.row(i);
        int w = inverse;
        for (int v = 0; v < vectors; v++, x += stride, w += stride) {
            int here = x + i * COLUMN;
            DoubleVector p0 = one;
            DoubleVector q0 = fromArray(D, m, here + L);
            DoubleVector q1 = one;
            for (int t = 0; t < i; t++) {
                DoubleVector weight = fromArray(D, m, w + t * L);
                DoubleVector p = fromArray(D, m, x + t * COLUMN);
                DoubleVector q = fromArray(D, m, x + t * COLUMN + L);
                DoubleVector up = p.mul(weight);
                DoubleVector uq = q.mul(weight);
                p0 = p.fma(up, p0);
                q0 = q.fma(up, q0);
                q1 = q.fma(uq, q1);
                up.intoArray(m, x + t * COLUMN);
                uq.intoArray(m, x + t * COLUMN + L);
            }
            DoubleVector weight = minusOne.div(p0);
            DoubleVector uq = q0.mul(weight);
            q1 = q0.fma(uq, q1);
            uq.intoArray(m, here + L);
            weight.intoArray(m, w + i * L);
            minusOne.div(q1).intoArray(m, w + i * L + L);
            int lane = v * L;
            fromArray(D, products, lane).mul(p0).mul(q1).intoArray(products, lane);
            LongVector.fromArray(Lanes.LONG, unsound, lane)
                    .or(p0.sub(guard).reinterpretAsLongs())
                    .or(q1.sub(guard).reinterpretAsLongs())
                    .intoArray(unsound, lane);
        }
    }
}
