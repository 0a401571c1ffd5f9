package org.oinfo.statistics.surrogate;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * Random correlation matrices with the eigenvalues of a given one: what its spectrum alone makes of the O-information. Where the
 * extremes of the data lie among theirs, they say how many dimensions the variables have together, and nothing about which variables go
 * with which.
 *
 * <p>The eigenvectors are turned at random (Q^T R Q, Q uniform on the orthogonal matrices up to signs, which no O-information depends
 * on), and then by plane rotations until the diagonal is 1, at most N - 1 of them. No step changes an eigenvalue but by rounding.
 *
 * <p>They are scored as they are: samples drawn from one would spread its eigenvalues a second time. O(N^3) each.
 *
 * <p>Sources: Stewart 1980 (doi 10.1137/0717034) for Q; Bendel and Mickey 1978 (doi 10.1080/03610917808812068), Davies and Higham 2000
 * (doi 10.1023/A:1022384216930) for the rotations.
 */
public final class SpectrumMatched {
    private final int n;
    private final double[][] a;

    private SpectrumMatched(CorrelationMatrix r) {
        n = r.variables();
        a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = r.get(i, j);
            }
        }
    }

    /** One of them; the source of random numbers says which. */
    public static CorrelationMatrix draw(CorrelationMatrix r, UniformRandomProvider random) {
        SpectrumMatched matrix = new SpectrumMatched(r);
        matrix.turn(random);
        matrix.bringDiagonalToOne();
        return matrix.correlations();
    }

    /** Reflections of random vectors, each of one dimension fewer. */
    private void turn(UniformRandomProvider random) {
        ContinuousDistribution.Sampler normal = NormalDistribution.of(0, 1).createSampler(random);
        double[] v = new double[n];
        for (int first = 0; first < n - 1; first++) {
            double squares = 0;
            for (int i = first; i < n; i++) {
                v[i] = normal.sample();
                squares = Math.fma(v[i], v[i], squares);
            }
            double head = v[first];
            // v = x +- |x| e: the reflection that takes x to e.
            v[first] += Math.copySign(Math.sqrt(squares), head);
            reflect(v, first, squares - head * head + v[first] * v[first]);
        }
    }

    /** A becomes H A H, H = 1 - 2 v v^T / |v|^2 on the coordinates from {@code first} on. */
    private void reflect(double[] v, int first, double squares) {
        double factor = 2 / squares;
        for (int i = 0; i < n; i++) {
            double dot = 0;
            for (int j = first; j < n; j++) {
                dot = Math.fma(a[i][j], v[j], dot);
            }
            for (int j = first; j < n; j++) {
                a[i][j] = Math.fma(-factor * dot, v[j], a[i][j]);
            }
        }
        double[] dots = new double[n];
        for (int i = first; i < n; i++) {
            for (int j = 0; j < n; j++) {
                dots[j] = Math.fma(v[i], a[i][j], dots[j]);
            }
        }
        for (int i = first; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = Math.fma(-factor * v[i], dots[j], a[i][j]);
            }
        }
    }

    /** Each rotation leaves one more 1 on the diagonal: an entry below 1 takes from one above it, and the sum is N. */
    private void bringDiagonalToOne() {
        boolean[] done = new boolean[n];
        for (int rotation = 0; rotation < n - 1; rotation++) {
            int below = -1;
            int above = -1;
            for (int i = 0; i < n; i++) {
                if (!done[i] && (below < 0 || a[i][i] < a[below][below])) {
                    below = i;
                }
                if (!done[i] && (above < 0 || a[i][i] > a[above][above])) {
                    above = i;
                }
            }
            if (a[below][below] >= 1 || a[above][above] <= 1) {
                break;
            }
            rotate(below, above);
            done[below] = true;
        }
    }

    /** The rotation in the plane of i and j after which a_ii = 1. */
    private void rotate(int i, int j) {
        double aboveOne = a[j][j] - 1;
        double root = Math.sqrt(Math.fma(a[i][j], a[i][j], (1 - a[i][i]) * aboveOne));
        double tangent = (a[i][j] + Math.copySign(root, a[i][j])) / aboveOne;
        double c = 1 / Math.sqrt(1 + tangent * tangent);
        double s = c * tangent;
        for (int k = 0; k < n; k++) {
            double x = a[i][k];
            double y = a[j][k];
            a[i][k] = c * x - s * y;
            a[j][k] = s * x + c * y;
        }
        for (int k = 0; k < n; k++) {
            double x = a[k][i];
            double y = a[k][j];
            a[k][i] = c * x - s * y;
            a[k][j] = s * x + c * y;
        }
    }

    private CorrelationMatrix correlations() {
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double value = Math.clamp((a[i][j] + a[j][i]) / 2, -1, 1);
                r[i * n + j] = value;
                r[j * n + i] = value;
            }
            r[i * n + i] = 1;
        }
        return CorrelationMatrix.wrap(n, r);
    }
}
