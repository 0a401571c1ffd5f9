package org.oinfo.statistics.surrogate;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
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
        return draw(r, random, () -> true);
    }

    /**
     * The same, for matrices of thousands of variables, which take a while.
     *
     * @param goOn is asked from time to time
     * @throws CancellationException it says no
     */
    public static CorrelationMatrix draw(CorrelationMatrix r, UniformRandomProvider random, BooleanSupplier goOn) {
        SpectrumMatched matrix = new SpectrumMatched(r);
        matrix.turn(random, goOn);
        matrix.bringDiagonalToOne();
        return matrix.correlations();
    }

    /**
     * Reflections of random vectors, each of one dimension fewer. A large matrix is read from memory for each of them, so that once over
     * the lower triangle must do: a reflection changes it while its product with the next vector is summed.
     */
    private void turn(UniformRandomProvider random, BooleanSupplier goOn) {
        ContinuousDistribution.Sampler normal = NormalDistribution.of(0, 1).createSampler(random);
        double[] v = new double[n];
        double[] w = new double[n];
        for (int first = 0; first < n - 1; first++) {
            if (!goOn.getAsBoolean()) {
                throw new CancellationException();
            }
            double[] next = new double[n];
            double squares = 0;
            for (int i = first; i < n; i++) {
                next[i] = normal.sample();
                squares = Math.fma(next[i], next[i], squares);
            }
            double head = next[first];
            // v = x +- |x| e: the reflection that takes x to e.
            next[first] += Math.copySign(Math.sqrt(squares), head);
            w = change(next, reflect(v, w, first, next), 2 / (squares - head * head + next[first] * next[first]));
            v = next;
        }
        reflect(v, w, n - 1, new double[n]);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                a[j][i] = a[i][j];
            }
        }
    }

    /** H A H = A - v w^T - w v^T with H = 1 - f v v^T and w = f A v - f^2 / 2 (v^T A v) v. */
    private double[] change(double[] v, double[] product, double f) {
        double half = f * f / 2 * dot(v, product, 0, n);
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            w[i] = Math.fma(f, product[i], -half * v[i]);
        }
        return w;
    }

    /** A becomes A - v w^T - w v^T; returns its product with the next vector, which is zero before {@code first}, as v is but for one. */
    private double[] reflect(double[] v, double[] w, int first, double[] next) {
        double[] product = new double[n];
        for (int i = Math.max(0, first - 1); i < n; i++) {
            double[] row = a[i];
            double vi = -v[i];
            double wi = -w[i];
            for (int j = 0; j <= i; j++) {
                row[j] = Math.fma(vi, w[j], Math.fma(wi, v[j], row[j]));
            }
            double ni = next[i];
            for (int j = 0; j < i; j++) {
                product[j] = Math.fma(ni, row[j], product[j]);
            }
            product[i] += dot(row, next, first, i + 1);
        }
        return product;
    }

    /** In four sums, which do not wait for each other. */
    private static double dot(double[] x, double[] y, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 = Math.fma(x[i], y[i], s0);
            s1 = Math.fma(x[i + 1], y[i + 1], s1);
            s2 = Math.fma(x[i + 2], y[i + 2], s2);
            s3 = Math.fma(x[i + 3], y[i + 3], s3);
        }
        for (; i < to; i++) {
            s0 = Math.fma(x[i], y[i], s0);
        }
        return (s0 + s1) + (s2 + s3);
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
