package org.oinfo.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.MeasuresResult;
import org.oinfo.MeasuresSink;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ResumableRun;
import org.oinfo.SameBits;
import org.oinfo.parallel.Monitor;
import org.oinfo.search.anneal.AnnealSettings;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.statistics.comparison.ComparisonSettings;
import org.oinfo.statistics.interval.BootstrapSettings;
import org.oinfo.statistics.interval.ResamplingSettings;
import org.oinfo.statistics.surrogate.NullResult;
import org.oinfo.statistics.surrogate.NullSettings;
import org.oinfo.targets.TargetMeasure;

/** Analyses of many pieces by the library's call, on two threads of this process that Spark leads. */
class SparkAnalysisTest {
    private static final long SEED = 31;
    private static final int T = 100;

    private static SparkContext context;

    /** What is asked for. */
    @SuppressWarnings("ImmutableEnumChecker") // lambdas of settings alone
    enum Kind {
        NULL((info, monitor) -> info.statistics().nullTest(NullSettings.of(3).withSurrogates(99), monitor)),
        BOOTSTRAP((info, monitor) -> info.statistics()
                .bootstrap(
                        List.of(new int[] {0, 1, 2}, new int[] {3, 5, 7, 9}),
                        BootstrapSettings.defaults().withResamples(99),
                        monitor)),
        RESAMPLE((info, monitor) -> info.statistics()
                .resample(List.of(3), ResamplingSettings.defaults().withResamples(40), monitor)),
        ANNEAL((info, monitor) -> info.search().anneal(AnnealSettings.of(5, 7).withChains(200, 3, 1), monitor)),
        GREEDY((info, monitor) -> info.search().greedy(GreedySettings.upTo(7), monitor)),
        MEASURES((info, monitor) -> text(info.measures(nplets(), monitor))),
        TARGET((info, monitor) -> info.target(
                        IntStream.range(0, T).map(t -> t % 3).toArray())
                .permutations(2, TargetMeasure.I, 19, SEED, monitor)),
        COMPARISON((info, monitor) ->
                info.against(info(SEED + 1)).test(ComparisonSettings.of(3).withPermutations(40), monitor));

        private final BiFunction<OInformation, Monitor, Object> run;

        /** Orders 2 to 12 in turn, in five pieces. */
        private static List<int[]> nplets() {
            return IntStream.range(0, 5 * MeasuresSink.PIECE - 7)
                    .mapToObj(i -> IntStream.range(i % 4, i % 4 + 2 + i % 11).toArray())
                    .toList();
        }

        /** To the last bit, and soon compared. */
        private static String text(MeasuresResult result) {
            return result.partial() + result.nplets().toString();
        }

        Kind(BiFunction<OInformation, Monitor, Object> run) {
            this.run = run;
        }
    }

    @BeforeAll
    static void begin() {
        context = LocalSpark.start();
    }

    @AfterAll
    static void end() {
        context.stop();
    }

    private static OInformation info() {
        return info(SEED);
    }

    private static OInformation info(long seed) {
        Random random = new Random(seed);
        double[][] x = new double[T][16];
        for (double[] row : x) {
            double shared = random.nextGaussian();
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextGaussian() + shared * (i % 4) / 2;
            }
        }
        return OInformation.ofSamples(x, OInformationOptions.defaults().withThreads(1));
    }

    private static void assertSame(Object found, Object expected) {
        SameBits.assertSame(found, expected, SEED);
    }

    @ParameterizedTest
    @EnumSource
    void theBitsAreThoseOfOneMachine(Kind kind) {
        OInformation alone = info();
        assertSame(
                kind.run.apply(alone.withCluster(SparkCluster.of(context)), Monitor.NONE),
                kind.run.apply(alone, Monitor.NONE));
    }

    @Test
    void itIsStoppedAndGoesOnAlone(@TempDir Path folder) {
        OInformation alone = info();
        OInformation there = alone.withCluster(SparkCluster.of(context));
        Path journal = folder.resolve("journal");
        try (ResumableRun run = there.resumable(journal)) {
            NullResult part = (NullResult) Kind.NULL.run.apply(there, run.watched(progress -> progress.done() < 20));
            assertThat(part.partial()).isTrue();
        }
        try (ResumableRun run = alone.resumable(journal)) {
            assertThat(run.pieces()).isGreaterThanOrEqualTo(20);
            assertSame(Kind.NULL.run.apply(alone, run.watched(Monitor.NONE)), Kind.NULL.run.apply(alone, Monitor.NONE));
        }
    }

    /** Stopped on one machine, its journal torn, on many, where lots travel that hold what is missing. */
    @Test
    void measuresGoOnHereFromATornJournal(@TempDir Path folder) throws IOException {
        OInformation alone = info();
        OInformation there = alone.withCluster(SparkCluster.of(context));
        Path journal = folder.resolve("journal");
        int[] handedOver = {0};
        try (ResumableRun run = alone.resumable(journal)) {
            alone.nplets(Kind.nplets())
                    .measures(
                            (values, count) -> handedOver[0] += count,
                            run.watched(progress -> handedOver[0] < 3 * MeasuresSink.PIECE));
        }
        assertThat(handedOver[0]).isEqualTo(3 * MeasuresSink.PIECE);
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
            file.setLength(file.length() - 3);
        }
        try (ResumableRun run = there.resumable(journal)) {
            assertThat(run.pieces()).isEqualTo(2);
            assertThat(run.torn()).isTrue();
            assertThat(Kind.MEASURES.run.apply(there, run.watched(Monitor.NONE)))
                    .isEqualTo(Kind.MEASURES.run.apply(alone, Monitor.NONE));
        }
    }
}
