package org.oinfo.search.greedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.Fixture;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.BackendProvider;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.scan.ForwardingScorer;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.TestMatrices;
import org.oinfo.search.Definition;

class EveryPairSearchTest {
    private static final int N = 13;
    private static final int LARGEST = 7;

    private static EveryPairResult run(Scorer scores, EveryPairSettings settings, int threads) {
        return new EveryPairSearch(scores, settings).run(threads, Monitor.NONE);
    }

    private static Scorer scores(String backend, CorrelationMatrix r) {
        return Scorer.gaussian(Backends.open(backend), r);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void everyPairGrowsAsTheDefinitionSays(long seed) {
        CorrelationMatrix r = TestMatrices.measured(N, seed);
        EveryPairResult result =
                run(scores(Backends.AUTO, r), EveryPairSettings.upTo(LARGEST).withTop(5), 2);
        assertThat(result.partial()).isFalse();
        assertThat(result.ends()).extracting(EveryPairEnd::end).containsExactly(Ends.SYNERGISTIC, Ends.REDUNDANT);
        for (EveryPairEnd end : result.ends()) {
            int sign = end.end().redundant() ? -1 : 1;
            Grown expected = new Grown(N, nplet -> sign * Definition.omega(r, nplet));
            assertThat(end.nplets().stream().<List<Object>>map(one -> List.of(asList(one), one.pairs())))
                    .containsExactlyElementsOf(expected.best(5));
            for (GrownNplet one : end.nplets()) {
                double omega = Definition.omega(r, one.found().nplet());
                assertThat(one.found().o())
                        .isCloseTo(omega, within(1e-12 * (1 + one.found().s())));
            }
            assertThat(end.pairs()).isEqualTo(78);
            assertThat(end.singularPairs()).isZero();
            assertThat(end.last()).isEqualTo(expected.orders.getLast().size());
        }
    }

    private static List<Integer> asList(GrownNplet one) {
        return Arrays.stream(one.found().nplet()).boxed().toList();
    }

    /** Every pair grown candidate by candidate: n-plets of each order from 3 on, with the number of pairs. */
    private static final class Grown {
        private final ToDoubleFunction<int[]> value;
        private final List<Map<int[], Long>> orders = new ArrayList<>();

        Grown(int n, ToDoubleFunction<int[]> value) {
            this.value = value;
            for (int order = 3; order <= LARGEST; order++) {
                orders.add(new TreeMap<>(Arrays::compare));
            }
            for (int a = 0; a < n; a++) {
                for (int b = a + 1; b < n; b++) {
                    int[] nplet = {a, b};
                    while (nplet.length < LARGEST) {
                        int[] from = nplet;
                        nplet = IntStream.range(0, n)
                                .filter(v -> Arrays.binarySearch(from, v) < 0)
                                .mapToObj(v -> Definition.with(from, v))
                                .min(Comparator.comparingDouble(value))
                                .orElseThrow();
                        orders.get(nplet.length - 3).merge(nplet, 1L, Long::sum);
                    }
                }
            }
        }

        /** N-plet and number of pairs, the best of each order first. */
        List<List<Object>> best(int top) {
            Comparator<Map.Entry<int[], Long>> bestFirst =
                    Comparator.comparingDouble(entry -> value.applyAsDouble(entry.getKey()));
            return orders.stream()
                    .flatMap(
                            order -> order.entrySet().stream().sorted(bestFirst).limit(top))
                    .<List<Object>>map(entry ->
                            List.of(Arrays.stream(entry.getKey()).boxed().toList(), entry.getValue()))
                    .toList();
        }
    }

    static Stream<CorrelationMatrix> hard() {
        return Stream.of(
                TestMatrices.measured(N, 9),
                TestMatrices.duplicate(N, 5),
                TestMatrices.equicorrelated(N, 0),
                TestMatrices.equicorrelated(N, 0.5));
    }

    @Test
    void threadsAndBackendsChangeNoBit() {
        EveryPairSettings settings = EveryPairSettings.upTo(LARGEST).withTop(4);
        List<String> backends = Backends.installed().stream()
                .filter(provider -> provider.unavailable().isEmpty())
                .map(BackendProvider::name)
                .toList();
        assertThat(backends).contains("scalar", "simd");
        hard().forEach(r -> {
            List<EveryPairEnd> expected = run(scores("scalar", r), settings, 1).ends();
            for (String backend : backends) {
                for (int threads : new int[] {1, 2, 5}) {
                    assertThat(run(scores(backend, r), settings, threads).ends())
                            .isEqualTo(expected);
                }
            }
            // Scores of which nothing is known but that they are scores.
            assertThat(run(new ForwardingScorer(scores("simd", r)), settings, 2).ends())
                    .isEqualTo(expected);
        });
    }

    @Test
    void tiesGoToTheFirstVariables() {
        EveryPairEnd end = run(
                        scores(Backends.AUTO, TestMatrices.equicorrelated(5, 0)),
                        EveryPairSettings.upTo(4).withTop(2),
                        2)
                .ends()
                .getFirst();
        // {0,1}, {0,2} and {1,2} become {0,1,2}; {0,3} and {1,3} become {0,1,3}.
        assertThat(end.nplets().stream().map(EveryPairSearchTest::asList))
                .containsExactly(List.of(0, 1, 2), List.of(0, 1, 3), List.of(0, 1, 2, 3), List.of(0, 1, 2, 4));
        assertThat(end.nplets().stream().map(GrownNplet::pairs)).containsExactly(3L, 2L, 6L, 3L);
        assertThat(end.last()).isEqualTo(3);
        assertThat(end.best().orElseThrow().found().nplet()).containsExactly(0, 1, 2);
    }

    @Test
    void singularPairsDoNotGrowAndTheirVariablesNeverMeet() {
        CorrelationMatrix r = TestMatrices.duplicate(6, 5);
        for (EveryPairEnd end :
                run(scores(Backends.AUTO, r), EveryPairSettings.upTo(6), 1).ends()) {
            assertThat(end.pairs()).isEqualTo(14);
            assertThat(end.singularPairs()).isEqualTo(1);
            // 0 and 1 are one: five variables at most, ten distinct n-plets of order 3 that hold not both.
            assertThat(end.nplets()).allMatch(one -> one.found().order() <= 5);
            assertThat(end.nplets()).noneMatch(one -> asList(one).containsAll(List.of(0, 1)));
            assertThat(end.last()).isEqualTo(2);
        }
    }

    @Test
    void theFacadeSubtractsTheBiasAndSpeaksOfColumns() {
        double[][] data = Arrays.stream(Fixture.samples())
                .map(x -> new double[] {7, x[0], x[1], x[2], x[3], x[4], x[5]})
                .toArray(double[][]::new);
        EveryPairSettings settings = EveryPairSettings.upTo(5).withEnds(Ends.SYNERGISTIC);
        OInformationOptions options = OInformationOptions.defaults();
        EveryPairEnd raw = OInformation.ofSamples(data, options)
                .search()
                .everyPair(settings)
                .ends()
                .getFirst();
        EveryPairEnd corrected = OInformation.ofSamples(data, options.withBiasCorrect(true))
                .search()
                .everyPair(settings)
                .ends()
                .getFirst();
        GrownNplet collider = raw.nplets().getFirst();
        assertThat(asList(collider)).containsExactly(1, 2, 3);
        assertThat(collider.found().o() / Math.log(2)).isCloseTo(-1.1556035184, within(1e-10));
        assertThat(corrected.nplets().getFirst().found().o() / Math.log(2)).isCloseTo(-1.1555849315, within(1e-10));
        for (int i = 0; i < raw.nplets().size(); i++) {
            assertThat(corrected.nplets().get(i).found())
                    .isEqualTo(raw.nplets()
                            .get(i)
                            .found()
                            .less(new BiasCorrection(raw.nplets().get(i).found().order(), 200)));
        }
    }

    @Test
    void discreteVariablesGrowToo() {
        OInformationOptions options = OInformationOptions.defaults();
        OInformation info = OInformation.ofSamples(
                Fixture.samples(), options.withEstimate(options.estimate().withEstimator(Estimator.DISCRETE)));
        NpletScore canonical = info.scorer().canonical();
        EveryPairEnd end = info.search()
                .everyPair(EveryPairSettings.upTo(4).withTop(1))
                .ends()
                .getLast();
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < 6; a++) {
            for (int b = a + 1; b < 6; b++) {
                for (int c = b + 1; c < 6; c++) {
                    canonical.score(new int[] {a, b, c}, 0, 3);
                    best = Math.max(best, canonical.o());
                }
            }
        }
        // Every triplet is reached from some pair, the best one at least.
        assertThat(end.nplets().getFirst().found().o()).isEqualTo(best);
    }

