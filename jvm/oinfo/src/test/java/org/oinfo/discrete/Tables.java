package org.oinfo.discrete;

import java.util.random.RandomGenerator;
import org.oinfo.OInformationOptions;
import org.oinfo.data.ArraySamples;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;

/** Samples to test with. */
final class Tables {
    private Tables() {}

    static OInformationOptions discrete() {
        return OInformationOptions.defaults()
                .withEstimate(EstimateOptions.defaults().withEstimator(Estimator.DISCRETE));
    }

    static DiscreteSamples symbols(double[][] x) {
        return DiscreteSamples.of(ArraySamples.of(x), 1);
    }

    /**
     * Random symbols [T][N] of alphabets[v] values each; every third variable depends on the two before it.
     *
     * @param random replayable
     */
    static double[][] random(int samples, int[] alphabets, RandomGenerator random) {
        double[][] x = new double[samples][alphabets.length];
        for (double[] row : x) {
            for (int v = 0; v < row.length; v++) {
                row[v] = random.nextInt(alphabets[v]);
                if (v % 3 == 2 && random.nextInt(4) > 0) {
                    row[v] = (row[v - 1] + row[v - 2]) % alphabets[v];
                }
            }
        }
        return x;
    }

    /** Every combination of {@code digits} digits below {@code base}, once. */
    static double[][] all(int digits, int base) {
        int rows = (int) Math.round(Math.pow(base, digits));
        double[][] x = new double[rows][digits];
        for (int t = 0; t < rows; t++) {
            int rest = t;
            for (int i = 0; i < digits; i++) {
                x[t][i] = rest % base;
                rest /= base;
            }
        }
        return x;
    }
}
