package org.oinfo.kernels;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Correlation matrices that kernels are tested on: well conditioned, highly correlated, tie-heavy and singular. */
public final class Systems {
    private Systems() {}

    /** A named matrix; the name holds its seed. */
    public record Named(String name, CorrelationMatrix r) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Every kind, of n variables. */
    public static Stream<Named> all(int n) {
        return Stream.concat(
                regular(n),
                Stream.of(
                        new Named("identity", identity(n)),
                        new Named("equicorrelated 0.5", equicorrelated(n, 0.5)),
                        new Named("equicorrelated negative", equicorrelated(n, -0.9 / (n - 1))),
                        new Named("block diagonal", blockDiagonal(n)),
                        new Named("duplicated columns", duplicated(n, 3)),
                        new Named("nearly collinear 1e-5", nearlyCollinear(n, 1e-5)),
                        new Named("nearly collinear 1e-13", nearlyCollinear(n, 1e-13)),
                        new Named("rank deficient", samples(n, Math.max(3, n / 2), 4))));
    }

    /** No ties and no singular n-plets. */
    public static Stream<Named> regular(int n) {
        return Stream.of(
                new Named("samples seed 1", samples(n, 3 * n, 1)),
                new Named("factor 0.9 seed 2", factor(n, 0.9, 2)),
                new Named("factor 0.999 seed 3", factor(n, 0.999, 3)));
    }

    /** Sample correlations of independent normal variables: rank deficient when there are fewer samples than variables. */
    public static CorrelationMatrix samples(int n, int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[n][samples];
        for (double[] row : x) {
            double mean = 0;
            for (int t = 0; t < samples; t++) {
                row[t] = random.nextGaussian();
                mean += row[t] / samples;
            }
            for (int t = 0; t < samples; t++) {
                row[t] -= mean;
            }
        }
        double[] covariance = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int t = 0; t < samples; t++) {
                    covariance[i * n + j] += x[i][t] * x[j][t];
                }
            }
        }
        return normalised(n, covariance);
    }

    /** One common factor with loadings up to {@code largest}, and sampling noise on top. */
    public static CorrelationMatrix factor(int n, double largest, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] loading = random.doubles(n, 0.3, Math.sqrt(largest)).toArray();
        loading[0] = loading[1] = Math.sqrt(largest);
        double[] noise = samples(n, 4 * n, seed + 100).array();
        double[] covariance = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double unique = Math.sqrt((1 - loading[i] * loading[i]) * (1 - loading[j] * loading[j]));
                covariance[i * n + j] = loading[i] * loading[j] + unique * noise[i * n + j];
            }
        }
        return normalised(n, covariance);
    }

    /** Independent variables: every n-plet ties at Omega 0. */
    public static CorrelationMatrix identity(int n) {
        return equicorrelated(n, 0);
    }

    /** All correlations rho: every n-plet of an order ties. */
    public static CorrelationMatrix equicorrelated(int n, double rho) {
        double[] r = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            r[i] = i % (n + 1) == 0 ? 1 : rho;
        }
        return CorrelationMatrix.wrap(n, r);
    }

    /** Blocks of three with correlation 0.6, independent of each other. */
    public static CorrelationMatrix blockDiagonal(int n) {
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i * n + j] = i == j ? 1 : i / 3 == j / 3 ? 0.6 : 0;
            }
        }
        return CorrelationMatrix.wrap(n, r);
    }

    /** Sample correlations in which the last variable equals the first. */
    public static CorrelationMatrix duplicated(int n, long seed) {
        double[] r = samples(n, 3 * n, seed).array().clone();
        for (int j = 0; j < n; j++) {
            r[(n - 1) * n + j] = r[j * n + n - 1] = r[j];
        }
        r[n * n - 1] = 1;
        r[n - 1] = r[(n - 1) * n] = 1;
        return CorrelationMatrix.wrap(n, r);
    }

    /** The last variable equals the second but for noise: 1 - r^2 is about {@code residual}. */
    public static CorrelationMatrix nearlyCollinear(int n, double residual) {
        double[] covariance = samples(n, 3 * n, 5).array().clone();
        double keep = Math.sqrt(1 - residual);
        for (int j = 0; j < n; j++) {
            covariance[(n - 1) * n + j] = covariance[j * n + n - 1] = keep * covariance[n + j];
        }
        covariance[n * n - 1] = 1;
        return CorrelationMatrix.wrap(n, covariance);
    }

    private static CorrelationMatrix normalised(int n, double[] covariance) {
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double v = covariance[i * n + j] / Math.sqrt(covariance[i * n + i] * covariance[j * n + j]);
                r[i * n + j] = r[j * n + i] = Math.max(-1, Math.min(1, v));
            }
            r[i * n + i] = 1;
        }
        return CorrelationMatrix.wrap(n, r);
    }
}
