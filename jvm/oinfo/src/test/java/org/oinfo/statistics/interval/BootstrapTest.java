package org.oinfo.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Oracle;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.journal.WorkJournal;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.parallel.RandomStreams;

/** Intervals against resamples that are written out, ranked by sorting and scored by the definition. */
class BootstrapTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-10);
    private static final List<int[]> NPLETS =
            List.of(new int[] {0, 1, 2}, new int[] {1, 3}, new int[] {0, 1, 2, 4}, new int[] {2, 3, 4});
    private static final Backend SCALAR = Backends.open("scalar");

    /** A collider, a variable with ties, and one that has to do with none. */
    private static double[][] data(int samples, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[samples][5];
        for (double[] row : x) {
            row[0] = random.nextGaussian();
            row[1] = random.nextGaussian();
            row[2] = row[0] + row[1] + 0.5 * random.nextGaussian();
            row[3] = random.nextGaussian();
            row[4] = Math.max(0, row[0] + random.nextGaussian());
        }
        return x;
    }

    private static SampleScores scores(double[][] x, Estimator estimator) {
        return SampleScores.of(
                ArraySamples.of(x),
                EstimateOptions.defaults().withEstimator(estimator).withThreads(1));
    }

    private static BootstrapResult run(
            double[][] x, Estimator estimator, List<int[]> nplets, BootstrapSettings settings, int threads) {
        return Bootstrap.run(scores(x, estimator), estimator, SCALAR, nplets, settings, threads, Monitor.NONE);
    }

    private static double[][] drawn(double[][] x, long seed, int number) {
        UniformRandomProvider random = RandomStreams.of(seed, number);
        double[][] rows = new double[x.length][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = x[random.nextInt(x.length)];
        }
        return rows;
    }

    private static double[][] without(double[][] x, int left) {
        return IntStream.range(0, x.length)
                .filter(t -> t != left)
                .mapToObj(t -> x[t])
                .toArray(double[][]::new);
    }

    private static double[] measure(double[][][] matrices, int[] nplet, int m) {
        return Arrays.stream(matrices)
                .mapToDouble(r -> Oracle.measures(r, nplet)[m])
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"COPULA, BCA", "COPULA, PERCENTILE", "GAUSSIAN, BCA", "GAUSSIAN, PERCENTILE"})
    void agreesWithResamplesWrittenOut(Estimator estimator, IntervalMethod method) {
        long seed = 17;
        int samples = 40;
        double[][] x = data(samples, 3);
        BootstrapSettings settings = BootstrapSettings.defaults()
                .withResamples(99)
                .withMethod(method)
                .withConfidence(0.9)
                .withSeed(seed);
        BootstrapResult result = run(x, estimator, NPLETS, settings, 1);
        boolean copula = estimator == Estimator.COPULA;
        double[][] r = Definitions.correlations(x, copula);
        double[][][] resamples = IntStream.range(0, 99)
                .mapToObj(b -> Definitions.correlations(drawn(x, seed, b), copula))
                .toArray(double[][][]::new);
        double[][][] jackknife = IntStream.range(0, samples)
                .mapToObj(t -> Definitions.correlations(without(x, t), copula))
                .toArray(double[][][]::new);
        assertThat(result.groups()).isEqualTo(method == IntervalMethod.BCA ? samples : 0);
        assertThat(result.partial()).isFalse();
        for (NpletIntervals nplet : result.nplets()) {
            assertThat(nplet.resamples()).isEqualTo(99);
            assertThat(nplet.singular()).isZero();
            boolean pair = nplet.nplet().length == 2;
            for (int m = 0; m < 4; m++) {
                MeasureInterval found = nplet.measures().get(m);
                if (pair && m == 2) {
                    assertThat(found).isEqualTo(new MeasureInterval(0, 0, 0, 0, 0, false));
                    continue;
                }
                double value = Oracle.measures(r, nplet.nplet())[m];
                double[] drawn = measure(resamples, nplet.nplet(), m);
                double[] ends = method == IntervalMethod.PERCENTILE
                        ? new double[] {Definitions.quantile(drawn, 0.05), Definitions.quantile(drawn, 0.95)}
                        : Definitions.bca(value, drawn, measure(jackknife, nplet.nplet(), m), 0.9);
                double mean = Arrays.stream(drawn).average().orElseThrow();
                assertThat(found.value()).isCloseTo(value, CLOSE);
                assertThat(found.low()).isCloseTo(ends[0], CLOSE);
                assertThat(found.high()).isCloseTo(ends[1], CLOSE);
                assertThat(found.bias()).isCloseTo(mean - value, CLOSE);
                double squares =
                        Arrays.stream(drawn).map(d -> (d - mean) * (d - mean)).sum();
                assertThat(found.error()).isCloseTo(Math.sqrt(squares / 98), CLOSE);
            }
        }
    }

    @Test
    void threadsAndChunksChangeNoBit() {
        double[][] x = data(300, 8);
        BootstrapSettings settings = BootstrapSettings.defaults().withResamples(60);
        BootstrapResult one = run(x, Estimator.COPULA, NPLETS, settings, 1);
        BootstrapResult three = run(x, Estimator.COPULA, NPLETS, settings, 3);
        BootstrapResult inChunks = Bootstrap.run(
                scores(x, Estimator.COPULA), Estimator.COPULA, SCALAR, NPLETS, settings, 2, Monitor.NONE, 2 * 4 * 260);
        assertThat(one.groups()).isEqualTo(200);
        for (int i = 0; i < NPLETS.size(); i++) {
            assertThat(three.nplets().get(i).measures())
                    .isEqualTo(one.nplets().get(i).measures());
            assertThat(inChunks.nplets().get(i).measures())
                    .isEqualTo(one.nplets().get(i).measures());
            assertThat(inChunks.nplets().get(i).nplet()).isEqualTo(NPLETS.get(i));
        }
        MeasureInterval other = run(x, Estimator.COPULA, NPLETS, settings.withSeed(2), 1)
                .nplets()
                .getFirst()
                .o();
        assertThat(other.value()).isEqualTo(one.nplets().getFirst().o().value());
        assertThat(other.low()).isNotEqualTo(one.nplets().getFirst().o().low());
    }

    @Test
    void biasCorrectionMovesValuesAndIntervals() {
        double[][] x = data(50, 4);
        BootstrapSettings settings = BootstrapSettings.defaults().withResamples(99);
        MeasureInterval raw =
                run(x, Estimator.COPULA, NPLETS, settings, 1).nplets().get(2).o();
        MeasureInterval corrected = run(x, Estimator.COPULA, NPLETS, settings.withBiasCorrect(true), 1)
                .nplets()
                .get(2)
                .o();
        double bias = new BiasCorrection(4, 50).o();
        assertThat(corrected.value()).isEqualTo(raw.value() - bias);
        assertThat(corrected.low()).isEqualTo(raw.low() - bias);
        assertThat(corrected.high()).isEqualTo(raw.high() - bias);
        assertThat(corrected.bias()).isEqualTo(raw.bias());
        assertThat(corrected.error()).isEqualTo(raw.error());
    }

    @Test
    void resamplesInWhichAnNpletIsSingularAreCountedAndLeftOut() {
        // Variable 1 differs from 0 in one sample only, variable 3 does not vary without that sample.
        double[][] x = data(30, 6);
        for (int t = 0; t < 30; t++) {
            x[t][1] = t == 11 ? 5 : x[t][0];
            x[t][3] = t == 11 ? 1 : 0;
        }
        BootstrapSettings settings = BootstrapSettings.defaults().withResamples(200);
        List<int[]> nplets = List.of(new int[] {0, 1, 2}, new int[] {2, 3}, new int[] {0, 2, 4});
        BootstrapResult result = run(x, Estimator.COPULA, nplets, settings, 2);
        int missed = 0;
        for (int b = 0; b < 200; b++) {
            missed += Arrays.stream(drawn(x, 1, b)).noneMatch(row -> row[3] == 1) ? 1 : 0;
        }
        assertThat(missed).isBetween(40, 110);
        assertThat(result.nplets().get(0).singular()).isEqualTo(missed);
        assertThat(result.nplets().get(0).resamples()).isEqualTo(200 - missed);
        assertThat(result.nplets().get(0).o().defined()).isTrue();
        assertThat(result.nplets().get(1).singular()).isEqualTo(missed);
        assertThat(result.nplets().get(2).singular()).isZero();
    }

    @Test
    void aSingularNpletHasNoValueAndNoInterval() {
        double[][] x = data(30, 6);
        for (double[] row : x) {
            row[1] = 2 * row[0];
        }
        NpletIntervals found = run(
                        x,
                        Estimator.COPULA,
                        List.of(new int[] {0, 1, 2}),
                        BootstrapSettings.defaults().withResamples(50),
                        1)
                .nplets()
                .getFirst();
        assertThat(found.singular()).isEqualTo(50);
        assertThat(found.resamples()).isZero();
        for (MeasureInterval measure : found.measures()) {
            assertThat(measure.value()).isNaN();
            assertThat(measure.defined()).isFalse();
            assertThat(measure.error()).isNaN();
        }
    }

    @Test
    void whereAllResamplesLieOnOneSideThereIsNoBcaInterval() {
        // Ten independent variables and 24 samples: every resample depends more than the data does.
        Random random = new Random(1);
        double[][] x = IntStream.range(0, 24)
                .mapToObj(t -> random.doubles(10).toArray())
                .toArray(double[][]::new);
        int[] all = IntStream.range(0, 10).toArray();
        BootstrapSettings settings = BootstrapSettings.defaults().withResamples(100);
        NpletIntervals bca =
                run(x, Estimator.COPULA, List.of(all), settings, 1).nplets().getFirst();
        assertThat(bca.tc().defined()).isFalse();
        assertThat(bca.tc().bias()).isGreaterThan(1);
        assertThat(bca.o().bias()).isLessThan(-0.1);
        NpletIntervals percentile = run(
                        x, Estimator.COPULA, List.of(all), settings.withMethod(IntervalMethod.PERCENTILE), 1)
                .nplets()
                .getFirst();
        assertThat(percentile.tc().low()).isGreaterThan(percentile.tc().value());
    }

    @Test
    void runsAreDrawnWhole() {
        int[] times = new int[25];
        for (int repeat = 0; repeat < 50; repeat++) {
            Draws.runs(RandomStreams.of(5, repeat), 4, times);
            assertThat(Arrays.stream(times).sum()).isEqualTo(25);
        }
        Draws.runs(RandomStreams.of(5, 0), 25, times);
        assertThat(times).containsOnly(1);
        // A slow wave: neighbours say the same, so runs show a larger error than single samples.
        double[][] x = new double[400][3];
        Random random = new Random(2);
        for (int t = 1; t < 400; t++) {
            for (int v = 0; v < 3; v++) {
                x[t][v] = 0.95 * x[t - 1][v] + random.nextGaussian();
            }
        }
        BootstrapSettings single = BootstrapSettings.defaults().withResamples(200);
        List<int[]> triplet = List.of(new int[] {0, 1, 2});
        double error = run(x, Estimator.COPULA, triplet, single, 1)
                .nplets()
                .getFirst()
                .tc()
                .error();
        BootstrapResult runs = run(x, Estimator.COPULA, triplet, single.withBlock(40), 1);
        assertThat(runs.groups()).isEqualTo(10);
        assertThat(runs.nplets().getFirst().tc().error()).isGreaterThan(1.5 * error);
    }

    /** Half of the list at a time at first, and then by a process whose heap holds all of it. */
    @Test
    void anotherHeapGoesOnFromTheJournalOfThisOne(@TempDir Path folder) {
        double[][] x = data(300, 8);
        BootstrapSettings settings = BootstrapSettings.defaults().withResamples(60);
        List<Long> finished = new ArrayList<>();
        for (long values : new long[] {2 * 4 * 260, 4 * 4 * 260}) {
            try (WorkJournal journal = WorkJournal.open(folder.resolve("journal"), List.of("run: one"))) {
                finished.add(journal.pieces());
                BootstrapResult result = Bootstrap.run(
                        scores(x, Estimator.COPULA),
                        Estimator.COPULA,
                        SCALAR,
                        NPLETS,
                        settings,
                        2,
                        Monitor.NONE.keeping(journal),
                        values);
                assertThat(result.nplets().stream()
                                .map(NpletIntervals::measures)
                                .toList())
                        .isEqualTo(run(x, Estimator.COPULA, NPLETS, settings, 1).nplets().stream()
                                .map(NpletIntervals::measures)
                                .toList());
            }
        }
        assertThat(finished).containsExactly(0L, 2 * 260L);
    }

    @Test
    void whatIsFinishedCountsWhenItIsStopped() {
        AtomicInteger scored = new AtomicInteger();
        ProgressSteps steps = new ProgressSteps();
        Monitor stop = progress -> {
            scored.addAndGet((int) steps.since(progress));
            return scored.get() < 4 * (40 + 50);
        };
        BootstrapResult result = Bootstrap.run(
                scores(data(40, 1), Estimator.COPULA),
                Estimator.COPULA,
                SCALAR,
                NPLETS,
                BootstrapSettings.defaults(),
                1,
                stop);
        assertThat(result.partial()).isTrue();
        assertThat(result.nplets().getFirst().resamples()).isEqualTo(50);
        assertThat(result.nplets().getFirst().o().defined()).isTrue();
        BootstrapResult nothing = Bootstrap.run(
                scores(data(40, 1), Estimator.COPULA),
                Estimator.COPULA,
                SCALAR,
                NPLETS,
                BootstrapSettings.defaults(),
                1,
                stop);
        assertThat(nothing.partial()).isTrue();
        assertThat(nothing.nplets().getFirst().resamples()).isZero();
        assertThat(nothing.nplets().getFirst().o().defined()).isFalse();
        assertThat(nothing.nplets().getFirst().o().value())
                .isEqualTo(result.nplets().getFirst().o().value());
    }

    @Test
    void anEmptyListHasNoIntervals() {
        BootstrapResult result = run(data(20, 1), Estimator.COPULA, List.of(), BootstrapSettings.defaults(), 2);
        assertThat(result.nplets()).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        BootstrapSettings settings = BootstrapSettings.defaults();
        assertThatThrownBy(() -> settings.withResamples(38))
                .isInstanceOf(BadInputException.class)
                .hasMessage("there must be at least 39 resamples for a confidence of 0.95, so that its tails hold some:"
                        + " resamples=38; draw more (1000 is common), or choose a lower confidence");
        assertThat(settings.withResamples(39).resamples()).isEqualTo(39);
        assertThat(settings.withConfidence(0.99).withResamples(199).resamples()).isEqualTo(199);
        assertThatThrownBy(() -> settings.withConfidence(0.5).withResamples(19))
                .hasMessageStartingWith("there must be at least 20 resamples for a confidence of 0.5,");
        assertThatThrownBy(() -> settings.withConfidence(1))
                .hasMessage("the confidence must be between 0 and 1: confidence=1.0; choose 0.95, say");
        assertThat(settings.withResamples(19_999).withConfidence(0.9999).resamples())
                .isEqualTo(19_999);
        assertThat(settings.withResamples(1_000_000)
                        .withConfidence(1 - 2.0 / 1_000_001)
                        .resamples())
                .isEqualTo(1_000_000);
        assertThatThrownBy(() -> settings.withConfidence(0.999999999999))
                .hasMessageStartingWith("the confidence must be at most 0.99999")
                .hasMessageEndingWith("confidence=0.999999999999; choose 0.95, say");
        assertThatThrownBy(() -> settings.withBlock(0))
                .hasMessage("the block length must be at least 1: block=0; 1 draws single samples, a time series needs"
                        + " blocks longer than its memory");
        assertThatThrownBy(() -> run(data(20, 1), Estimator.COPULA, NPLETS, settings.withBlock(3), 1))
                .hasMessage(
                        "a block must be at most a tenth of the samples: block=3, T=20; choose shorter blocks or give"
                                + " more samples");
        assertThatThrownBy(() -> run(data(4, 1), Estimator.COPULA, NPLETS, settings, 1))
                .hasMessage("there must be more samples than the order, or every n-plet is singular: T=4, order=4;"
                        + " leave that n-plet out or give more samples");
    }

    @Test
    void aFewSamplesGiveIntervalsOrNone() {
        BootstrapResult result = run(
                data(5, 2),
                Estimator.COPULA,
                NPLETS,
                BootstrapSettings.defaults().withResamples(100),
                1);
        for (NpletIntervals nplet : result.nplets()) {
            assertThat(nplet.resamples() + nplet.singular()).isEqualTo(100);
            for (MeasureInterval measure : nplet.measures()) {
                assertThat(measure.low() <= measure.high() || Double.isNaN(measure.low()))
                        .isTrue();
            }
        }
        assertThat(result.nplets().get(2).singular()).isGreaterThan(50);
    }
}
