package org.oinfo.estimate.given;

import java.util.Arrays;

/**
 * A correlation matrix whose smallest eigenvalues are rounding errors, with these set to 0.
 *
 * <p>Rows g_i of G = W R, W orthogonal, are made orthogonal to each other by plane rotations (one-sided Jacobi); then |g_i| is an
 * eigenvalue of R without its sign and w_i its eigenvector. About 60 N^3 operations.
 *
 * @param zeroed number of eigenvalues set to 0
 * @param largest the largest of them by absolute value
 */
record RoundedSpectrum(int zeroed, double largest) {
    private static final int MOST_SWEEPS = 40;
    /** Rows are orthogonal when their product is so small beside their lengths. */
    private static final double ORTHOGONAL = 1e-15;

    private static final double NOTHING = 1e-18;

    /**
     * Subtracts from R its part in the directions with |eigenvalue| up to a bound, and scales the diagonal back to 1, which keeps it
     * singular.
     *
     * @param r [N*N] row-major, symmetric, unit diagonal; changed in place
     * @param bound below 1
     */
    static RoundedSpectrum project(double[] r, int n, double bound) {
        double[][] g = new double[n][];
        double[][] w = new double[n][n];
        for (int i = 0; i < n; i++) {
            g[i] = Arrays.copyOfRange(r, i * n, (i + 1) * n);
            w[i][i] = 1;
        }
        orthogonalise(g, w);
        int zeroed = 0;
        double largest = 0;
        for (int k = 0; k < n; k++) {
            double length = Math.sqrt(dot(g[k], g[k]));
            if (length <= bound) {
                zeroed++;
                largest = Math.max(largest, length);
                subtract(r, n, w[k], g[k]);
            }
        }
        if (zeroed > 0) {
            scaleDiagonal(r, n);
        }
        return new RoundedSpectrum(zeroed, largest);
    }

    private static void orthogonalise(double[][] g, double[][] w) {
        boolean turned = true;
        for (int sweep = 0; turned && sweep < MOST_SWEEPS; sweep++) {
            turned = false;
            for (int p = 0; p < g.length; p++) {
                for (int q = p + 1; q < g.length; q++) {
                    turned |= rotate(g, w, p, q);
                }
            }
        }
    }

    /** Makes two rows orthogonal; false if they are. */
    private static boolean rotate(double[][] g, double[][] w, int p, int q) {
        double a = dot(g[p], g[p]);
        double b = dot(g[q], g[q]);
        double c = dot(g[p], g[q]);
        if (Math.abs(c) <= ORTHOGONAL * Math.sqrt(a * b) + NOTHING) {
            return false;
        }
        double zeta = (b - a) / (2 * c);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double cosine = 1 / Math.hypot(1, tangent);
        turn(g[p], g[q], cosine, cosine * tangent);
        turn(w[p], w[q], cosine, cosine * tangent);
        return true;
    }

    private static void turn(double[] x, double[] y, double cosine, double sine) {
        for (int i = 0; i < x.length; i++) {
            double xi = x[i];
            x[i] = cosine * xi - sine * y[i];
            y[i] = sine * xi + cosine * y[i];
        }
    }

    private static double dot(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        int i = 0;
        for (; i + 2 <= x.length; i += 2) {
            s0 = Math.fma(x[i], y[i], s0);
            s1 = Math.fma(x[i + 1], y[i + 1], s1);
        }
        return i < x.length ? Math.fma(x[i], y[i], s0 + s1) : s0 + s1;
    }

    /** R - w g^T in its symmetric form, g = R w. */
    private static void subtract(double[] r, int n, double[] w, double[] g) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i * n + j] -= 0.5 * (w[i] * g[j] + w[j] * g[i]);
            }
        }
    }

    private static void scaleDiagonal(double[] r, int n) {
        double[] deviation = new double[n];
        for (int i = 0; i < n; i++) {
            deviation[i] = Math.sqrt(r[i * n + i]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double scaled = r[i * n + j] / (deviation[i] * deviation[j]);
                r[i * n + j] = r[j * n + i] = Math.clamp(scaled, -1, 1);
            }
            r[i * n + i] = 1;
        }
    }
}
