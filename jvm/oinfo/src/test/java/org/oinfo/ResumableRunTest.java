package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Measure;
import org.oinfo.scan.groups.Mix;
import org.oinfo.search.anneal.AnnealSettings;
import org.oinfo.search.anneal.DescentSettings;
import org.oinfo.search.greedy.EveryPairSettings;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.statistics.comparison.ComparisonSettings;
import org.oinfo.statistics.interval.BootstrapSettings;
import org.oinfo.statistics.interval.CurveSettings;
import org.oinfo.statistics.interval.ResamplingSettings;
import org.oinfo.statistics.surrogate.NullResult;
import org.oinfo.statistics.surrogate.NullSettings;
import org.oinfo.targets.TargetMeasure;

class ResumableRunTest {
    private static final OInformationOptions OPTIONS =
            OInformationOptions.defaults().withTop(5).withThreads(2);
    private static final int SAMPLES = 120;
    private static final List<int[]> NPLETS = List.of(new int[] {0, 1, 2}, new int[] {1, 3, 5, 7}, new int[] {2, 6, 8});

    private static final Map<String, BiFunction<OInformation, Monitor, Object>> ANALYSES = new TreeMap<>(Map.ofEntries(
            Map.entry("scans", (info, monitor) -> List.of(info.scan(3, monitor), info.scan(List.of(3, 5), monitor))),
            Map.entry(
                    "scan by another measure",
                    (info, monitor) -> ranked(info, Measure.TC).scan(4, monitor)),
            Map.entry(
                    "scan of groups",
                    (info, monitor) -> info.withGroups(List.of(new int[] {0, 1, 2, 3}, new int[] {4, 5, 6}), Mix.ANY)
                            .scan(4, monitor)),
            Map.entry("greedy", (info, monitor) -> info.search().greedy(GreedySettings.upTo(8), monitor)),
            Map.entry(
                    "beam",
                    (info, monitor) -> info.search()
                            .greedy(GreedySettings.upTo(7).withBeam(3).withEnds(Ends.REDUNDANT), monitor)),
            Map.entry("every pair", (info, monitor) -> info.search().everyPair(EveryPairSettings.upTo(6), monitor)),
            Map.entry("anneal", (info, monitor) -> info.search().anneal(AnnealSettings.of(4, 6), monitor)),
            Map.entry(
                    "refine",
                    (info, monitor) -> info.search().refine(NPLETS, DescentSettings.swaps(Ends.BOTH), monitor)),
            Map.entry("random", (info, monitor) -> info.search().random(4, 600, 3, monitor)),
            Map.entry(
                    "null",
                    (info, monitor) ->
                            info.statistics().nullTest(NullSettings.of(4).withSurrogates(25), monitor)),
            Map.entry(
                    "null of n-plets",
                    (info, monitor) -> info.statistics()
                            .nullTest(
                                    List.of(new int[] {0, 1, 2}, new int[] {2, 6, 8}),
                                    NullSettings.of(3).withSurrogates(25).withFamily(NullSettings.Family.LIST),
                                    monitor)),
            Map.entry(
                    "null of a search",
                    (info, monitor) -> info.statistics()
                            .nullTest(
                                    GreedySettings.upTo(5),
                                    NullSettings.of(5).withSurrogates(20).withFamily(NullSettings.Family.SEARCH),
                                    monitor)),
            Map.entry(
                    "bootstrap",
                    (info, monitor) -> info.statistics()
                            .bootstrap(NPLETS, BootstrapSettings.defaults().withResamples(60), monitor)),
            Map.entry(
                    "resample",
                    (info, monitor) -> info.statistics()
                            .resample(
                                    List.of(3, 4), ResamplingSettings.defaults().withResamples(40), monitor)),
            Map.entry("curve", (info, monitor) -> info.statistics().curve(3, CurveSettings.defaults(), monitor)),
            Map.entry("classes", (info, monitor) -> target(info.target(classes()), monitor)),
            Map.entry("a variable", (info, monitor) -> target(info.target(values()), monitor)),
            Map.entry(
                    "dynamic",
                    (info, monitor) -> IntStream.range(0, 3)
                            .mapToObj(column -> List.of(
                                    info.dynamic(2).target(column).scan(3, TargetMeasure.DOMEGA, monitor),
                                    info.dynamic(2).target(column).greedy(2, 5, monitor)))
                            .toList()),
            Map.entry(
                    "compare",
                    (info, monitor) -> info.against(info(2, OPTIONS))
                            .test(ComparisonSettings.of(3).withPermutations(25), monitor)),
            Map.entry(
                    "several",
                    (info, monitor) -> List.of(
                            info.search().random(4, 600, 3, monitor),
                            info.statistics().nullTest(NullSettings.of(3).withSurrogates(19), monitor)))));

    @TempDir
    private Path folder;

