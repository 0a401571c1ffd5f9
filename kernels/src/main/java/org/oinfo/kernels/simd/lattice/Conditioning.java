package org.oinfo.kernels.simd.lattice;

import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.lanes.SimdLog;
import org.oinfo.kernels.simd.sweep.Sweep;

/**
 * The state a {@link LatticeCell} begins with: covariances s of the free variables given the members, and for every member its
 * regression coefficients b and P_hh, kappa ({@link Sweep} has the formulas). Each lane conditions on its own variables too.
 */
final class Conditioning {
    private final double[] r;
    private final int n;
    /** Of members, then free variables: s_ij, j at least i; b_ij of member i; kappa. [N*N], [N*N], [N] */
    private final double[] s;

    private final double[] b;
    private final double[] kappa;
    /** The same for a lane, of the free variables. */
    private final double[] laneS;

    private final double[] laneB;
    private final double[] laneKappa;
    private final int[] order;
    /** s_pp of each member given those before, and its logarithm. */
    private final double[] pivots;

    Conditioning(CorrelationMatrix matrix) {
        n = matrix.variables();
        r = matrix.array();
        s = new double[n * n];
        b = new double[n * n];
        kappa = new double[n];
        laneS = new double[n * n];
        laneB = new double[n * n];
        laneKappa = new double[n];
        order = new int[n];
        pivots = new double[Lanes.padded(n)];
    }

    /**
     * Conditions q free variables on m members; layouts as in {@link PrecisionProducts}.
     *
     * @param free the first ones are the lanes
     * @param factor receives in each lane the determinant of the lane's variables given the members
     * @return ln det of the correlations of the members
     */
    double given(int[] members, int m, int[] free, int q, double[] factor, double[] matrix, double[] borders) {
        System.arraycopy(members, 0, order, 0, m);
        System.arraycopy(free, 0, order, m, q);
        int size = m + q;
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                s[i * n + j] = r[order[i] * n + order[j]];
            }
        }
        for (int p = 0; p < m; p++) {
            pivots[p] = s[p * n + p];
            sweep(s, b, kappa, p, p, size);
            double inverse = 1 / pivots[p];
            kappa[p] = inverse;
            for (int j = p + 1; j < size; j++) {
                b[p * n + j] = s[p * n + j] * inverse;
            }
        }
        for (int l = 0; l < Lanes.COUNT; l++) {
            lane(m, q, l, factor, matrix, borders);
        }
        SimdLog.log(pivots, 0, m, pivots);
        double logDet = 0;
        for (int p = 0; p < m; p++) {
            logDet += pivots[p];
        }
        return logDet;
    }

    private void lane(int m, int q, int l, double[] factor, double[] matrix, double[] borders) {
        for (int i = 0; i < q; i++) {
            System.arraycopy(s, (m + i) * n + m + i, laneS, i * n + i, q - i);
        }
        for (int h = 0; h < m; h++) {
            System.arraycopy(b, h * n + m, laneB, h * n, q);
            laneKappa[h] = kappa[h];
        }
        int lanes = Integer.numberOfTrailingZeros(Lanes.COUNT);
        factor[l] = 1;
        for (int p = 0; p < lanes; p++) {
            if ((l >> p & 1) != 0) {
                factor[l] *= laneS[p * n + p];
                sweep(laneS, laneB, laneKappa, p, m, q);
            }
        }
        int at = l;
        for (int i = lanes; i < q; i++) {
            for (int j = lanes; j <= i; j++, at += Lanes.COUNT) {
                matrix[at] = laneS[j * n + i];
            }
        }
        for (int h = 0; h < m; h++) {
            borders[h * Lanes.COUNT + l] = laneKappa[h];
            for (int i = lanes; i < q; i++) {
                borders[((1 + i - lanes) * m + h) * Lanes.COUNT + l] = laneB[h * n + i];
            }
        }
    }

    /** Takes variable p in: the rows after it of s, and b and kappa of the first m members. */
    private void sweep(double[] s, double[] b, double[] kappa, int p, int m, int size) {
        double inverse = 1 / s[p * n + p];
        int row = p * n;
        for (int h = 0; h < m; h++) {
            double bp = b[h * n + p];
            double factor = -bp * inverse;
            kappa[h] = Math.fma(bp * bp, inverse, kappa[h]);
            for (int j = p + 1; j < size; j++) {
                b[h * n + j] = Math.fma(factor, s[row + j], b[h * n + j]);
            }
        }
        for (int i = p + 1; i < size; i++) {
            double factor = -s[row + i] * inverse;
            for (int j = i; j < size; j++) {
                s[i * n + j] = Math.fma(factor, s[row + j], s[i * n + j]);
            }
        }
    }
}
