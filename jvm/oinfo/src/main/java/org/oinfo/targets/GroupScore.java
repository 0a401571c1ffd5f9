package org.oinfo.targets;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.NpletScore;

/**
 * TC, DTC, Omega and S of n-plets whose members are groups of m columns.
 *
 * <p>One Cholesky factorisation of the k m columns and, instead of the diagonal of the inverse P, its m x m blocks P_g, the
 * inverses of each group's covariance given the others:
 *
 * <pre>  TC = 1/2 (sum_g ln|R_g| - ln|R|);   DTC = 1/2 (ln|R| + sum_g ln|P_g|)</pre>
 *
 * <p>An n-plet is singular as in {@link Canonical}: some 1/P_ii below 1e-12, or no factor.
 */
final class GroupScore implements NpletScore {
    private final double[] r;
    private final int n;
    private final int size;
    /** ln|R_g| of each group; NaN when it is singular. */
    private final double[] own;

    /** Lower triangle [K*K] of the factor, then of its inverse; a block [m*m] of P. */
    private double[] l = new double[0];

    private final double[] block;

    private double tc;
    private double dtc;

    GroupScore(CorrelationMatrix matrix, int size) {
        this.r = matrix.array();
        this.n = matrix.variables();
        this.size = size;
        this.block = new double[size * size];
        this.own = new double[n / size];
        for (int g = 0; g < own.length; g++) {
            for (int a = 0; a < size; a++) {
                System.arraycopy(r, (g * size + a) * n + g * size, block, a * size, size);
            }
            own[g] = factor(block, size);
        }
    }

    /** ln|R_g| of one group; NaN when it is singular. */
    double logDeterminant(int group) {
        return own[group];
    }

    @Override
    public boolean score(int[] nplets, int offset, int order) {
        int columns = order * size;
        if (l.length < columns * columns) {
            l = new double[columns * columns];
        }
        fill(nplets, offset, order, columns);
        double logDet = factor(l, columns);
        double logBlocks = Double.isNaN(logDet) ? Double.NaN : logBlocks(columns);
        double logOwn = 0;
        for (int g = 0; g < order; g++) {
            logOwn += own[nplets[offset + g]];
        }
        tc = 0.5 * (logOwn - logDet);
        dtc = 0.5 * (logDet + logBlocks);
        if (Double.isNaN(tc) || Double.isNaN(dtc)) {
            tc = dtc = Double.NaN;
            return false;
        }
        if (order == 2) {
            // Both are I(1;2); Omega of two sources is 0, not rounding noise.
            dtc = tc;
        }
        return true;
    }

    private void fill(int[] nplets, int offset, int order, int columns) {
        for (int a = 0; a < columns; a++) {
            int row = (nplets[offset + a / size] * size + a % size) * n;
            for (int g = 0; g < order; g++) {
                System.arraycopy(r, row + nplets[offset + g] * size, l, a * columns + g * size, size);
            }
        }
    }

    /** Factors a matrix in place, its lower triangle L with the diagonal; ln of its determinant, NaN when there is none. */
    private static double factor(double[] a, int columns) {
        double logDet = 0;
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                double v = a[i * columns + j];
                for (int t = 0; t < j; t++) {
                    v = Math.fma(-a[i * columns + t], a[j * columns + t], v);
                }
                if (j < i) {
                    a[i * columns + j] = v / a[j * columns + j];
                } else if (v > 0) {
                    a[i * columns + i] = Math.sqrt(v);
                    logDet += StrictMath.log(v);
                } else {
                    return Double.NaN;
                }
            }
        }
        return logDet;
    }

    /** Sum of ln|P_g|; NaN when some P_ii is too large. */
    private double logBlocks(int columns) {
        invert(columns);
        double sum = 0;
        for (int first = 0; first < columns; first += size) {
            for (int a = 0; a < size; a++) {
                for (int b = 0; b <= a; b++) {
                    double v = 0;
                    for (int row = first + a; row < columns; row++) {
                        v = Math.fma(l[row * columns + first + a], l[row * columns + first + b], v);
                    }
                    block[a * size + b] = v;
                }
                if (!(block[a * size + a] <= 1 / Canonical.SINGULAR)) {
                    return Double.NaN;
                }
            }
            sum += factor(block, size);
        }
        return sum;
    }

    /** L becomes its inverse, row by row. */
    private void invert(int columns) {
        for (int i = 0; i < columns; i++) {
            double diagonal = 1 / l[i * columns + i];
            for (int j = 0; j < i; j++) {
                double v = 0;
                for (int t = j; t < i; t++) {
                    v = Math.fma(l[i * columns + t], l[t * columns + j], v);
                }
                l[i * columns + j] = -v * diagonal;
            }
            l[i * columns + i] = diagonal;
        }
    }

    @Override
    public double tc() {
        return tc;
    }

    @Override
    public double dtc() {
        return dtc;
    }

    @Override
    public double o() {
        return tc - dtc;
    }

    @Override
    public double s() {
        return tc + dtc;
    }
}
