package org.oinfo.search.anneal;

import java.util.Random;
import org.oinfo.kernels.CorrelationMatrix;

/** Systems of variables whose optima are known, or as irregular as measured ones. */
final class TestSystems {
    private static final double[] LOADINGS = {Math.sqrt(0.99), Math.sqrt(0.7), Math.sqrt(0.3)};

    private TestSystems() {}

    /** Correlations of samples of N variables that share some random factors: noise makes every n-plet differ. */
    static CorrelationMatrix noisyFactors(int variables, int factors, int samples, long seed) {
        Random random = new Random(seed);
        double[][] loadings = new double[variables][factors];
        for (double[] row : loadings) {
            for (int f = 0; f < factors; f++) {
                row[f] = random.nextGaussian();
            }
        }
        double[][] x = new double[samples][variables];
        for (double[] sample : x) {
            double[] common = random.doubles(factors).map(u -> 3.4 * (u - 0.5)).toArray();
            for (int i = 0; i < variables; i++) {
                sample[i] = random.nextGaussian();
                for (int f = 0; f < factors; f++) {
                    sample[i] += loadings[i][f] * common[f];
                }
            }
        }
        return correlations(x);
    }

    /**
     * Samples of independent triplets of the factor model lambda = sqrt(.99, .7, .3), lambda lambda' + diag(1 - lambda^2), plus
     * theta on the last two: Omega .1750332658 for theta .22, -.5804997324 for theta -.39.
     */
    static double[][] tripletSamples(int triplets, double theta, int samples, long seed) {
        double[][] r = triplet(theta);
        double l21 = r[1][0];
        double l22 = Math.sqrt(1 - l21 * l21);
        double l31 = r[2][0];
        double l32 = (r[2][1] - l31 * l21) / l22;
        double l33 = Math.sqrt(1 - l31 * l31 - l32 * l32);
        Random random = new Random(seed);
        double[][] x = new double[samples][3 * triplets];
        for (double[] sample : x) {
            for (int i = 0; i < sample.length; i += 3) {
                double a = random.nextGaussian();
                double b = random.nextGaussian();
                double c = random.nextGaussian();
                sample[i] = a;
                sample[i + 1] = l21 * a + l22 * b;
                sample[i + 2] = l31 * a + l32 * b + l33 * c;
            }
        }
        return x;
    }

    /** The exact correlations of such triplets. */
    static CorrelationMatrix triplets(int triplets, double theta) {
        double[][] block = triplet(theta);
        int n = 3 * triplets;
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 3; j++) {
                r[i * n + i / 3 * 3 + j] = block[i % 3][j];
            }
        }
        return CorrelationMatrix.wrap(n, r);
    }

    private static double[][] triplet(double theta) {
        double[][] r = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                r[i][j] = i == j ? 1 : LOADINGS[i] * LOADINGS[j] + (i * j == 2 ? theta : 0);
            }
        }
        return r;
    }

    /** All correlations alike. */
    static CorrelationMatrix equicorrelated(int variables, double rho) {
        double[] r = new double[variables * variables];
        for (int i = 0; i < r.length; i++) {
            r[i] = i % (variables + 1) == 0 ? 1 : rho;
        }
        return CorrelationMatrix.wrap(variables, r);
    }

    /** Pearson correlations of samples [T][N]. */
    static CorrelationMatrix correlations(double[][] x) {
        int n = x[0].length;
        double[] mean = new double[n];
        for (double[] sample : x) {
            for (int i = 0; i < n; i++) {
                mean[i] += sample[i] / x.length;
            }
        }
        double[] c = new double[n * n];
        for (double[] sample : x) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    c[i * n + j] += (sample[i] - mean[i]) * (sample[j] - mean[j]);
                }
            }
        }
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i * n + j] = i == j ? 1 : c[i * n + j] / Math.sqrt(c[i * n + i] * c[j * n + j]);
            }
        }
        return CorrelationMatrix.wrap(n, r);
    }
}
