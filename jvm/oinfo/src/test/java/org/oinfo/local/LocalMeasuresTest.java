package org.oinfo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.data.ArraySamples;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Workers;
import org.oinfo.scan.Measure;

class LocalMeasuresTest {
    private static final List<int[]> NPLETS = List.of(
            new int[] {0, 1, 2}, new int[] {1, 4}, new int[] {0, 2, 3, 5}, new int[] {0, 1, 2, 3, 4, 5}, new int[] {
                1, 3, 4, 5
            });

    /** A collider, a common cause, something skewed and something with many ties. */
    private static double[][] data(int samples, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[samples][6];
        for (double[] row : x) {
            row[0] = random.nextGaussian();
            row[1] = random.nextGaussian();
            row[2] = row[0] + row[1] + .3 * random.nextGaussian();
            row[3] = Math.exp(row[2] + random.nextGaussian());
            row[4] = Math.max(0, row[1] + random.nextGaussian());
            row[5] = 1e3 + row[0] - row[4] + random.nextGaussian();
        }
        return x;
    }

    /** All values [T*n*4], and the summaries. */
    private record Found(double[] values, List<LocalSummary> summaries, SampleScores scores, CorrelationMatrix matrix) {
        double value(int sample, int nplet, Measure measure) {
            return values[(sample * summaries.size() + nplet) * 4 + measure.index()];
        }
    }

    private static Found local(double[][] x, Estimator estimator, List<int[]> nplets, int threads) {
        return local(x, estimator, nplets, threads, 1 << 16);
    }

