package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Measure;
import org.oinfo.search.anneal.AnnealSettings;
import org.oinfo.search.anneal.DescentSettings;
import org.oinfo.search.greedy.EveryPairSettings;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.statistics.comparison.ComparisonSettings;
import org.oinfo.statistics.interval.BootstrapSettings;
import org.oinfo.statistics.interval.CurveSettings;
import org.oinfo.statistics.interval.ResamplingSettings;
import org.oinfo.statistics.surrogate.NullSettings;
import org.oinfo.targets.TargetMeasure;

/** Whatever an analysis opens on a backend is closed when it ends: complete, stopped, or because a kernel failed. */
class KernelsAreClosedTest {
    private static final int VARIABLES = 15;
    private static final int SAMPLES = 60;
    private static final OInformationOptions TWO_THREADS =
            OInformationOptions.defaults().withThreads(2).withTop(3);
    private static final OInformation INFO = OInformation.ofSamples(data(), TWO_THREADS);
    private static final OInformation BY_S = OInformation.ofSamples(data(), TWO_THREADS.withRankBy(Measure.S));
    private static final List<Integer> ALL_ORDERS =
            IntStream.rangeClosed(3, VARIABLES).boxed().toList();
    private static final List<int[]> NPLETS = List.of(new int[] {0, 1, 2}, new int[] {3, 5, 7}, new int[] {4, 6, 8});

