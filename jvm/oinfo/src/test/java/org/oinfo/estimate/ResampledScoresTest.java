package org.oinfo.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Workers;

/** Correlations of resamples against rows that are written out and ranked from scratch. */
class ResampledScoresTest {
    private static final Offset<Double> CLOSE = Offset.offset(2e-14);

    /** Normal values, values with three fifths of zeros, whole numbers 0 to 3, and a sum. */
    private static double[][] data(int samples, Random random) {
        double[][] x = new double[samples][4];
        for (double[] row : x) {
            row[0] = random.nextGaussian();
            row[1] = Math.max(0, row[0] + random.nextGaussian() - 0.3);
            row[2] = random.nextInt(4);
            row[3] = 1000 + row[0] - row[2];
        }
        return x;
    }

    private static ResampledScores resampled(double[][] x, Estimator estimator, int... variables) {
        EstimateOptions options =
                EstimateOptions.defaults().withEstimator(estimator).withThreads(1);
        try (Workers workers = new Workers(2)) {
            return ResampledScores.of(SampleScores.of(TableSamples.of(x), options), estimator, variables, workers);
        }
    }

    private static double[][] writtenOut(double[][] x, int[] times) {
        return IntStream.range(0, x.length)
                .boxed()
                .flatMap(t -> IntStream.range(0, times[t]).mapToObj(i -> x[t]))
                .toArray(double[][]::new);
    }

    private static double expected(double[][] rows, Estimator estimator, int v, int w) {
        double[] a = Oracle.column(rows, v);
        double[] b = Oracle.column(rows, w);
        return estimator == Estimator.COPULA
                ? Oracle.correlation(Oracle.normalScores(a), Oracle.normalScores(b))
                : Oracle.correlation(a, b);
    }

    @ParameterizedTest
    @CsvSource({
        "COPULA, 12, 12",
        "COPULA, 60, 60",
        "COPULA, 301, 301",
        "COPULA, 60, 25",
        "COPULA, 301, 900",
        "GAUSSIAN, 12, 12",
        "GAUSSIAN, 60, 60",
        "GAUSSIAN, 301, 300",
        "GAUSSIAN, 60, 25"
    })
    void agreesWithRowsRankedFromScratch(Estimator estimator, int samples, int taken) {
        long seed = 100L * samples + taken;
        Random random = new Random(seed);
        double[][] x = data(samples, random);
        ResampledScores.Draw draw = resampled(x, estimator, 0, 1, 2, 3).newDraw();
        for (int repeat = 0; repeat < 3; repeat++) {
            int[] times = new int[samples];
            random.ints(taken, 0, samples).forEach(t -> times[t]++);
            CorrelationMatrix r = draw.correlation(times);
            double[][] rows = writtenOut(x, times);
            for (int v = 0; v < 4; v++) {
                assertThat(draw.constant(v)).as("seed %d", seed).isFalse();
                for (int w = 0; w < v; w++) {
                    assertThat(r.get(v, w))
                            .as("seed %d repeat %d r[%d][%d]", seed, repeat, v, w)
                            .isCloseTo(expected(rows, estimator, v, w), CLOSE);
                }
            }
        }
    }

    @Test
    void everySampleOnceGivesTheCorrelationsOfTheData() {
        double[][] x = data(1000, new Random(5));
        EstimateOptions options = EstimateOptions.defaults().withThreads(1);
        SampleScores scores = SampleScores.of(TableSamples.of(x), options);
        int[] times = new int[1000];
        Arrays.fill(times, 1);
        CorrelationMatrix r = resampled(x, Estimator.COPULA, 3, 1).newDraw().correlation(times);
        try (Workers workers = new Workers(1)) {
            assertThat(r.get(0, 1)).isCloseTo(scores.correlation(workers).get(3, 1), Offset.offset(4e-16));
        }
    }

    @ParameterizedTest
    @CsvSource({"COPULA", "GAUSSIAN"})
    void equalVariablesStayEqual(Estimator estimator) {
        Random random = new Random(9);
        double[][] x = new double[50][3];
        for (double[] row : x) {
            row[0] = random.nextGaussian();
            row[1] = row[0];
            row[2] = -row[0];
        }
        int[] times = new int[50];
        random.ints(50, 0, 50).forEach(t -> times[t]++);
        CorrelationMatrix r = resampled(x, estimator, 0, 1, 2).newDraw().correlation(times);
        assertThat(r.get(0, 1)).isEqualTo(1);
        assertThat(r.get(0, 2)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"COPULA", "GAUSSIAN"})
    void aVariableThatDoesNotVaryInTheResampleIsNamed(Estimator estimator) {
        double[][] x = data(20, new Random(2));
        for (int t = 0; t < 20; t++) {
            x[t][1] = t == 4 ? 1 : 0.1;
        }
        int[] times = new int[20];
        Arrays.fill(times, 1);
        times[4] = 0;
        times[5] = 2;
        ResampledScores.Draw draw = resampled(x, estimator, 0, 1, 3).newDraw();
        CorrelationMatrix r = draw.correlation(times);
        assertThat(draw.constant(0)).isFalse();
        assertThat(draw.constant(1)).isTrue();
        assertThat(r.get(0, 1)).isZero();
        assertThat(r.get(1, 2)).isZero();
        assertThat(r.get(0, 2)).isCloseTo(expected(writtenOut(x, times), estimator, 0, 3), CLOSE);
        times[4] = 1;
        draw.correlation(times);
        assertThat(draw.constant(1)).isFalse();
    }
}
