package org.oinfo.kernels.simd;

import org.oinfo.kernels.CorrelationMatrix;

/** Covariances of free variables given fixed members, a matrix for each lane: a lane conditions on its own variables too. */
final class Conditioning {
    private final double[] r;
    private final int n;
    /** Lower triangle [N*N]: fixed members, then free variables. */
    private final double[] work;

    private final double[] lane;
    private final int[] order;

    Conditioning(CorrelationMatrix matrix) {
        n = matrix.variables();
        r = matrix.array();
        work = new double[n * n];
        lane = new double[n * n];
        order = new int[n];
    }

    /**
     * Writes the matrix number {@code at} of {@code stride} that lie side by side, see {@link MinorProducts}.
     *
     * @param skip position of the member that is left out; m: none
     * @param free the q free variables; the first ones are the lanes
     * @param factor multiplied in each lane by the determinant of the lane's variables given the members
     * @return ln det of the correlations of the members without the one left out
     */
    double matrix(
            int[] members, int m, int skip, int[] free, int q, double[] factor, double[] packed, int stride, int at) {
        int p = 0;
        for (int i = 0; i < m; i++) {
            if (i != skip) {
                order[p++] = members[i];
            }
        }
        System.arraycopy(free, 0, order, p, q);
        int size = p + q;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                work[i * n + j] = r[order[i] * n + order[j]];
            }
        }
        double logDet = 0;
        for (int s = 0; s < p; s++) {
            logDet += StrictMath.log(work[s * n + s]);
            eliminate(work, s, size);
        }
        for (int l = 0; l < Lanes.COUNT; l++) {
            lane(p, q, l, factor, packed, stride, at);
        }
        return logDet;
    }

    private void lane(int p, int q, int l, double[] factor, double[] packed, int stride, int at) {
        for (int i = 0; i < q; i++) {
            System.arraycopy(work, (p + i) * n + p, lane, i * n, i + 1);
        }
        int variables = Integer.numberOfTrailingZeros(Lanes.COUNT);
        for (int b = 0; b < variables; b++) {
            if ((l >> b & 1) != 0) {
                factor[l] *= lane[b * n + b];
                eliminate(lane, b, q);
            }
        }
        int to = at * Lanes.COUNT + l;
        for (int i = variables; i < q; i++) {
            for (int j = variables; j <= i; j++, to += stride * Lanes.COUNT) {
                packed[to] = lane[i * n + j];
            }
        }
    }

    /** One step of elimination with pivot s in the lower triangle of the rows after it. */
    private void eliminate(double[] a, int s, int size) {
        double inverse = -1 / a[s * n + s];
        for (int i = s + 1; i < size; i++) {
            double factor = a[i * n + s] * inverse;
            for (int j = s + 1; j <= i; j++) {
                a[i * n + j] = Math.fma(factor, a[j * n + s], a[i * n + j]);
            }
        }
    }
}
