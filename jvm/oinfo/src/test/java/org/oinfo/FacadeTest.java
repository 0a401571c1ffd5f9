package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ElementType;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Level;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Progress;
import org.oinfo.scan.Measure;
import org.oinfo.search.FoundNplet;
import org.oinfo.search.anneal.AnnealSettings;
import org.oinfo.search.anneal.Descent;
import org.oinfo.search.anneal.DescentSettings;
import org.oinfo.search.anneal.Optimum;
import org.oinfo.search.greedy.GreedyPath;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.search.greedy.GreedyStep;
import org.oinfo.statistics.interval.BootstrapSettings;
import org.oinfo.statistics.interval.CurveSettings;
import org.oinfo.statistics.interval.ResamplingSettings;
import org.oinfo.statistics.surrogate.NullSettings;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;

/**
 * Every analysis from the facade, on data whose columns 0 and 4 are constant: variables have other positions than columns, and
 * all that is asked for and found is columns. The collider {1, 2, 3} is the most synergistic triplet, the common cause {5, 6, 7}
 * the most redundant.
 */
class FacadeTest {
    private static final int[] COLLIDER = {1, 2, 3};
    private static final int[] CAUSE = {5, 6, 7};
    private static final Monitor STOP = progress -> false;

    private final OInformation info = OInformation.ofSamples(data());

    private static double[][] data() {
        return Arrays.stream(Fixture.samples())
                .map(x -> new double[] {7, x[0], x[1], x[2], 7, x[3], x[4], x[5]})
                .toArray(double[][]::new);
    }

    private double omega(int... columns) {
        return info.measures(columns).getFirst().o();
    }

    @Test
    void aScanSpeaksInColumns() {
        ScanResult triplets = info.scan(3);
        assertThat(triplets.mostSynergistic().getFirst().variables()).isEqualTo(COLLIDER);
        assertThat(triplets.mostRedundant().getFirst().variables()).isEqualTo(CAUSE);
    }

    @Test
    void aMonitorSeesColumnsAndTotals() {
        List<Progress> seen = Collections.synchronizedList(new ArrayList<>());
        info.scan(3, progress -> seen.add(progress));
        Progress last = seen.getLast();
        assertThat(seen.getFirst().done()).isZero();
        assertThat(last.order()).isEqualTo(3);
        assertThat(last.done()).isEqualTo(20);
        assertThat(last.total()).isEqualTo(20);
        seen.stream()
                .filter(progress -> progress.lowest() != null)
                .forEach(progress -> assertThat(progress.lowest().nplet()).isEqualTo(COLLIDER));
    }

    @Test
    void aStoppedScanSaysSo() {
        ScanResult stopped = info.scan(3, STOP);
        assertThat(stopped.partial()).isTrue();
        assertThat(stopped.fraction()).isLessThan(1);
    }

    @Test
    void aLandscapeFromElsewhereBecomesAResult() {
        ScanResult scanned = info.scan(3);
        ScanResult made = info.result(scanned.landscape());
        assertThat(made.smallest()).isEqualTo(scanned.smallest());
        assertThat(made.largest()).isEqualTo(scanned.largest());
        assertThat(made.min()).isEqualTo(scanned.min());
        assertThat(made.seconds()).isNaN();
    }

    @Test
    void greedyAndBeamGrowColumns() {
        GreedyPath path = info.search()
                .greedy(GreedySettings.upTo(5).withEnds(Ends.SYNERGISTIC).withStarts(1))
                .best(Ends.SYNERGISTIC)
                .orElseThrow();
        assertThat(path.steps().getFirst().found().nplet()).isEqualTo(COLLIDER);
        for (GreedyStep step : path.steps()) {
            FoundNplet found = step.found();
            assertThat(found.o()).isCloseTo(omega(found.nplet()), within(1e-12));
        }
        assertThat(path.steps().get(1).added()).isIn(5, 6, 7);
        GreedyPath beam = info.search().beam(4, 5).best(Ends.SYNERGISTIC).orElseThrow();
        assertThat(beam.best().found().o())
                .isLessThanOrEqualTo(path.best().found().o());
    }

