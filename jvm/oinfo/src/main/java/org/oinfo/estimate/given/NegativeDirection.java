package org.oinfo.estimate.given;

import java.util.Optional;

/**
 * Proof that a symmetric matrix R is not positive semidefinite.
 *
 * @param variable the first variable whose leading block R[0..variable] is indefinite
 * @param eigenvalueAtMost smallest eigenvalue of that block, from above: the smallest one of R is not above it either
 */
record NegativeDirection(int variable, double eigenvalueAtMost) {
    private static final int STEPS = 100;

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
                return Optional.of(new NegativeDirection(i, descend(r, n, direction(l, row, i))));
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

    /** Solves L^T x = row and sets x[size] = -1: the direction in which the pivot came out negative. */
    private static double[] direction(double[][] l, double[] row, int size) {
        double[] x = row.clone();
        for (int j = size - 1; j >= 0; j--) {
            x[j] /= l[j][j];
            for (int i = 0; i < j; i++) {
                x[i] -= l[j][i] * x[j];
            }
        }
        x[size] = -1;
        return x;
    }

    /**
     * Smallest x^T R x / x^T x that {@value #STEPS} steps of steepest descent with exact line search reach: each step takes the
     * smaller eigenvalue of R in the plane of x and the gradient, so the value only falls and stays above the smallest of all.
     */
    private static double descend(double[] r, int n, double[] x) {
        scale(x, 1 / Math.sqrt(dot(x, x, x.length)));
        double[] rx = multiply(r, n, x);
        double value = dot(x, rx, x.length);
        for (int step = 0; step < STEPS; step++) {
            double[] g = new double[x.length];
            for (int i = 0; i < g.length; i++) {
                g[i] = rx[i] - value * x[i];
            }
            double slope = Math.sqrt(dot(g, g, g.length));
            if (slope < 1e-12) {
                break;
            }
            scale(g, 1 / slope);
            double[] rg = multiply(r, n, g);
            // In the basis x, g: [[value, slope], [slope, across]]; its smaller eigenvector is (cos, -sin).
            double across = dot(g, rg, g.length);
            double angle = 0.5 * Math.atan2(2 * slope, across - value);
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.cos(angle) * x[i] - Math.sin(angle) * g[i];
                rx[i] = Math.cos(angle) * rx[i] - Math.sin(angle) * rg[i];
            }
            value = dot(x, rx, x.length) / dot(x, x, x.length);
        }
        return value;
    }

    private static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    /** The leading block of R, as large as x, times x. */
    private static double[] multiply(double[] r, int n, double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[i] = Math.fma(r[i * n + j], x[j], product[i]);
            }
        }
        return product;
    }
}
