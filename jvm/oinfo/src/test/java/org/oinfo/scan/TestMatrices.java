package org.oinfo.scan;

import java.util.Random;
import org.oinfo.kernels.CorrelationMatrix;

/** Correlation matrices for tests. */
public final class TestMatrices {
    private TestMatrices() {}

    /** Correlations of N variables that share two random factors. */
    public static CorrelationMatrix factors(int variables, long seed) {
        Random random = new Random(seed);
        double[] a = new double[variables];
        double[] b = new double[variables];
        for (int i = 0; i < variables; i++) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            double norm = Math.sqrt(x * x + y * y + 1);
            a[i] = x / norm;
            b[i] = y / norm;
        }
        double[] r = new double[variables * variables];
        for (int i = 0; i < variables; i++) {
            for (int j = 0; j < variables; j++) {
                r[i * variables + j] = i == j ? 1 : a[i] * a[j] + b[i] * b[j];
            }
        }
        return CorrelationMatrix.wrap(variables, r);
    }

    /** As {@link #factors}, with variable 1 a copy of variable 0. */
    public static CorrelationMatrix duplicate(int variables, long seed) {
        double[] r = factors(variables, seed).array().clone();
        for (int j = 0; j < variables; j++) {
            r[variables + j] = r[j];
            r[j * variables + 1] = r[j];
        }
        r[1] = 1;
        r[variables] = 1;
        r[variables + 1] = 1;
        return CorrelationMatrix.wrap(variables, r);
    }

    /** Correlations of N variables as measured on samples of N + 5 independent normal values, so that none is small. */
    public static CorrelationMatrix measured(int variables, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[variables][variables + 5];
        for (double[] row : x) {
            for (int t = 0; t < row.length; t++) {
                row[t] = random.nextGaussian();
            }
        }
        return correlations(x);
    }

    /** Correlations around 0 of rows of samples. */
    public static CorrelationMatrix correlations(double[][] x) {
        int n = x.length;
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                r[i * n + j] = dot(x[i], x[j]) / Math.sqrt(dot(x[i], x[i]) * dot(x[j], x[j]));
                r[j * n + i] = r[i * n + j];
            }
            r[i * n + i] = 1;
        }
        return CorrelationMatrix.wrap(n, r);
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += x[t] * y[t];
        }
        return sum;
    }

    /** All correlations the same. */
    public static CorrelationMatrix equicorrelated(int variables, double rho) {
        double[] r = new double[variables * variables];
        for (int i = 0; i < r.length; i++) {
            r[i] = i % (variables + 1) == 0 ? 1 : rho;
        }
        return CorrelationMatrix.wrap(variables, r);
    }
}