    @Test
    void annealingAndRefiningFindTheCollider() {
        Optimum optimum = info.search()
                .anneal(AnnealSettings.of(3).withChains(8, 5, 0))
                .synergistic()
                .getFirst();
        assertThat(optimum.nplet()).isEqualTo(COLLIDER);
        assertThat(optimum.o()).isCloseTo(omega(COLLIDER), within(1e-12));
        Descent descent = info.search()
                .refine(List.of(new int[] {5, 2, 1}), DescentSettings.swaps(Ends.SYNERGISTIC))
                .synergistic()
                .getFirst();
        assertThat(descent.start()).containsExactly(1, 2, 5);
        assertThat(descent.nplet()).isEqualTo(COLLIDER);
    }

    @Test
    void randomNpletsAreColumns() {
        assertThat(info.search().random(3, 50, 1).nplets())
                .hasSize(50)
                .allSatisfy(found -> assertThat(found.o()).isCloseTo(omega(found.nplet()), within(1e-12)));
    }

    @Test
    void searchesStop() {
        assertThat(info.search().greedy(GreedySettings.upTo(5), STOP).partial()).isTrue();
        assertThat(info.search().anneal(AnnealSettings.of(3), STOP).partial()).isTrue();
        assertThat(info.search().random(3, 50, 1, STOP).partial()).isTrue();
        assertThat(info.search()
                        .refine(List.of(new int[] {1, 2, 5}), DescentSettings.swaps(Ends.BOTH), STOP)
                        .synergistic()
                        .getFirst()
                        .certified())
                .isFalse();
    }

    @Test
    void gradientsFollowTheirDefinition() {
        NpletAnalysis nplets = info.nplets(List.of(new int[] {3, 1, 2}, new int[] {1, 2, 3, 7}));
        assertThat(nplets.columns().getFirst()).isEqualTo(COLLIDER);
        double[] first = nplets.gradients()[1];
        assertThat(first[3]).isCloseTo(omega(1, 2, 3, 7) - omega(1, 2, 3), within(1e-12));
        double[] pairs = nplets.gradientsOfPairs()[1];
        assertThat(pairs).hasSize(6);
        // Omega of a pair is 0: {1, 2} without 3 and 7.
        assertThat(pairs[5]).isCloseTo(omega(1, 2, 3, 7) - omega(1, 2, 7) - omega(1, 2, 3), within(1e-12));
    }

    @Test
    void ofNoNpletsThereIsNothing() {
        NpletAnalysis none = info.nplets(List.of());
        assertThat(none.measures()).isEmpty();
        assertThat(none.gradients()).isEmpty();
        assertThat(none.gradientsOfPairs()).isEmpty();
        assertThat(none.gradientsOfCorrelations()).isEmpty();
        assertThat(none.subsets()).isEmpty();
        assertThat(none.local().values()).isEmpty();
        assertThat(info.statistics()
                        .bootstrap(List.of(), BootstrapSettings.defaults())
                        .nplets())
                .isEmpty();
    }

    @Test
    void localValuesAverageToTheMeasures() {
        LocalResult local = info.nplets(List.of(COLLIDER, CAUSE)).local();
        double mean = IntStream.range(0, local.samples())
                .mapToDouble(t -> local.value(t, 1, Measure.O))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(omega(CAUSE), within(1e-12));
        assertThat(local.summaries().get(1).mean(Measure.O)).isCloseTo(mean, within(1e-12));
    }

    @Test
    void measuresStopWithAPrefix() {
        List<int[]> many = Collections.nCopies(100_000, COLLIDER);
        MeasuresResult stopped = info.measures(many, STOP);
        assertThat(stopped.partial()).isTrue();
        assertThat(stopped.nplets()).hasSizeLessThan(many.size());
        assertThat(info.measures(many, Monitor.NONE).partial()).isFalse();
    }