    @Test
    void theMonitorHearsOfEveryCandidateAndOfTheBest() {
        CorrelationMatrix r = TestMatrices.measured(N, 2);
        EveryPairSearch search = new EveryPairSearch(
                scores(Backends.AUTO, r), EveryPairSettings.upTo(LARGEST).withTop(1));
        AtomicLong done = new AtomicLong();
        ProgressSteps steps = new ProgressSteps();
        double[] lowest = new double[LARGEST + 1];
        EveryPairResult result = search.run(2, progress -> {
            done.addAndGet(steps.since(progress));
            if (progress.lowest() != null) {
                lowest[progress.order()] = progress.lowest().value();
            }
            return true;
        });
        // 78 pairs at two ends, N - k + 1 candidates of order k.
        assertThat(search.work()).isEqualTo(2 * 78 * (11 + 10 + 9 + 8 + 7));
        assertThat(done).hasValue(search.work());
        assertThat(lowest[LARGEST])
                .isEqualTo(result.ends().getFirst().nplets().getLast().found().o());
    }

    @Test
    void aMonitorStopsItAndWhatIsFoundIsKept() {
        CorrelationMatrix r = TestMatrices.measured(60, 2);
        EveryPairSearch search = new EveryPairSearch(scores(Backends.AUTO, r), EveryPairSettings.upTo(6));
        EveryPairResult nothing = search.run(2, progress -> false);
        assertThat(nothing.partial()).isTrue();
        assertThat(nothing.ends())
                .hasSize(2)
                .allMatch(end -> end.nplets().isEmpty() && end.best().isEmpty());

        EveryPairResult part = search.run(1, progress -> progress.done() == 0);
        assertThat(part.partial()).isTrue();
        assertThat(part.ends().getFirst().pairs()).isBetween(1L, 60L * 59 / 2 - 1);
        Canonical canonical = new Canonical(r);
        for (GrownNplet one : part.ends().getFirst().nplets()) {
            canonical.score(one.found().nplet(), 0, one.found().order());
            assertThat(Ranking.key(one.found().o())).isEqualTo(Ranking.key(canonical.o()));
        }
        assertThat(part.ends().getLast().pairs()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 1 | the largest order of a greedy search from pairs must be 3 or more: max order=2; choose a larger max"
                        + " order",
                "3 | 0 | a greedy search from pairs must keep at least 1 n-plet of each order: top=0; choose 1 or more",
                "9 | 1 | the max order must not exceed the number of variables: max order=9, N=8; choose a smaller order or"
                        + " more columns",
                "7 | 1 | the max order must be below the number of samples, or every n-plet is singular: max order=7, T=7;"
                        + " choose a smaller order or give more samples"
            })
    void whatCannotBeIsRefused(int max, int top, String message) {
        assertThatThrownBy(() -> EveryPairSettings.upTo(max).withTop(top).check(8, 7))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }
}
