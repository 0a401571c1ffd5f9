package org.oinfo.kernels.simd;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;

/**
 * Batched measures: one n-plet per lane, matrices interleaved, square-root-free Cholesky and the diagonal of the inverse.
 *
 * <pre>
 *   a [k(k+1)/2][L]   element (row, column <= row) at (row(row+1)/2 + column) * L, one double per lane:
 *                     R_S, then L, then L^-1 (unit lower triangles)
 *   inverse [k][L]    1/d_r        precision [k][L]  P_ii
 * </pre>
 *
 * Columns go four at a time, so that four multiply-adds share one load of the row. N-plets with some 1/P_ii below {@link
 * Canonical#GUARD} are scored by the canonical routine.
 */
final class SimdMeasures implements MeasuresKernel {
    /** Factors between 1e-4 and 1e4 whose product stays in the range of doubles. */
    private static final int SAFE_FACTORS = 64;

    private static final int L = Lanes.COUNT;

    private final double[] r;
    private final int n;
    private final Canonical canonical;

    private double[] a = new double[0];
    private double[] inverse = new double[0];
    private double[] precision = new double[0];
    /** ln|R_S| and sum ln P_ii [2][L], and the products they are logarithms of. */
    private final double[] logs = new double[2 * L];

    private final double[] products = new double[2 * L];
    private final double[] chunkLogs = new double[2 * L];
    /** Negative in lanes where some 1/d or P_ii is negative or above 1 / GUARD [L]. */
    private final long[] unsound = new long[L];

    SimdMeasures(CorrelationMatrix r) {
        this.r = r.array();
        this.n = r.variables();
        this.canonical = new Canonical(r);
    }

    @Override
    public void measures(int[] nplets, int count, int order, double[] out) {
        if (inverse.length < order * L) {
            a = new double[order * (order + 1) / 2 * L];
            inverse = new double[order * L];
            precision = new double[order * L];
        }
        for (int first = 0; first < count; first += L) {
            int used = Math.min(L, count - first);
            gather(nplets, first, used, order);
            factor(order);
            invert(order);
            long sound = logarithms(order);
            for (int lane = 0; lane < used; lane++) {
                int at = (first + lane) * VALUES;
                if ((sound >>> lane & 1) != 0) {
                    write(lane, order, out, at);
                } else {
                    canonical.score(nplets, (first + lane) * order, order);
                    canonical.write(out, at);
                }
            }
        }
    }

    /** Packs the submatrices; lanes beyond {@code used} repeat the last n-plet and are not written. */
    private void gather(int[] nplets, int first, int used, int k) {
        for (int lane = 0; lane < L; lane++) {
            int nplet = (first + Math.min(lane, used - 1)) * k;
            int at = lane;
            for (int row = 0; row < k; row++) {
                int source = nplets[nplet + row] * n;
                for (int column = 0; column < row; column++, at += L) {
                    a[at] = r[source + nplets[nplet + column]];
                }
                at += L;
            }
        }
    }

    /** R_S = U diag(d) U^T: the unit lower triangle U over a, 1/d to inverse. */
    private void factor(int k) {
        double[] m = a;
        for (int row = 0; row < k; row++) {
            int at = row * (row + 1) / 2 * L;
            int column = 0;
            for (; column + 4 <= row; column += 4) {
                factorFour(m, at, column);
            }
            for (; column < row; column++) {
                int other = column * (column + 1) / 2 * L;
                DoubleVector v = DoubleVector.fromArray(Lanes.DOUBLE, m, at + column * L);
                for (int t = 0; t < column; t++) {
                    v = DoubleVector.fromArray(Lanes.DOUBLE, m, at + t * L)
                            .neg()
                            .fma(DoubleVector.fromArray(Lanes.DOUBLE, m, other + t * L), v);
                }
                v.intoArray(m, at + column * L);
            }
            DoubleVector pivot = DoubleVector.broadcast(Lanes.DOUBLE, 1);
            for (int t = 0; t < row; t++) {
                DoubleVector scaled = DoubleVector.fromArray(Lanes.DOUBLE, m, at + t * L);
                DoubleVector unit = scaled.mul(DoubleVector.fromArray(Lanes.DOUBLE, inverse, t * L));
                pivot = scaled.neg().fma(unit, pivot);
                unit.intoArray(m, at + t * L);
            }
            DoubleVector.broadcast(Lanes.DOUBLE, 1).div(pivot).intoArray(inverse, row * L);
        }
    }