    @Test
    void classesAsNumbersAndNamesAreTheSameTarget() {
        double[][] x = data();
        int[] classes = Arrays.stream(x).mapToInt(row -> row[3] > 0 ? 5 : -2).toArray();
        String[] names =
                Arrays.stream(classes).mapToObj(c -> c > 0 ? "up" : "down").toArray(String[]::new);
        TargetResult found = info.target(classes).scan(2);
        assertThat(found.nplets()).isEqualTo(15);
        assertThat(found.smallest().getFirst().sources()).isIn(new int[] {1, 2}, new int[] {1, 3}, new int[] {2, 3});
        assertThat(info.target(names).scan(2).smallest().getFirst().domega())
                .isEqualTo(found.smallest().getFirst().domega());
    }

    @Test
    void aContinuousTargetIsOneMoreVariable() {
        double[] sum =
                Arrays.stream(Fixture.samples()).mapToDouble(row -> row[2]).toArray();
        OInformation sources = OInformation.ofSamples(Arrays.stream(data())
                .map(row -> new double[] {row[0], row[1], row[2], row[5], row[6], row[7]})
                .toArray(double[][]::new));
        TargetNplet best = sources.target(sum)
                .scan(2, TargetMeasure.I, Monitor.NONE)
                .largest()
                .getFirst();
        assertThat(best.sources()).containsExactly(1, 2);
        assertThat(best.o()).isCloseTo(omega(COLLIDER), within(1e-12));
        List<TargetNplet> path =
                sources.target(sum).greedy(2, 4, Monitor.NONE).synergistic().nplets();
        assertThat(path).hasSize(3);
        assertThat(path.getFirst().sources()).containsExactly(1, 2);
    }

    @Test
    void theNextValueOfASeriesIsATarget() {
        double[][] series = new double[300][4];
        double[][] noise = Fixture.samples();
        for (int t = 1; t < series.length; t++) {
            double[] z = noise[t % noise.length];
            series[t][0] = 7;
            series[t][1] = z[0];
            series[t][2] = z[3];
            series[t][3] = series[t - 1][1] + series[t - 1][2] + 0.2 * z[4];
        }
        series[0] = new double[] {7, 0.1, 0.2, 0.3};
        TargetResult found = OInformation.ofSamples(series).dynamic(1).target(3).scan(2);
        assertThat(found.smallest().getFirst().sources()).containsExactly(1, 2);
        assertThat(found.smallest().getFirst().i()).isGreaterThan(1);
        assertThatThrownBy(() -> OInformation.ofSamples(series).dynamic(1).target(0))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("column 0");
    }

    @Test
    void statisticsSpeakInColumns() {
        NullSettings settings = NullSettings.of(3).withSurrogates(99);
        assertThat(info.statistics().nullTest(settings).nplets())
                .anySatisfy(tested -> assertThat(tested.variables()).isEqualTo(COLLIDER));
        assertThat(info.statistics()
                        .nullTest(List.of(CAUSE), settings, Monitor.NONE)
                        .nplets()
                        .getFirst()
                        .o())
                .isCloseTo(omega(CAUSE), within(1e-12));
        assertThat(info.statistics()
                        .bootstrap(List.of(CAUSE), BootstrapSettings.defaults().withResamples(99))
                        .nplets()
                        .getFirst())
                .satisfies(intervals -> {
                    assertThat(intervals.nplet()).isEqualTo(CAUSE);
                    assertThat(intervals.o().value()).isCloseTo(omega(CAUSE), within(1e-12));
                });
        assertThat(info.statistics()
                        .resample(List.of(3), ResamplingSettings.defaults().withResamples(50), Monitor.NONE)
                        .getFirst()
                        .observed()
                        .min())
                .isCloseTo(omega(COLLIDER), within(1e-12));
        assertThat(info.statistics()
                        .curve(3, CurveSettings.defaults().withRepeats(2), Monitor.NONE)
                        .getLast()
                        .samples())
                .isEqualTo(200);
    }

