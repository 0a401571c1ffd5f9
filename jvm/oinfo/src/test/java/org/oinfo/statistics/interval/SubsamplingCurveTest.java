package org.oinfo.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Oracle;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.RandomStreams;

class SubsamplingCurveTest {
    private static final Backend SCALAR = Backends.open("scalar");
    private static final Offset<Double> CLOSE = Offset.offset(1e-11);

    private static double[][] data(int samples) {
        Random random = new Random(12);
        double[][] x = new double[samples][4];
        for (double[] row : x) {
            row[0] = random.nextGaussian();
            row[1] = random.nextGaussian();
            row[2] = row[0] + row[1] + random.nextGaussian();
            row[3] = Math.max(0, row[2] + random.nextGaussian());
        }
        return x;
    }

    private static List<CurvePoint> run(
            double[][] x, Estimator estimator, List<Integer> sizes, int repeats, int threads) {
        SampleScores scores = SampleScores.of(
                ArraySamples.of(x),
                EstimateOptions.defaults().withEstimator(estimator).withThreads(1));
        return SubsamplingCurve.run(
                scores, estimator, SCALAR, 3, new CurveSettings(sizes, repeats, 7), threads, Monitor.NONE);
    }

    private static double[][] subset(double[][] x, int size, int number) {
        UniformRandomProvider random = RandomStreams.of(7, ((long) size << 32) + number);
        List<double[]> rows = new ArrayList<>();
        for (int t = 0; t < x.length; t++) {
            if (random.nextInt(x.length - t) < size - rows.size()) {
                rows.add(x[t]);
            }
        }
        return rows.toArray(double[][]::new);
    }

    @ParameterizedTest
    @EnumSource(names = {"COPULA", "GAUSSIAN"})
    void pointsAreMeansOverSubsetsScannedByTheDefinition(Estimator estimator) {
        double[][] x = data(50);
        List<CurvePoint> points = run(x, estimator, List.of(50, 20), 4, 2);
        assertThat(points.stream().map(CurvePoint::samples)).containsExactly(20, 50);
        assertThat(points.stream().map(CurvePoint::repeats)).containsExactly(4, 1);
        for (CurvePoint point : points) {
            double[] min = new double[point.repeats()];
            double[] mean = new double[point.repeats()];
            double[] max = new double[point.repeats()];
            for (int i = 0; i < point.repeats(); i++) {
                double[][] rows = subset(x, point.samples(), i);
                assertThat(rows).hasDimensions(point.samples(), 4);
                double[][] r = Definitions.correlations(rows, estimator == Estimator.COPULA);
                double a = Oracle.measures(r, 0, 1, 2)[2];
                double b = Oracle.measures(r, 0, 1, 3)[2];
                double c = Oracle.measures(r, 0, 2, 3)[2];
                double d = Oracle.measures(r, 1, 2, 3)[2];
                min[i] = Math.min(Math.min(a, b), Math.min(c, d));
                max[i] = Math.max(Math.max(a, b), Math.max(c, d));
                mean[i] = (a + b + c + d) / 4;
            }
            assertThat(point.mean().min()).isCloseTo(Moments.mean(min), CLOSE);
            assertThat(point.mean().mean()).isCloseTo(Moments.mean(mean), CLOSE);
            assertThat(point.mean().max()).isCloseTo(Moments.mean(max), CLOSE);
            if (point.repeats() > 1) {
                assertThat(point.deviation().min()).isCloseTo(Moments.deviation(min), CLOSE);
            } else {
                assertThat(point.deviation().min()).isNaN();
            }
            assertThat(point.bias()).isEqualTo(new BiasCorrection(3, point.samples()).o());
            assertThat(point.constant()).isZero();
        }
    }

    @Test
    void threadsChangeNoBit() {
        double[][] x = data(80);
        assertThat(run(x, Estimator.COPULA, List.of(20, 40, 80), 5, 3))
                .isEqualTo(run(x, Estimator.COPULA, List.of(20, 40, 80), 5, 1));
    }

    @Test
    void variablesThatDoNotVaryInASubsetAreLeftOutThere() {
        double[][] x = data(40);
        for (int t = 0; t < 40; t++) {
            x[t][3] = t == 3 ? 1 : 0;
        }
        CurvePoint point = run(x, Estimator.COPULA, List.of(10), 20, 1).getFirst();
        assertThat(point.constant()).isEqualTo(1);
        assertThat(point.mean().min()).isFinite();
        for (double[] row : x) {
            row[2] = row[3];
        }
        CurvePoint none = run(x, Estimator.COPULA, List.of(10), 20, 1).getFirst();
        assertThat(none.constant()).isEqualTo(2);
        assertThat(none.repeats()).isEqualTo(20);
    }

    @Test
    void sizesDoubleUpToAllSamples() {
        assertThat(SubsamplingCurve.defaultSizes(3, 1000)).containsExactly(50, 100, 200, 400, 800, 1000);
        assertThat(SubsamplingCurve.defaultSizes(20, 200)).containsExactly(80, 160, 200);
        assertThat(SubsamplingCurve.defaultSizes(3, 40)).containsExactly(40);
        assertThat(SubsamplingCurve.defaultSizes(3, 2_000_000_000)).endsWith(1_677_721_600, 2_000_000_000);
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> run(data(40), Estimator.COPULA, List.of(20, 41), 2, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a subset must have more samples than the order and no more than the data: size=41, order=3,"
                                + " T=40; choose sizes in between");
        assertThatThrownBy(() -> run(data(40), Estimator.COPULA, List.of(3), 2, 1))
                .hasMessageContaining("size=3, order=3");
        assertThatThrownBy(() -> run(data(40), Estimator.COPULA, List.of(10), 0, 1))
                .hasMessage(
                        "there must be at least 1 subset of each size: repeats=0; 10 show the spread between subsets");
    }
}
