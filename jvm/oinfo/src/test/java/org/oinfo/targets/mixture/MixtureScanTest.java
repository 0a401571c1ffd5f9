package org.oinfo.targets.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Monitor;
import org.oinfo.targets.ClassFit;
import org.oinfo.targets.ClassLabels;
import org.oinfo.targets.NpletInformation;
import org.oinfo.targets.SourceScan;
import org.oinfo.targets.Systems;
import org.oinfo.targets.TargetLandscape;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetPermutations;

/** Scans by the mixture, all n-plets or those proposed, and their permutations. */
class MixtureScanTest {
    private static final double[][] X = Systems.mixed(120, 12, 41);
    private static final int[] CLASSES = Arrays.stream(X)
            .mapToInt(row -> row[0] * row[1] > 0 ? 1 : row[2] > 0 ? 2 : 0)
            .toArray();

    private static ClassMixture model() {
        return ClassMixtureTest.mixture(X, CLASSES, Estimator.COPULA, 3);
    }

    private static List<String> rows(SourceScan scan) {
        List<String> rows = new ArrayList<>();
        for (List<TargetNplet> list : List.of(scan.lowest(), scan.highest())) {
            for (TargetNplet nplet : list) {
                rows.add(Arrays.toString(nplet.sources()) + Arrays.toString(Systems.values(nplet)) + nplet.heldOut());
            }
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource(TargetMeasure.class)
    void extremesAreThoseOfAllNplets(TargetMeasure measure) {
        ClassMixture model = model();
        List<TargetNplet> all = Systems.all(model, 3);
        assertThat(all).hasSize(220);
        SourceScan scan = model.scan(3, 7, measure);
        TargetLandscape found = scan.run(2, Monitor.NONE);
        long[] keys = all.stream()
                .mapToLong(nplet -> Ranking.key(nplet.value(measure)))
                .sorted()
                .toArray();
        assertThat(scan.lowest().stream().mapToLong(nplet -> Ranking.key(nplet.value(measure))))
                .containsExactly(Arrays.stream(keys).limit(7).boxed().toArray(Long[]::new));
        assertThat(scan.highest().stream()
                        .mapToLong(nplet -> -Ranking.key(nplet.value(measure)))
                        .sorted())
                .containsExactly(Arrays.stream(keys)
                        .skip(213)
                        .map(k -> -k)
                        .sorted()
                        .boxed()
                        .toArray(Long[]::new));
        assertThat(found.total()).isEqualTo(220);
        assertThat(found.meanDomega())
                .isCloseTo(
                        all.stream().mapToDouble(TargetNplet::domega).average().orElseThrow(), within(1e-13));
        assertThat(found.meanInformation())
                .isCloseTo(all.stream().mapToDouble(TargetNplet::i).average().orElseThrow(), within(1e-13));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        SourceScan one = model().scan(3, 20, TargetMeasure.I);
        TargetLandscape first = one.run(1, Monitor.NONE);
        for (int threads : new int[] {2, 5}) {
            SourceScan other = model().scan(3, 20, TargetMeasure.I);
            TargetLandscape found = other.run(threads, Monitor.NONE);
            assertThat(rows(other)).isEqualTo(rows(one));
            assertThat(found.meanDomega()).isEqualTo(first.meanDomega());
            assertThat(found.meanInformation()).isEqualTo(first.meanInformation());
        }
    }

    /** Where the class model proposes all n-plets there are, the mixture keeps what it would have kept of all. */
    @Test
    void ofAllProposedTheBestAreThoseOfAll() {
        for (TargetMeasure measure : TargetMeasure.values()) {
            SourceScan all = model().scan(3, 5, measure);
            SourceScan proposed = model().scan(3, 5, measure, 0);
            all.run(2, Monitor.NONE);
            TargetLandscape screened = proposed.run(2, Monitor.NONE);
            assertThat(rows(proposed)).isEqualTo(rows(all));
            assertThat(screened.total()).isEqualTo(220);
            ClassFit fit = Objects.requireNonNull(all.classes());
            assertThat(proposed.classes()).isEqualTo(new ClassFit(fit.entropy(), fit.shrinkage(), true));
            assertThat(proposed.partial()).isFalse();
        }
    }

    @Test
    void aStoppedScanIsPartial() {
        for (long scored : new long[] {0, 1000}) {
            SourceScan scan = model().scan(3, 5, TargetMeasure.I, scored);
            scan.run(1, progress -> false);
            assertThat(scan.partial()).isTrue();
            assertThat(scan.landscape().total()).isLessThan(220);
        }
        SourceScan begun = model().scan(3, 5, TargetMeasure.I);
        begun.run(1, progress -> progress.done() < 60);
        assertThat(begun.partial()).isTrue();
        assertThat(begun.landscape().total()).isEqualTo(64);
        for (int asked = 1; asked < 40; asked += 3) {
            SourceScan scan = model().scan(3, 5, TargetMeasure.I, 0);
            AtomicInteger times = new AtomicInteger();
            int most = asked;
            scan.run(1, progress -> times.incrementAndGet() < most);
            assertThat(scan.partial()).isTrue();
        }
    }

    @Test
    void aScanHasTheValuesOfItsNplets() {
        ClassMixture model = model();
        SourceScan scan = model.scan(2, 3, TargetMeasure.RSI);
        scan.run(2, Monitor.NONE);
        try (NpletInformation information = model.information()) {
            for (TargetNplet nplet : scan.highest()) {
                assertThat(information.score(nplet.sources(), 2)).isTrue();
                for (TargetMeasure measure : TargetMeasure.values()) {
                    assertThat(information.value(measure)).isEqualTo(nplet.value(measure));
                }
            }
        }
    }

    static TargetPermutations permutations(
            double[][] x, int[] classes, int order, TargetMeasure measure, int count, long seed) {
        return permutations(x, classes, order, measure, count, seed, 2, Monitor.NONE);
    }

    private static TargetPermutations permutations(
            double[][] x,
            int[] classes,
            int order,
            TargetMeasure measure,
            int count,
            long seed,
            int threads,
            Monitor monitor) {
        ClassLabels labels = ClassLabels.of(classes);
        SampleScores scores = Systems.scores(x, Estimator.COPULA);
        return TargetPermutations.of(
                target -> ClassMixture.of(scores, labels.permuted(target), order, Systems.settings(false)),
                x.length,
                order,
                measure,
                count,
                seed,
                threads,
                monitor);
    }

    private static TargetPermutations permutations(int[] classes, int threads, int count, Monitor monitor) {
        return permutations(X, classes, 2, TargetMeasure.I, count, 7, threads, monitor);
    }

    /** Pair 0, 1 tells the class; in labels by turns nobody does. */
    @Test
    void permutationsTellWhatIsKnownFromWhatIsNot() {
        SourceScan scan = model().scan(2, 1, TargetMeasure.I);
        scan.run(2, Monitor.NONE);
        TargetPermutations permuted = permutations(CLASSES, 2, 19, Monitor.NONE);
        assertThat(permuted.permutations()).isEqualTo(19);
        assertThat(permuted.highest(scan.highest().getFirst().i())).isEqualTo(0.05);
        assertThat(permuted.lowest(scan.highest().getFirst().i())).isEqualTo(1);
        int[] turns = IntStream.range(0, 120).map(t -> t % 3).toArray();
        SourceScan none =
                ClassMixtureTest.mixture(X, turns, Estimator.COPULA, 2).scan(2, 1, TargetMeasure.I);
        none.run(2, Monitor.NONE);
        assertThat(permutations(turns, 2, 39, Monitor.NONE)
                        .highest(none.highest().getFirst().i()))
                .isGreaterThan(0.05);
    }

    @Test
    void permutationsAreTheSameOnAnyThreads() {
        double[] one = values(permutations(CLASSES, 1, 19, Monitor.NONE));
        assertThat(values(permutations(CLASSES, 3, 19, Monitor.NONE))).isEqualTo(one);
        TargetPermutations stopped = permutations(CLASSES, 2, 19, progress -> progress.done() < 5);
        assertThat(stopped.partial()).isTrue();
        assertThat(stopped.permutations()).isBetween(1, 18);
    }

    private static double[] values(TargetPermutations permuted) {
        return IntStream.range(0, 100)
                .mapToDouble(n -> permuted.highest(n / 500.0))
                .toArray();
    }
}