    /** Elements (row, c..c+3) of U diag(d). */
    private static void factorFour(double[] m, int at, int c) {
        int u0 = c * (c + 1) / 2 * L;
        int u1 = u0 + (c + 1) * L;
        int u2 = u1 + (c + 2) * L;
        int u3 = u2 + (c + 3) * L;
        int here = at + c * L;
        DoubleVector v0 = DoubleVector.fromArray(Lanes.DOUBLE, m, here);
        DoubleVector v1 = DoubleVector.fromArray(Lanes.DOUBLE, m, here + L);
        DoubleVector v2 = DoubleVector.fromArray(Lanes.DOUBLE, m, here + 2 * L);
        DoubleVector v3 = DoubleVector.fromArray(Lanes.DOUBLE, m, here + 3 * L);
        for (int t = 0; t < c * L; t += L) {
            DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLE, m, at + t).neg();
            v0 = x.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, u0 + t), v0);
            v1 = x.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, u1 + t), v1);
            v2 = x.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, u2 + t), v2);
            v3 = x.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, u3 + t), v3);
        }
        // Now the columns of the block itself.
        int t = c * L;
        DoubleVector x = v0.neg();
        v1 = x.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, u1 + t), v1);
        v2 = x.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, u2 + t), v2);
        v3 = x.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, u3 + t), v3);
        x = v1.neg();
        v2 = x.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, u2 + t + L), v2);
        v3 = x.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, u3 + t + L), v3);
        v3 = v2.neg().fma(DoubleVector.fromArray(Lanes.DOUBLE, m, u3 + t + 2 * L), v3);
        v0.intoArray(m, here);
        v1.intoArray(m, here + L);
        v2.intoArray(m, here + 2 * L);
        v3.intoArray(m, here + 3 * L);
    }

    /** U^-1 over U, row by row, and P_jj = sum_i (U^-1)_ij^2 / d_i to precision. */
    private void invert(int k) {
        double[] m = a;
        for (int i = 0; i < k; i++) {
            int at = i * (i + 1) / 2 * L;
            DoubleVector weight = DoubleVector.fromArray(Lanes.DOUBLE, inverse, i * L);
            int j = 0;
            for (; j + 4 <= i; j += 4) {
                invertFour(m, at, i, j);
            }
            for (; j < i; j++) {
                DoubleVector v = DoubleVector.fromArray(Lanes.DOUBLE, m, at + j * L);
                for (int t = j + 1; t < i; t++) {
                    v = DoubleVector.fromArray(Lanes.DOUBLE, m, at + t * L)
                            .fma(DoubleVector.fromArray(Lanes.DOUBLE, m, (t * (t + 1) / 2 + j) * L), v);
                }
                v.neg().intoArray(m, at + j * L);
            }
            for (int t = 0; t < i * L; t += L) {
                DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLE, m, at + t);
                x.mul(x)
                        .fma(weight, DoubleVector.fromArray(Lanes.DOUBLE, precision, t))
                        .intoArray(precision, t);
            }
            weight.intoArray(precision, i * L);
        }
    }

    /** Elements (i, j..j+3) of U^-1. */
    private static void invertFour(double[] m, int at, int i, int j) {
        int here = at + j * L;
        DoubleVector v0 = DoubleVector.fromArray(Lanes.DOUBLE, m, here);
        DoubleVector v1 = DoubleVector.fromArray(Lanes.DOUBLE, m, here + L);
        DoubleVector v2 = DoubleVector.fromArray(Lanes.DOUBLE, m, here + 2 * L);
        DoubleVector v3 = DoubleVector.fromArray(Lanes.DOUBLE, m, here + 3 * L);
        int row1 = ((j + 1) * (j + 2) / 2 + j) * L;
        int row2 = row1 + (j + 2) * L;
        int row3 = row2 + (j + 3) * L;
        v0 = v1.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, row1), v0);
        v0 = v2.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, row2), v0);
        v1 = v2.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, row2 + L), v1);
        v0 = v3.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, row3), v0);
        v1 = v3.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, row3 + L), v1);
        v2 = v3.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, row3 + 2 * L), v2);
        int other = row3 + (j + 4) * L;
        for (int t = j + 4; t < i; t++) {
            DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLE, m, at + t * L);
            v0 = x.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, other), v0);
            v1 = x.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, other + L), v1);
            v2 = x.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, other + 2 * L), v2);
            v3 = x.fma(DoubleVector.fromArray(Lanes.DOUBLE, m, other + 3 * L), v3);
            other += (t + 1) * L;
        }
        v0.neg().intoArray(m, here);
        v1.neg().intoArray(m, here + L);
        v2.neg().intoArray(m, here + 2 * L);
        v3.neg().intoArray(m, here + 3 * L);
    }

    /** Fills {@link #logs}; returns the lanes where all is well conditioned. */
    private long logarithms(int k) {
        Arrays.fill(logs, 0);
        Arrays.fill(unsound, 0);
        for (int from = 0; from < k; from += SAFE_FACTORS) {
            multiply(from, Math.min(k, from + SAFE_FACTORS));
            SimdLog.log(products, 0, 2 * L, chunkLogs);
            for (int lane = 0; lane < L; lane++) {
                logs[lane] -= chunkLogs[lane];
                logs[L + lane] += chunkLogs[L + lane];
            }
        }
        long sound = 0;
        for (int lane = 0; lane < L; lane++) {
            sound |= unsound[lane] < 0 ? 0 : 1L << lane;
        }
        return sound;
    }

    /**
     * Products of 1/d and of P_ii for i in [from, to), and the sign bits that tell what is unsound: min and max would be boxed
     * now and then. A pivot that is zero makes 1/d infinite, whatever NaN follows from it.
     */
    private void multiply(int from, int to) {
        DoubleVector limit = DoubleVector.broadcast(Lanes.DOUBLE, 1 / Canonical.GUARD);
        DoubleVector determinant = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        DoubleVector diagonal = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        LongVector signs = LongVector.fromArray(Lanes.LONG, unsound, 0);
        for (int i = from * L; i < to * L; i += L) {
            DoubleVector d = DoubleVector.fromArray(Lanes.DOUBLE, inverse, i);
            DoubleVector p = DoubleVector.fromArray(Lanes.DOUBLE, precision, i);
            determinant = determinant.mul(d);
            diagonal = diagonal.mul(p);
            signs = signs.or(d.reinterpretAsLongs())
                    .or(limit.sub(d).reinterpretAsLongs())
                    .or(limit.sub(p).reinterpretAsLongs());
        }
        signs.intoArray(unsound, 0);
        determinant.intoArray(products, 0);
        diagonal.intoArray(products, L);
    }

    private void write(int lane, int order, double[] out, int at) {
        double logDet = logs[lane];
        // The two variables of a pair have the same P_ii, 1 / |R_S|: Omega is 0.
        double logPrecision = order == 2 ? -2 * logDet : logs[L + lane];
        out[at] = -0.5 * logDet;
        out[at + 1] = 0.5 * (logDet + logPrecision);
        out[at + 2] = -logDet - 0.5 * logPrecision;
        out[at + 3] = 0.5 * logPrecision;
    }
}
