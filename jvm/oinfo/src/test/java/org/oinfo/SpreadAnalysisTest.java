package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.data.NpletTable;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.groups.Mix;
import org.oinfo.search.anneal.AnnealSettings;
import org.oinfo.search.anneal.DescentSettings;
import org.oinfo.search.greedy.EveryPairSettings;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.spread.Cluster;
import org.oinfo.spread.ClusterException;
import org.oinfo.statistics.interval.BootstrapSettings;
import org.oinfo.statistics.interval.CurveSettings;
import org.oinfo.statistics.interval.GaussianDrawing;
import org.oinfo.statistics.interval.ResamplingSettings;
import org.oinfo.statistics.surrogate.NullSettings;
import org.oinfo.statistics.surrogate.Surrogate;

/** Analyses whose pieces are done by others, in any order and groups, some twice, some lost at first. */
class SpreadAnalysisTest {
    private static final int N = 12;
    private static final long SEED = 23;
    private static final List<int[]> NPLETS = List.of(new int[] {0, 2, 4}, new int[] {1, 5, 7}, new int[] {8, 9, 11});

    /** All analyses that are spread, by what they find. */
    @SuppressWarnings("ImmutableEnumChecker") // lambdas of settings alone
    enum Kind {
        NULL_SHUFFLE((info, monitor) -> info.statistics().nullTest(nulls(3, Surrogate.SHUFFLE), monitor)),
        NULL_TREE((info, monitor) -> info.statistics().nullTest(nulls(3, Surrogate.TREE), monitor)),
        NULL_SPECTRUM((info, monitor) -> info.statistics().nullTest(nulls(3, Surrogate.SPECTRUM), monitor)),
        NULL_LIST((info, monitor) -> info.statistics()
                .nullTest(NPLETS, nulls(3, Surrogate.SHIFT).withFamily(NullSettings.Family.LIST), monitor)),
        NULL_SEARCH((info, monitor) -> info.statistics()
                .nullTest(
                        GreedySettings.upTo(5).withStarts(3),
                        nulls(5, Surrogate.SHUFFLE).withFamily(NullSettings.Family.SEARCH),
                        monitor)),
        BOOTSTRAP((info, monitor) ->
                info.statistics().bootstrap(NPLETS, BootstrapSettings.defaults().withResamples(40), monitor)),
        RESAMPLE_SAMPLES((info, monitor) -> info.statistics()
                .resample(
                        List.of(3, 4),
                        ResamplingSettings.defaults()
                                .withResamples(40)
                                .withDrawing(GaussianDrawing.SAMPLES, Estimator.COPULA),
                        monitor)),
        RESAMPLE_COVARIANCE((info, monitor) -> info.statistics()
                .resample(List.of(3), ResamplingSettings.defaults().withResamples(40), monitor)),
        CURVE((info, monitor) -> info.statistics().curve(3, new CurveSettings(List.of(30, 60), 4, SEED), monitor)),
        GREEDY((info, monitor) -> info.search().greedy(GreedySettings.upTo(6).withBeam(2), monitor)),
        EVERY_PAIR((info, monitor) -> info.search().everyPair(new EveryPairSettings(5, 4, Ends.BOTH, 0), monitor)),
        ANNEAL((info, monitor) -> info.search().anneal(AnnealSettings.of(4, 6).withChains(100, 3, 1), monitor)),
        REFINE((info, monitor) -> info.search().refine(NPLETS, DescentSettings.swaps(Ends.BOTH), monitor)),
        RANDOM((info, monitor) -> info.search().random(5, 300, SEED, monitor)),
        MEASURES((info, monitor) -> text(info.measures(orders(2, 8), monitor))),
        MEASURES_TABLE((info, monitor) -> text(info.measures(table(info), monitor)));

        private final BiFunction<OInformation, Monitor, Object> run;

        Kind(BiFunction<OInformation, Monitor, Object> run) {
            this.run = run;
        }

        /** N-plets of some orders, the constant column in half of them. */
        private static List<int[]> orders(int from, int to) {
            return IntStream.range(0, 1 << (N + 1))
                    .filter(set -> Integer.bitCount(set) >= from && Integer.bitCount(set) <= to)
                    .mapToObj(set -> IntStream.rangeClosed(0, N)
                            .filter(i -> (set >> i & 1) == 1)
                            .toArray())
                    .toList();
        }