    @Test
    void aCovarianceRefusesByNameWhatNeedsSamples() {
        OInformation covariance = OInformation.ofCovariance(new double[][] {{1, .2, .1}, {.2, 1, .3}, {.1, .3, 1}});
        assertThatThrownBy(() -> covariance.statistics().nullTest(NullSettings.of(3)))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a null test needs the samples themselves: found a covariance; give the samples it was estimated"
                                + " from");
        assertThatThrownBy(() -> covariance.target(new int[] {0, 1}))
                .hasMessageStartingWith("information about a target needs the samples themselves");
        assertThatThrownBy(() -> covariance.dynamic(1)).hasMessageContaining("the dynamics of series");
        assertThatThrownBy(() -> covariance.nplets(List.of(new int[] {0, 1})).local())
                .hasMessageContaining("local measures");
        assertThatThrownBy(
                        () -> covariance.statistics().resample(List.of(3), ResamplingSettings.defaults(), Monitor.NONE))
                .hasMessageContaining("number of samples");
        covariance.close();
    }

    @Test
    void aDiscreteEstimatorRefusesByNameWhatNeedsScores() {
        double[][] bits = Arrays.stream(data())
                .map(row -> Arrays.stream(row).map(v -> v > 0 ? 1 : 0).toArray())
                .toArray(double[][]::new);
        OInformationOptions discrete = OInformationOptions.defaults()
                .withEstimate(OInformationOptions.defaults().estimate().withEstimator(Estimator.DISCRETE));
        OInformation states = OInformation.ofSamples(bits, discrete);
        assertThat(states.scan(3).landscape().total()).isEqualTo(20);
        assertThat(states.search().random(3, 5, 1).nplets()).hasSize(5);
        assertThatThrownBy(() -> states.statistics().nullTest(NullSettings.of(3)))
                .hasMessage(
                        "a null test needs the estimator copula or gaussian: found discrete; choose another estimator");
        assertThatThrownBy(() -> states.withBackend(Backends.open("scalar")))
                .hasMessageContaining("the discrete estimator counts in plain Java");
    }

    @Test
    void aBackendOfOnesOwnGivesTheSameRanking() {
        OInformation scalar = info.withBackend(Backends.open("scalar"));
        assertThat(scalar.backendName()).isEqualTo("scalar");
        assertThat(scalar.scan(3).mostSynergistic()).isEqualTo(info.scan(3).mostSynergistic());
        assertThat(scalar.withLevel(Level.FULL).scan(3).landscape().total()).isEqualTo(20);
    }

    @Test
    void filesAndSegmentsAreTheSameData(@TempDir Path folder) throws IOException {
        double[][] x = data();
        Path csv = folder.resolve("data.csv");
        Files.writeString(
                csv,
                Arrays.stream(x)
                        .map(row ->
                                Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n")));
        try (OInformation file = OInformation.ofFile(csv)) {
            assertThat(file.scan(3).mostSynergistic()).isEqualTo(info.scan(3).mostSynergistic());
            assertThat(file.statistics()
                            .nullTest(NullSettings.of(3).withSurrogates(19))
                            .nplets())
                    .isNotEmpty();
        }
        try (Arena arena = Arena.ofConfined()) {
            double[] flat = Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
            MemorySegment doubles = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, flat);
            OInformationOptions options = OInformationOptions.defaults();
            assertThat(OInformation.ofSamples(doubles, ElementType.FLOAT64, x.length, 8, options.withThreads(1))
                            .scan(3)
                            .mostSynergistic())
                    .isEqualTo(info.scan(3).mostSynergistic());
            float[] single = new float[flat.length];
            IntStream.range(0, flat.length).forEach(i -> single[i] = (float) flat[i]);
            MemorySegment floats = arena.allocateFrom(ValueLayout.JAVA_FLOAT, single);
            assertThat(OInformation.ofSamples(floats, ElementType.FLOAT32, x.length, 8, options.withThreads(1))
                            .scan(3)
                            .mostSynergistic())
                    .isEqualTo(OInformation.ofSamples(single, x.length, 8, options)
                            .scan(3)
                            .mostSynergistic());
            assertThatThrownBy(() -> OInformation.ofSamples(floats, ElementType.FLOAT64, x.length, 8, options))
                    .hasMessage(String.format(
                            Locale.ROOT,
                            "the array must hold samples * variables values: samples=200, variables=8, length=%d",
                            800));
        }
    }
}
