package org.oinfo.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.ArraySamples;
import org.oinfo.estimate.Oracle;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Backends;
import org.oinfo.parallel.Monitor;

/**
 * How often 95 % intervals hold the true value, in 500 Gaussian data sets with known measures: a collider of two causes
 * (variables 0 to 2), a common cause of three effects (3 to 6), both together, and a triplet of independent variables.
 */
@Tag("slow")
class CoverageTest {
    private static final int DATA_SETS = 500;
    private static final List<int[]> NPLETS =
            List.of(new int[] {0, 1, 2}, new int[] {3, 4, 5, 6}, new int[] {0, 1, 2, 3, 4, 5, 6}, new int[] {0, 1, 3});

    private static double[][] data(int samples, Random random) {
        double[][] x = new double[samples][7];
        for (double[] row : x) {
            row[0] = random.nextGaussian();
            row[1] = random.nextGaussian();
            row[2] = row[0] + row[1] + random.nextGaussian();
            row[3] = random.nextGaussian();
            for (int v = 4; v < 7; v++) {
                row[v] = row[3] + random.nextGaussian();
            }
        }
        return x;
    }

    private static double[][] truth() {
        double third = 1 / Math.sqrt(3);
        double half = 1 / Math.sqrt(2);
        return new double[][] {
            {1, 0, third, 0, 0, 0, 0},
            {0, 1, third, 0, 0, 0, 0},
            {third, third, 1, 0, 0, 0, 0},
            {0, 0, 0, 1, half, half, half},
            {0, 0, 0, half, 1, 0.5, 0.5},
            {0, 0, 0, half, 0.5, 1, 0.5},
            {0, 0, 0, half, 0.5, 0.5, 1}
        };
    }

    /** Share of intervals [n-plet][measure] of each method that hold the truth. */
    private static Map<IntervalMethod, double[][]> coverage(int samples, Estimator estimator, long seed) {
        Map<IntervalMethod, double[][]> covered = new EnumMap<>(IntervalMethod.class);
        for (IntervalMethod method : IntervalMethod.values()) {
            covered.put(method, new double[NPLETS.size()][4]);
        }
        double[][] truths =
                NPLETS.stream().map(nplet -> Oracle.measures(truth(), nplet)).toArray(double[][]::new);
        Random random = new Random(seed);
        for (int d = 0; d < DATA_SETS; d++) {
            SampleScores scores = SampleScores.of(
                    ArraySamples.of(data(samples, random)),
                    EstimateOptions.defaults().withEstimator(estimator).withThreads(1));
            for (Map.Entry<IntervalMethod, double[][]> method : covered.entrySet()) {
                BootstrapSettings settings = BootstrapSettings.defaults()
                        .withResamples(499)
                        .withMethod(method.getKey())
                        .withSeed(d);
                BootstrapResult result =
                        Bootstrap.run(scores, estimator, Backends.open("scalar"), NPLETS, settings, 2, Monitor.NONE);
                count(result, truths, method.getValue());
            }
        }
        return covered;
    }

    private static void count(BootstrapResult result, double[][] truths, double[][] covered) {
        for (int i = 0; i < NPLETS.size(); i++) {
            for (int m = 0; m < 4; m++) {
                MeasureInterval interval = result.nplets().get(i).measures().get(m);
                boolean holds = interval.low() <= truths[i][m] && truths[i][m] <= interval.high();
                covered[i][m] += holds ? 1.0 / DATA_SETS : 0;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"500, COPULA", "500, GAUSSIAN", "60, COPULA"})
    void intervalsHoldTheTruth(int samples, Estimator estimator) {
        long seed = 20_261_123;
        Map<IntervalMethod, double[][]> covered = coverage(samples, estimator, seed);
        for (Map.Entry<IntervalMethod, double[][]> method : covered.entrySet()) {
            for (int i = 0; i < NPLETS.size(); i++) {
                double[] c = method.getValue()[i];
                System.out.printf(
                        Locale.ROOT,
                        "coverage T=%d %s %s n-plet %d: tc %.3f dtc %.3f o %.3f s %.3f%n",
                        samples,
                        estimator,
                        method.getKey(),
                        i,
                        c[0],
                        c[1],
                        c[2],
                        c[3]);
                if (method.getKey() == IntervalMethod.BCA && i < 2) {
                    assertThat(c[2]).as("Omega of n-plet %d, seed %d", i, seed).isBetween(0.90, 0.99);
                }
            }
        }
    }
}
