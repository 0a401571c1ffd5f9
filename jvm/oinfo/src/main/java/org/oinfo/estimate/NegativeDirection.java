package org.oinfo.estimate;

import java.util.Optional;

/**
 * Proof that a symmetric matrix R is not positive semidefinite.
 *
 * @param variable the first variable whose leading block R[0..variable] is indefinite
 * @param eigenvalueAtMost x^T R x / x^T x for a vector x of that block: the smallest eigenvalue of R is not above it
 */
record NegativeDirection(int variable, double eigenvalueAtMost) {
    /**
     * Looks for an eigenvalue below -tolerance: R + tolerance I has a Cholesky factor L if there is none. Where the factor
     * breaks down at variable j, x = (-(L L^T)^-1 R_.j, 1) has x^T (R + tolerance I) x = pivot j &lt;= 0.
     *
     * @param r [N*N] row-major, symmetric, unit diagonal
     */
    static Optional<NegativeDirection> find(double[] r, int n, double tolerance) {
        double[][] l = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            System.arraycopy(r, i * n, row, 0, i);
            double pivot = 1 + tolerance;
            for (int j = 0; j < i; j++) {
                row[j] = (row[j] - dot(row, l[j], j)) / l[j][j];
                pivot -= row[j] * row[j];
            }
            if (!(pivot > 0)) {
                return Optional.of(new NegativeDirection(i, rayleighQuotient(l, row, i, pivot, tolerance)));
            }
            row[i] = Math.sqrt(pivot);
            l[i] = row;
        }
        return Optional.empty();
    }

    /** Four sums that do not wait for each other; any order will do here. */
    private static double dot(double[] a, double[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            s0 = Math.fma(a[i], b[i], s0);
            s1 = Math.fma(a[i + 1], b[i + 1], s1);
            s2 = Math.fma(a[i + 2], b[i + 2], s2);
            s3 = Math.fma(a[i + 3], b[i + 3], s3);
        }
        for (; i < length; i++) {
            s0 = Math.fma(a[i], b[i], s0);
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Solves L^T x = row for the first {@code size} entries; the last entry of the vector is -1 and its sign does not matter. */
    private static double rayleighQuotient(double[][] l, double[] row, int size, double pivot, double tolerance) {
        double[] x = row.clone();
        double square = 1;
        for (int j = size - 1; j >= 0; j--) {
            x[j] /= l[j][j];
            for (int i = 0; i < j; i++) {
                x[i] -= l[j][i] * x[j];
            }
            square += x[j] * x[j];
        }
        return pivot / square - tolerance;
    }
}
