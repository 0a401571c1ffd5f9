package org.oinfo.kernels.simd.sweep;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.simd.lanes.Lanes;

/**
 * The bordered sweep: what a walk over n-plets knows of its prefix {@code A = {a_0 < .. < a_{m-1}}}, updated member by member.
 *
 * <p>For every later variable j, l: conditional covariances s_jl given A, regression coefficients b_ij = (R_AA^-1 R_Aj)_i,
 * kappa_i = (R_AA^-1)_ii, 1 / D^2 with D = det R_AA. Adding p:
 *
 * <pre>
 *   s'_jl = s_jl - s_jp s_pl / s_pp      b'_ij = b_ij - b_ip s_pj / s_pp     b'_pj = s_pj / s_pp
 *   kappa'_i = kappa_i + b_ip^2 / s_pp   kappa'_p = 1 / s_pp                 D' = D s_pp
 * </pre>
 *
 * <p>Level m of the walk holds the state of a prefix of m members; the covariances of the last level are never written: rows
 * make theirs on the way from the level before ({@link #lastRows}), which saves a pass over N^2/2
 * numbers per prefix.
 *
 * <pre>
 *   s    [m][N*stride]  row j: s_jl, valid for l > j > a_{m-1}
 *   diag [m][stride]    s_jj
 *   b    [m][m*stride]  row i: b_ij
 *   padding from N on: uncorrelated variables of variance 1, so that nothing overflows there
 * </pre>
 *
 * <p>Source of the sweep: Goodnight 1979, The American Statistician 33, 149 (doi 10.1080/00031305.1979.10482685).
 */
public final class Sweep {
    final int n;
    public final int stride;
    /** Members of the prefix: k-2. */
    final int depth;

    private final double[][] s;
    private final double[][] diag;
    private final double[][] b;
    private final double[][] kappa;
    private final double[] inverseDetSquared;
    /** Members of the current prefix whose conditional variances are all above the guard: levels up to here are valid. */
    private int sound;

    public Sweep(CorrelationMatrix r, int order) {
        n = r.variables();
        stride = Lanes.padded(n);
        depth = order - 2;
        s = new double[Math.max(1, depth)][];
        for (int m = 0; m < s.length; m++) {
            s[m] = new double[n * stride];
        }
        diag = new double[depth + 1][stride];
        b = new double[depth + 1][];
        kappa = new double[depth + 1][];
        inverseDetSquared = new double[depth + 1];
        inverseDetSquared[0] = 1;
        for (int m = 0; m <= depth; m++) {
            b[m] = new double[m * stride];
            kappa[m] = new double[m];
            Arrays.fill(diag[m], n, stride, 1);
        }
        for (int i = 0; i < n; i++) {
            System.arraycopy(r.array(), i * n, s[0], i * stride, n);
            diag[0][i] = 1;
        }
    }

    /**
     * Moves to another prefix.
     *
     * @param prefix its members, ascending [depth or more]
     * @param kept number of leading members that are those of the prefix before
     * @return false when the prefix is too close to singular for the sweep: score its n-plets canonically
     */
    public boolean moveTo(int[] prefix, int kept) {
        sound = Math.min(sound, kept);
        while (sound < depth && extend(sound, prefix[sound], sound == 0 ? -1 : prefix[sound - 1])) {
            sound++;
        }
        return sound == depth;
    }

    /** Level m to level m+1 by member p; false when some conditional variance falls below the guard. */
    private boolean extend(int m, int p, int previous) {
        assert p > previous;
        double pivot = diag[m][p];
        double inverse = 1 / pivot;
        if (!(pivot >= Canonical.GUARD) || !extendKappa(m, p, inverse)) {
            return false;
        }
        inverseDetSquared[m + 1] = inverseDetSquared[m] * inverse * inverse;
        double[] from = s[m];
        int pRow = p * stride;
        if (m + 1 < s.length) {
            double[] to = s[m + 1];
            for (int j = p + 1; j < n; j++) {
                axpy(-from[pRow + j] * inverse, from, pRow, from, j * stride, to, j * stride, j + 1);
            }
        }
        // b'_ij = b_ij - (b_ip / s_pp) s_pj
        for (int i = 0; i < m; i++) {
            double factor = -b[m][i * stride + p] * inverse;
            axpy(factor, from, pRow, b[m], i * stride, b[m + 1], i * stride, p + 1);
        }
        extendDiagonal(m, p, inverse);
        return true;
    }

    private boolean extendKappa(int m, int p, double inverse) {
        double[] next = kappa[m + 1];
        for (int i = 0; i < m; i++) {
            double bip = b[m][i * stride + p];
            next[i] = kappa[m][i] + bip * bip * inverse;
            if (!(next[i] <= 1 / Canonical.GUARD)) {
                return false;
            }
        }
        next[m] = inverse;
        return true;
    }

    /** s'_jj = s_jj - s_pj^2 / s_pp and b'_pj = s_pj / s_pp. */
    private void extendDiagonal(int m, int p, double inverse) {
        double[] from = s[m];
        double[] next = diag[m + 1];
        double[] coefficients = b[m + 1];
        int pRow = p * stride;
        for (int j = p + 1; j < n; j += Lanes.COUNT) {
            DoubleVector spj = DoubleVector.fromArray(Lanes.DOUBLE, from, pRow + j);
            DoubleVector coefficient = spj.mul(inverse);
            coefficient.intoArray(coefficients, m * stride + j);
            spj.mul(-inverse)
                    .fma(spj, DoubleVector.fromArray(Lanes.DOUBLE, diag[m], j))
                    .intoArray(next, j);
        }
    }

    /** z[zAt+j] = y[yAt+j] + factor x[xAt+j] for j in [from, n); padding stays 0. */
    private void axpy(double factor, double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int from) {
        DoubleVector f = DoubleVector.broadcast(Lanes.DOUBLE, factor);
        for (int j = from; j < n; j += Lanes.COUNT) {
            DoubleVector.fromArray(Lanes.DOUBLE, x, xAt + j)
                    .fma(f, DoubleVector.fromArray(Lanes.DOUBLE, y, yAt + j))
                    .intoArray(z, zAt + j);
        }
    }

    /** Diagonal s_jj given the prefix [stride]. */
    public double[] diagonal() {
        return diag[depth];
    }

    /** Diagonal given the prefix without its last member, which there must be [stride]. */
    public double[] diagonalBefore() {
        return diag[depth - 1];
    }

    /** Coefficients b_ij of the prefix [depth*stride]. */
    public double[] coefficients() {
        return b[depth];
    }

    /** kappa_i of the prefix [depth]. */
    public double[] kappa() {
        return kappa[depth];
    }

    /** 1 / (det R_AA)^2 of the prefix; infinity where that leaves the range of doubles. */
    public double inverseDetSquared() {
        return inverseDetSquared[depth];
    }

    /**
     * Conditional covariances given the prefix without its last member a (R itself for an empty prefix): with f
     * = s_pa / s_aa = b_ap, s_pj given the whole prefix is lastRows[p*stride+j] - f lastRows[lastRow+j].
     */
    public double[] lastRows() {
        return s[s.length - 1];
    }

    /** Where row a begins in {@link #lastRows}; the prefix is empty for order 2, and any row will do. */
    public int lastRow(int[] prefix) {
        return depth == 0 ? 0 : prefix[depth - 1] * stride;
    }
}
