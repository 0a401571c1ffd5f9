package org.oinfo.statistics.surrogate;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.oinfo.data.ArraySamples;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Combinations;

/** Data sets with a known truth. */
final class NullData {
    private NullData() {}

    /** Copula scores of samples [T][N]. */
    static SampleScores scores(double[][] x) {
        return SampleScores.of(ArraySamples.of(x), EstimateOptions.defaults().withThreads(1));
    }

    /** Centred values of samples [T][N]. */
    static SampleScores values(double[][] x) {
        return SampleScores.of(
                ArraySamples.of(x),
                EstimateOptions.defaults().withEstimator(Estimator.GAUSSIAN).withThreads(1));
    }

    /** Independent normal values [T][N]. */
    static double[][] normals(int samples, int variables, Random random) {
        double[][] x = new double[samples][variables];
        for (double[] row : x) {
            Arrays.setAll(row, v -> random.nextGaussian());
        }
        return x;
    }

    /** max(0, z - 1): 84 % zeros. */
    static double[][] rectified(double[][] x) {
        return Arrays.stream(x)
                .map(row -> Arrays.stream(row).map(z -> Math.max(0, z - 1)).toArray())
                .toArray(double[][]::new);
    }

    /** Independent series x(t) = phi x(t-1) + e(t), stationary. */
    static double[][] autoregressive(int samples, int variables, double phi, Random random) {
        double[][] x = normals(samples, variables, random);
        for (int v = 0; v < variables; v++) {
            x[0][v] /= Math.sqrt(1 - phi * phi);
            for (int t = 1; t < samples; t++) {
                x[t][v] += phi * x[t - 1][v];
            }
        }
        return x;
    }

    /**
     * Triplets (0,1,2), (3,4,5), .. of the factor model lambda = sqrt(.99, .7, .3) with theta on (2,3), independent of each
     * other; Omega of each is .1750332658 for theta = .22 and -.5804997324 for -.39. The variables after them are independent.
     */
    static double[][] triplets(int samples, int count, double theta, int onlookers, Random random) {
        double[] l = {Math.sqrt(0.99), Math.sqrt(0.7), Math.sqrt(0.3)};
        double r12 = l[0] * l[1];
        double r13 = l[0] * l[2];
        double r23 = l[1] * l[2] + theta;
        double l22 = Math.sqrt(1 - r12 * r12);
        double l32 = (r23 - r12 * r13) / l22;
        double l33 = Math.sqrt(1 - r13 * r13 - l32 * l32);
        double[][] x = normals(samples, 3 * count + onlookers, random);
        for (double[] row : x) {
            for (int i = 0; i < 3 * count; i += 3) {
                row[i + 2] = r13 * row[i] + l32 * row[i + 1] + l33 * row[i + 2];
                row[i + 1] = r12 * row[i] + l22 * row[i + 1];
            }
        }
        return x;
    }

    /** All n-plets of an order. */
    static int[][] all(int variables, int order) {
        Combinations combinations = new Combinations(variables, order);
        int[][] all = new int[(int) combinations.total()][order];
        for (int rank = 0; rank < all.length; rank++) {
            combinations.unrank(rank, all[rank]);
        }
        return all;
    }

    /** Fewest and most errors in so many data sets that 99 % of all runs give when the rate is a level. */
    static int[] interval(int dataSets, double level) {
        BinomialDistribution errors = BinomialDistribution.of(dataSets, level);
        return new int[] {errors.inverseCumulativeProbability(0.005), errors.inverseCumulativeProbability(0.995)};
    }
}
