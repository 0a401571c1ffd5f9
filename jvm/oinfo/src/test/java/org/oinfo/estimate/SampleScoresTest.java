package org.oinfo.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.Samples;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.parallel.Workers;

/** Scores in memory give the correlations that samples give. */
class SampleScoresTest {
    private static double[][] data() {
        Random random = new Random(3);
        double[][] x = new double[700][5];
        for (double[] row : x) {
            row[0] = random.nextGaussian();
            row[1] = Math.max(0, row[0] + random.nextGaussian());
            row[2] = 4;
            row[3] = random.nextInt(3);
            row[4] = 1e6 + row[1] - row[3];
        }
        return x;
    }

    @ParameterizedTest
    @EnumSource(names = {"COPULA", "GAUSSIAN"})
    void correlationsHaveTheBitsOfTheEstimator(Estimator estimator) {
        EstimateOptions options =
                EstimateOptions.defaults().withEstimator(estimator).withThreads(2);
        Samples samples = ArraySamples.of(data());
        CorrelationEstimate expected = CorrelationEstimator.fromSamples(samples, options);
        SampleScores scores = SampleScores.of(samples, options);
        try (Workers workers = new Workers(2)) {
            assertThat(scores.correlation(workers).array())
                    .isEqualTo(expected.matrix().array());
        }
        assertThat(scores.live()).containsExactly(0, 1, 3, 4);
        assertThat(scores.dead()).containsExactly(2);
        assertThat(scores.samples()).isEqualTo(700);
        assertThat(scores.tiedValues()).isEqualTo(expected.tiedValues());
    }

    @ParameterizedTest
    @EnumSource(names = {"COPULA", "GAUSSIAN"})
    void scoresKeepOrderAndTies(Estimator estimator) {
        double[][] x = data();
        SampleScores scores =
                SampleScores.of(ArraySamples.of(x), EstimateOptions.defaults().withEstimator(estimator));
        double[] z = scores.column(2);
        assertThat(scores.columns(2)[0]).isSameAs(z);
        double sum = 0;
        for (int t = 1; t < x.length; t++) {
            assertThat(Double.compare(z[t], z[t - 1])).isEqualTo(Double.compare(x[t][3], x[t - 1][3]));
            sum += z[t];
        }
        assertThat(Math.abs(sum + z[0])).isLessThan(1e-9);
    }
}