        private static NpletTable table(OInformation info) {
            int[] columns = new Random(SEED)
                    .ints(20_000, 0, N - 2)
                    .flatMap(first -> IntStream.range(first, first + 3))
                    .toArray();
            return NpletTable.checked(3, columns, info.variables(), false, Integer::toString);
        }

        /** To the last bit, and soon compared. */
        private static String text(MeasuresResult result) {
            return result.partial()
                    + Arrays.toString(result.nplets().stream()
                            .flatMapToDouble(
                                    each -> Arrays.stream(each.measures().values()))
                            .toArray());
        }

        private static NullSettings nulls(int order, Surrogate kind) {
            return NullSettings.of(order).withSurrogates(30).withKind(kind);
        }
    }

    private static OInformation info() {
        Random random = new Random(SEED);
        double[][] x = new double[120][N + 1];
        for (double[] row : x) {
            double shared = random.nextGaussian();
            for (int i = 0; i < N; i++) {
                row[i] = Math.rint(8 * (random.nextGaussian() + shared * (i % 4) / 2));
            }
        }
        return OInformation.ofSamples(
                x, OInformationOptions.defaults().withTop(4).withThreads(2).withBiasCorrect(true));
    }

    private static void assertSame(Object found, Object expected) {
        SameBits.assertSame(found, expected, SEED);
    }

    @ParameterizedTest
    @EnumSource
    void theBitsAreThoseOfOneMachine(Kind kind) {
        UnreliableCluster cluster = new UnreliableCluster(SEED, Integer.MAX_VALUE, 1);
        OInformation info = info();
        assertSame(kind.run.apply(info.withCluster(cluster), Monitor.NONE), kind.run.apply(info, Monitor.NONE));
        assertThat(cluster.runs()).isPositive();
    }

    /** Stopped here and there, on one machine and on many, with losses: a journal of either goes on with the other. */
    @ParameterizedTest
    @EnumSource(names = {"NULL_TREE", "BOOTSTRAP", "ANNEAL", "GREEDY", "MEASURES"})
    void anyMachineGoesOnFromAJournal(Kind kind, @TempDir Path folder) {
        OInformation info = info();
        Path journal = folder.resolve("journal");
        for (int turn = 0; turn < 4; turn++) {
            AtomicInteger left = new AtomicInteger(5 + 20 * turn);
            Cluster cluster = new UnreliableCluster(SEED, 2, 2);
            resumed(kind, turn % 2 == 0 ? info.withCluster(cluster) : info, journal, left);
        }
        Object last = resumed(kind, info, journal, new AtomicInteger(Integer.MAX_VALUE));
        assertSame(last, kind.run.apply(info, Monitor.NONE));
    }

    private static Object resumed(Kind kind, OInformation info, Path journal, AtomicInteger left) {
        try (ResumableRun run = info.resumable(journal)) {
            return kind.run.apply(info, run.watched(progress -> left.getAndDecrement() > 0));
        }
    }

    @Test
    void theProgressIsThatOfAllPieces() {
        List<Long> done = new ArrayList<>();
        Monitor telling = progress -> done.add(progress.done());
        assertThat(Kind.NULL_SHUFFLE.run.apply(info().withCluster(new UnreliableCluster(SEED, 3, 1)), telling))
                .isNotNull();
        assertThat(done).isSorted().first().isEqualTo(0L);
        assertThat(done.getLast()).isEqualTo(30);
    }

    @Test
    void whatCannotBeSentIsRefused() {
        Cluster none = (work, seconds, todo, gathering) -> {};
        OInformation mixed = info().withGroups(List.of(new int[] {0, 1}, new int[] {2, 3, 4, 5}), Mix.ANY);
        assertThatThrownBy(() -> mixed.withCluster(none).search().anneal(AnnealSettings.of(4)))
                .hasMessage(
                        "an analysis on a cluster must be of correlations, on processors: found another estimator, or"
                                + " groups; run it on this machine alone");
        assertThatThrownBy(() -> info().withCluster(none).search().greedy(GreedySettings.upTo(5)))
                .isInstanceOf(ClusterException.class)
                .hasMessage("the cluster gave back none of 20 pieces; see the log of its executors");
    }
}
