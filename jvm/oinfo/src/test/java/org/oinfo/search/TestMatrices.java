package org.oinfo.search;

import java.util.Random;
import org.oinfo.kernels.CorrelationMatrix;

/** Correlation matrices for tests. */
final class TestMatrices {
    private TestMatrices() {}

    /** Correlations of N variables that share two random factors. */
    static CorrelationMatrix factors(int variables, long seed) {
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
    static CorrelationMatrix duplicate(int variables, long seed) {
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
}