    static Stream<String> analyses() {
        return ANALYSES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void howeverOftenItIsStoppedTheResultIsTheSame(String name) throws IOException {
        BiFunction<OInformation, Monitor, Object> work = Objects.requireNonNull(ANALYSES.get(name));
        Object expected = work.apply(info(1, OPTIONS), Monitor.NONE);
        Path file = folder.resolve("journal");
        long kept = 0;
        Object result = null;
        int runs = 0;
        for (int calls = 3; result == null; calls += calls / 2, runs++) {
            AtomicBoolean stopped = new AtomicBoolean();
            AtomicInteger left = new AtomicInteger(calls);
            Monitor monitor = progress -> {
                if (left.decrementAndGet() < 0) {
                    stopped.set(true);
                }
                return !stopped.get();
            };
            OInformation info = info(1, OPTIONS.withThreads(1 + runs % 3));
            try (ResumableRun run = info.resumable(file)) {
                assertThat(run.torn()).isFalse();
                assertThat(run.pieces()).as("pieces after run %d", runs).isGreaterThanOrEqualTo(kept);
                kept = run.pieces();
                Object found = work.apply(info, run.watched(monitor));
                result = stopped.get() ? null : found;
            }
        }
        assertThat(runs).as("it was stopped").isGreaterThan(1);
        assertSame(result, expected);
        byte[] finished = Files.readAllBytes(file);
        try (ResumableRun run = info(1, OPTIONS).resumable(file)) {
            assertThat(run.pieces()).isPositive();
            assertSame(work.apply(info(1, OPTIONS), run.watched(Monitor.NONE)), expected);
        }
        assertThat(file).as("nothing is done anew").hasBinaryContent(finished);
    }

    /** Wherever a thread runs out of memory or time, what was finished before is there. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aWorkerThatFailsLosesNothingThatIsFinished(int threads) {
        NullSettings settings = NullSettings.of(3).withSurrogates(40);
        OInformation info = info(1, OPTIONS.withThreads(threads));
        NullResult expected = info.statistics().nullTest(settings);
        Path file = folder.resolve("journal");
        for (int fail = 1; fail <= 3; fail++) {
            AtomicInteger left = new AtomicInteger(12);
            assertThatThrownBy(() -> {
                        try (ResumableRun run = info.resumable(file)) {
                            info.statistics().nullTest(settings, run.watched(progress -> {
                                if (progress.done() > 0 && left.decrementAndGet() < 0) {
                                    throw new OutOfMemoryError("as if");
                                }
                                return true;
                            }));
                        }
                    })
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessage("as if");
        }
        try (ResumableRun run = info.resumable(file)) {
            assertThat(run.pieces()).isGreaterThan(3);
            assertSame(info.statistics().nullTest(settings, run.watched(Monitor.NONE)), expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anInterruptedThreadReturnsWhatIsFinishedAndKeepsIt(int threads) {
        NullSettings settings = NullSettings.of(3).withSurrogates(2000);
        OInformation info = info(1, OPTIONS.withThreads(threads));
        NullResult expected = info.statistics().nullTest(settings);
        Path file = folder.resolve("journal");
        Thread caller = Thread.currentThread();
        try (ResumableRun run = info.resumable(file)) {
            NullResult part = info.statistics().nullTest(settings, run.watched(progress -> {
                if (progress.done() >= 100) {
                    caller.interrupt();
                }
                return true;
            }));
            assertThat(Thread.interrupted()).as("the flag stays").isTrue();
            assertThat(part.partial()).isTrue();
        }
        try (ResumableRun run = info.resumable(file)) {
            assertThat(run.pieces()).isBetween(100L, 2000L);
            assertSame(info.statistics().nullTest(settings, run.watched(Monitor.NONE)), expected);
        }
    }

    @Test
    void nearestNeighboursGoOnToo() {
        OInformationOptions knn = OPTIONS.withEstimate(OPTIONS.estimate().withEstimator(Estimator.KNN));
        Path file = folder.resolve("journal");
        Object expected = List.of(info(1, knn).scan(3), target(info(1, knn).target(classes()), Monitor.NONE));
        Object result = null;
        for (int calls = 20; result == null; calls *= 2) {
            AtomicInteger left = new AtomicInteger(calls);
            OInformation info = info(1, knn);
            try (ResumableRun run = info.resumable(file)) {
                Monitor monitor = run.watched(progress -> left.decrementAndGet() >= 0);
                Object found = List.of(info.scan(3, monitor), target(info.target(classes()), monitor));
                result = left.get() >= 0 ? found : null;
            }
        }
        assertSame(result, expected);
    }

    @Test
    void aWindowThatIsFinishedIsNotScannedAgain() throws IOException {
        Windows windows = Windows.of(ArraySamples.of(samples(1)), 40, 20);
        Path file = folder.resolve("journal");
        Object first = scans(windows, file, 3);
        byte[] begun = Files.readAllBytes(file);
        Object all = scans(windows, file, windows.count());
        assertThat(Files.size(file)).isGreaterThan(begun.length);
        assertThat(Arrays.copyOf(Files.readAllBytes(file), begun.length)).isEqualTo(begun);
        assertSame(List.copyOf(((List<?>) all).subList(0, 3)), first);
        byte[] finished = Files.readAllBytes(file);
        assertSame(scans(windows, file, windows.count()), all);
        assertThat(file).hasBinaryContent(finished);
        assertThatThrownBy(() -> scans(Windows.of(ArraySamples.of(samples(1)), 40, 10), file, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(" has windows: 5 of 40, step 20, this run has windows: 9 of 40, step 10; ");
        assertThatThrownBy(() -> scans(Windows.of(ArraySamples.of(samples(2)), 40, 20), file, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(" has samples: sha256 ");
    }

    @Test
    void aJournalOfWindowsIsOfTheirSamplesWhateverTheAnalysis() {
        Path file = folder.resolve("journal");
        nulls(Windows.of(ArraySamples.of(samples(1)), 40, 40), file);
        assertThatThrownBy(() -> nulls(Windows.of(ArraySamples.of(samples(2)), 40, 40), file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(" has samples: sha256 ");
    }

    private static void nulls(Windows windows, Path file) {
        try (ResumableRun run = windows.resumable(file, OPTIONS)) {
            NullSettings settings = NullSettings.of(3).withSurrogates(19);
            for (int i = 0; i < windows.count(); i++) {
                windows.open(i, OPTIONS).statistics().nullTest(settings, run.watched(Monitor.NONE));
            }
        }
    }

    private static Object scans(Windows windows, Path file, int count) {
        try (ResumableRun run = windows.resumable(file, OPTIONS)) {
            return IntStream.range(0, count)
                    .mapToObj(i -> windows.open(i, OPTIONS).scan(List.of(3, 4), run.watched(Monitor.NONE)))
                    .toList();
        }
    }

    @Test
    void otherDataOptionsAndSettingsAreRefusedByName() {
        Path file = folder.resolve("journal");
        begin(info(1, OPTIONS), file, NullSettings.of(3));
        refused(info(2, OPTIONS), file, NullSettings.of(3), " has data: sha256 ");
        refused(info(1, OPTIONS.withBackend("scalar")), file, NullSettings.of(3), "this run has backend: scalar;");
        refused(info(1, OPTIONS.withTop(6)), file, NullSettings.of(3), " has top: 5, this run has top: 6;");
        refused(info(1, OPTIONS), file, NullSettings.of(4), " has order: 3, this run has order: 4;");
        refused(info(1, OPTIONS), file, NullSettings.of(3).withSeed(2), " has seed: 1, this run has seed: 2;");
        refused(
                info(1, OPTIONS),
                file,
                NullSettings.of(3).withSurrogates(1001),
                " has surrogates: 1000, this run has surrogates: 1001;");
        try (ResumableRun run = info(1, OPTIONS).resumable(file)) {
            assertThatThrownBy(() -> info(1, OPTIONS).search().random(3, 5, 1, run.watched(Monitor.NONE)))
                    .hasMessageContaining(" has analysis: null, this run has analysis: random n-plets;");
        }
    }

    @Test
    void rowsInAnotherOrderAreOtherData() {
        double[][] samples = samples(1);
        double[][] turned = Stream.of(samples).toArray(double[][]::new);
        turned[0] = samples[1];
        turned[1] = samples[0];
        Path file = folder.resolve("journal");
        OInformation.ofSamples(samples, OPTIONS).resumable(file).close();
        assertThatThrownBy(() -> OInformation.ofSamples(turned, OPTIONS).resumable(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(": sha256 ");
    }

    private static void begin(OInformation info, Path file, NullSettings settings) {
        try (ResumableRun run = info.resumable(file)) {
            assertThat(info.statistics().nullTest(settings, run.watched(progress -> progress.done() < 3)))
                    .isNotNull();
        }
    }

    private static void refused(OInformation info, Path file, NullSettings settings, String why) {
        assertThatThrownBy(() -> begin(info, file, settings))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(why);
    }

    private static void assertSame(Object found, Object expected) {
        SameBits.assertSame(found, expected, 1);
    }

    private static Object target(TargetAnalysis target, Monitor monitor) {
        return List.of(
                target.scan(3, TargetMeasure.DOMEGA, monitor),
                target.permutations(2, TargetMeasure.I, 19, 4, monitor),
                target.scan(2, TargetMeasure.RSI, monitor));
    }

    private static OInformation ranked(OInformation info, Measure measure) {
        return OInformation.ofSamples(samples(1), info.options().withRankBy(measure));
    }

    private static OInformation info(long seed, OInformationOptions options) {
        return OInformation.ofSamples(samples(seed), options);
    }

    private static int[] classes() {
        return IntStream.range(0, SAMPLES).map(t -> t % 3 == 0 ? 1 : 0).toArray();
    }

    private static double[] values() {
        return new Random(8).doubles(SAMPLES).toArray();
    }

    private static double[][] samples(long seed) {
        Random random = new Random(seed);
        double[][] x = new double[SAMPLES][9];
        for (double[] row : x) {
            double common = random.nextGaussian();
            Arrays.setAll(row, i -> random.nextGaussian() + (i < 5 ? common : 0));
        }
        return x;
    }
}