    /**
     * An analysis.
     *
     * @param kernels whether it needs any: some score by the canonical routine alone
     */
    record Analysis(String name, boolean kernels, OInformation info, BiConsumer<OInformation, Monitor> run) {
        /** Runs it until its end, or the monitor's. */
        void runOn(CountingBackend backend, Monitor monitor) {
            try {
                run.accept(info.withBackend(backend), monitor);
            } catch (CancellationException stopped) {
                // There is no result of a part: as good an end as any.
                assertThat(monitor).isNotSameAs(Monitor.NONE);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static double[][] data() {
        Random random = new Random(7);
        double[][] x = new double[SAMPLES][];
        Arrays.setAll(x, t -> {
            double common = random.nextGaussian();
            return IntStream.range(0, VARIABLES)
                    .mapToDouble(v -> random.nextGaussian() + (v % 3 == 0 ? common : 0))
                    .toArray();
        });
        return x;
    }

    private static Analysis analysis(String name, BiConsumer<OInformation, Monitor> run) {
        return new Analysis(name, true, INFO, run);
    }

    private static Analysis withoutKernels(String name, BiConsumer<OInformation, Monitor> run) {
        return new Analysis(name, false, INFO, run);
    }

    static Stream<Analysis> analyses() {
        return Stream.of(scans(), searches(), targets(), comparisons(), statistics())
                .flatMap(each -> each);
    }

    private static Stream<Analysis> scans() {
        BiConsumer<OInformation, Monitor> scan = (info, monitor) -> info.scan(3, monitor);
        return Stream.of(
                analysis("scan", scan),
                new Analysis("scan by S", true, BY_S, scan),
                analysis("lattice", (info, monitor) -> info.scan(ALL_ORDERS, monitor)),
                analysis("measures", (info, monitor) -> info.measures(NPLETS, monitor)),
                withoutKernels(
                        "gradients", (info, monitor) -> info.nplets(NPLETS).gradients(monitor)),
                withoutKernels("local", (info, monitor) -> {
                    try {
                        info.nplets(NPLETS).local((values, count) -> {}, monitor);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    private static Stream<Analysis> searches() {
        return Stream.of(
                analysis("greedy", (info, monitor) -> info.search().greedy(GreedySettings.upTo(5), monitor)),
                analysis("every pair", (info, monitor) -> info.search().everyPair(EveryPairSettings.upTo(5), monitor)),
                analysis(
                        "beam",
                        (info, monitor) ->
                                info.search().greedy(GreedySettings.upTo(5).withBeam(3), monitor)),
                analysis(
                        "anneal",
                        (info, monitor) ->
                                info.search().anneal(AnnealSettings.of(3, 5).withChains(70, 2, 0), monitor)),
                analysis(
                        "refine",
                        (info, monitor) -> info.search().refine(NPLETS, DescentSettings.swaps(Ends.BOTH), monitor)),
                withoutKernels("random", (info, monitor) -> info.search().random(3, 600, 1, monitor)));
    }

    private static Stream<Analysis> comparisons() {
        return Stream.of(analysis(
                "compare",
                (info, monitor) ->
                        info.against(INFO).test(ComparisonSettings.of(3).withPermutations(19), monitor)));
    }

    private static Stream<Analysis> targets() {
        int[] classes = IntStream.range(0, SAMPLES).map(t -> t % 2).toArray();
        double[] values =
                Arrays.stream(data()).mapToDouble(row -> row[0] - row[1]).toArray();
        return Stream.of(
                analysis("classes", (info, monitor) -> info.target(classes).scan(3, TargetMeasure.DOMEGA, monitor)),
                analysis(
                        "permuted classes",
                        (info, monitor) -> info.target(classes).permutations(2, TargetMeasure.I, 19, 1, monitor)),
                analysis(
                        "greedy classes",
                        (info, monitor) -> info.target(classes).greedy(2, 4, monitor)),
                analysis("continuous", (info, monitor) -> info.target(values).scan(3, TargetMeasure.I, monitor)),
                analysis("greedy target", (info, monitor) -> info.target(values).greedy(2, 5, monitor)),
                analysis("dynamic", (info, monitor) -> info.dynamic(1).target(0).scan(2, TargetMeasure.RSI, monitor)));
    }

    private static Stream<Analysis> statistics() {
        NullSettings surrogates = NullSettings.of(3).withSurrogates(9);
        return Stream.of(
                analysis("null", (info, monitor) -> info.statistics().nullTest(surrogates, monitor)),
                analysis(
                        "null of n-plets",
                        (info, monitor) -> info.statistics()
                                .nullTest(NPLETS, surrogates.withFamily(NullSettings.Family.LIST), monitor)),
                analysis(
                        "bootstrap",
                        (info, monitor) -> info.statistics()
                                .bootstrap(NPLETS, BootstrapSettings.defaults().withResamples(50), monitor)),
                analysis(
                        "resample",
                        (info, monitor) -> info.statistics()
                                .resample(
                                        List.of(3, 4),
                                        ResamplingSettings.defaults().withResamples(40),
                                        monitor)),
                analysis(
                        "curve",
                        (info, monitor) -> info.statistics()
                                .curve(3, CurveSettings.defaults().withRepeats(2), monitor)));
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void whenItIsComplete(Analysis analysis) {
        CountingBackend backend = CountingBackend.sound();
        analysis.runOn(backend, Monitor.NONE);
        assertThat(backend.opened() > 0).isEqualTo(analysis.kernels());
        assertThat(backend.open()).isZero();
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void whenItIsStopped(Analysis analysis) {
        for (int asked : new int[] {1, 2, 3, 5, 10, 30}) {
            CountingBackend backend = CountingBackend.sound();
            AtomicInteger times = new AtomicInteger();
            analysis.runOn(backend, progress -> times.incrementAndGet() < asked);
            assertThat(backend.open()).as("stopped when asked " + asked).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void whenAKernelFails(Analysis analysis) {
        for (int number : new int[] {1, 2, 3, 5, 10}) {
            fails(analysis, CountingBackend.failingAtCall(number));
        }
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void whenAKernelCannotBeOpened(Analysis analysis) {
        for (int number : new int[] {1, 2, 3, 4, 5}) {
            fails(analysis, CountingBackend.failingToOpen(number));
        }
    }

    private static void fails(Analysis analysis, CountingBackend backend) {
        boolean failed = false;
        try {
            analysis.runOn(backend, Monitor.NONE);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage(CountingBackend.FAILURE);
            failed = true;
        }
        // It may need fewer kernels or calls than the one that fails, but not none.
        assertThat(failed || backend.opened() > 0).isEqualTo(analysis.kernels());
        assertThat(backend.open()).isZero();
    }

    @Test
    void whenTheKernelOfAForecastFails() {
        assertThat(INFO.scans().oneWalk(ALL_ORDERS)).isTrue();
        forecastFails(INFO, info -> info.scans().forecast(3));
        forecastFails(BY_S, info -> info.scans().forecast(3));
        forecastFails(INFO, info -> info.scans().forecast(ALL_ORDERS));
    }

    private static void forecastFails(OInformation info, Consumer<OInformation> forecast) {
        CountingBackend backend = CountingBackend.failingAtCall(2);
        assertThatThrownBy(() -> forecast.accept(info.withBackend(backend))).hasMessage(CountingBackend.FAILURE);
        assertThat(backend.opened()).isPositive();
        assertThat(backend.open()).isZero();
    }
}