    private static Found local(double[][] x, Estimator estimator, List<int[]> nplets, int threads, int block) {
        EstimateOptions options = EstimateOptions.defaults().withEstimator(estimator);
        SampleScores scores = SampleScores.of(ArraySamples.of(x), options);
        List<double[]> blocks = new ArrayList<>();
        try (Workers workers = new Workers(threads)) {
            CorrelationMatrix matrix = scores.correlation(workers);
            List<LocalSummary> summaries = new LocalMeasures(scores, matrix, nplets, block)
                    .stream((values, count) -> blocks.add(Arrays.copyOf(values, count)), workers);
            double[] all = blocks.stream().flatMapToDouble(Arrays::stream).toArray();
            assertThat(all).hasSize(x.length * nplets.size() * 4);
            return new Found(all, summaries, scores, matrix);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Estimator.class,
            names = {"COPULA", "GAUSSIAN"})
    void valuesAgreeWithTheDefinition(Estimator estimator) {
        int samples = 333;
        Found found = local(data(samples, 1), estimator, NPLETS, 2);
        Definition definition = new Definition(found.matrix);
        double[] deviation = new double[6];
        for (int v = 0; v < 6; v++) {
            double[] column = found.scores.column(v);
            deviation[v] = Math.sqrt(Arrays.stream(column).map(z -> z * z).sum() / samples);
        }
        for (int t = 0; t < samples; t++) {
            double[] z = new double[6];
            for (int v = 0; v < 6; v++) {
                z[v] = found.scores.column(v)[t] / deviation[v];
            }
            for (int n = 0; n < NPLETS.size(); n++) {
                double[] expected = definition.local(z, NPLETS.get(n));
                for (Measure measure : Measure.values()) {
                    double tolerance = 1e-12 * (10 + Math.abs(expected[Measure.S.index()]));
                    assertThat(found.value(t, n, measure))
                            .as("sample %d, n-plet %d, %s", t, n, measure)
                            .isCloseTo(expected[measure.index()], offset(tolerance));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Estimator.class,
            names = {"COPULA", "GAUSSIAN"})
    void meansAreTheMeasuresOfTheNplets(Estimator estimator) {
        Found found = local(data(2000, 2), estimator, NPLETS, 2);
        Canonical canonical = new Canonical(found.matrix);
        for (int n = 0; n < NPLETS.size(); n++) {
            canonical.score(NPLETS.get(n), 0, NPLETS.get(n).length);
            for (Measure measure : Measure.values()) {
                double mean = 0;
                for (int t = 0; t < 2000; t++) {
                    mean += found.value(t, n, measure) / 2000;
                }
                assertThat(mean).isCloseTo(measure.of(canonical), offset(1e-12 * (1 + canonical.s())));
                assertThat(found.summaries.get(n).mean(measure)).isCloseTo(mean, offset(1e-12 * (1 + canonical.s())));
            }
        }
    }

    @Test
    void summariesAreThoseOfTheValues() {
        Found found = local(data(700, 3), Estimator.COPULA, NPLETS, 3);
        for (int n = 0; n < NPLETS.size(); n++) {
            LocalSummary summary = found.summaries.get(n);
            assertThat(summary.nplet()).isEqualTo(NPLETS.get(n));
            for (Measure measure : Measure.values()) {
                double[] column = new double[700];
                for (int t = 0; t < 700; t++) {
                    column[t] = found.value(t, n, measure);
                }
                double mean = Arrays.stream(column).average().orElseThrow();
                double variance = Arrays.stream(column)
                        .map(x -> (x - mean) * (x - mean))
                        .average()
                        .orElseThrow();
                assertThat(summary.standardDeviation(measure)).isCloseTo(Math.sqrt(variance), offset(1e-10));
                assertThat(summary.min(measure))
                        .isEqualTo(Arrays.stream(column).min().orElseThrow());
                assertThat(summary.max(measure))
                        .isEqualTo(Arrays.stream(column).max().orElseThrow());
            }
        }
    }

    @Test
    void twoVariablesShareTheirPointwiseInformation() {
        // i(x;y) = -1/2 ln(1-r^2) - (r^2 (x^2 + y^2) - 2 r x y) / (2 (1-r^2)), and Omega is 0.
        int samples = 400;
        Found found = local(data(samples, 4), Estimator.GAUSSIAN, List.of(new int[] {0, 2}), 1);
        double r = found.matrix.get(0, 2);
        double[] a = found.scores.column(0);
        double[] b = found.scores.column(2);
        double scaleA = Math.sqrt(samples / Arrays.stream(a).map(z -> z * z).sum());
        double scaleB = Math.sqrt(samples / Arrays.stream(b).map(z -> z * z).sum());
        for (int t = 0; t < samples; t++) {
            double x = a[t] * scaleA;
            double y = b[t] * scaleB;
            double expected = -Math.log(1 - r * r) / 2 - (r * r * (x * x + y * y) - 2 * r * x * y) / (2 * (1 - r * r));
            assertThat(found.value(t, 0, Measure.TC)).isCloseTo(expected, offset(1e-12));
            assertThat(found.value(t, 0, Measure.O)).isCloseTo(0, offset(1e-12));
        }
    }

    @Test
    void scaleAndSignOfAVariableDoNotMatterAndSamplesMoveWithTheirValues() {
        double[][] x = data(300, 5);
        double[][] changed = new double[300][];
        for (int t = 0; t < 300; t++) {
            double[] row = x[(t + 100) % 300];
            changed[t] = new double[] {-row[0], 5 * row[1] + 2, row[2], -1e3 * row[3], row[4], row[5] / 7};
        }
        Found plain = local(x, Estimator.GAUSSIAN, NPLETS, 1);
        Found moved = local(changed, Estimator.GAUSSIAN, NPLETS, 1);
        for (int t = 0; t < 300; t++) {
            for (int n = 0; n < NPLETS.size(); n++) {
                assertThat(moved.value(t, n, Measure.O))
                        .isCloseTo(plain.value((t + 100) % 300, n, Measure.O), offset(1e-9));
            }
        }
    }

    @Test
    void blocksOfAnySizeHaveTheSameBitsForAnyNumberOfThreads() {
        double[][] x = data(1000, 6);
        Found whole = local(x, Estimator.GAUSSIAN, NPLETS, 1);
        // 5 n-plets of 4 values: blocks of 1, 300 and 999 samples.
        for (int block : new int[] {3, 6000, 19_999}) {
            for (int threads : new int[] {1, 4}) {
                Found found = local(x, Estimator.GAUSSIAN, NPLETS, threads, block);
                assertThat(found.values).isEqualTo(whole.values);
                for (int n = 0; n < NPLETS.size(); n++) {
                    for (Measure measure : Measure.values()) {
                        LocalSummary summary = found.summaries.get(n);
                        LocalSummary expected = whole.summaries.get(n);
                        assertThat(summary.mean(measure)).isEqualTo(expected.mean(measure));
                        assertThat(summary.standardDeviation(measure)).isEqualTo(expected.standardDeviation(measure));
                        assertThat(summary.max(measure)).isEqualTo(expected.max(measure));
                    }
                }
            }
        }
    }

    @Test
    void singularNpletsHaveNoValues() {
        double[][] x = data(100, 7);
        for (double[] row : x) {
            row[4] = -2 * row[0];
        }
        Found found = local(x, Estimator.GAUSSIAN, List.of(new int[] {0, 1, 4}, new int[] {0, 1, 2}), 2);
        for (int t = 0; t < 100; t++) {
            for (Measure measure : Measure.values()) {
                assertThat(found.value(t, 0, measure)).isNaN();
                assertThat(found.value(t, 1, measure)).isFinite();
            }
        }
        assertThat(found.summaries.get(0).singular()).isTrue();
        assertThat(found.summaries.get(0).mean(Measure.O)).isNaN();
        assertThat(found.summaries.get(0).min(Measure.O)).isNaN();
        assertThat(found.summaries.get(1).singular()).isFalse();
    }

    @Test
    void aSinkThatFailsEndsTheStream() {
        SampleScores scores = SampleScores.of(ArraySamples.of(data(50, 8)), EstimateOptions.defaults());
        try (Workers workers = new Workers(1)) {
            LocalMeasures local = new LocalMeasures(scores, scores.correlation(workers), NPLETS);
            assertThatThrownBy(() -> local.stream(
                            (values, count) -> {
                                throw new IOException("disk full");
                            },
                            workers))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk full");
        }
    }
}
