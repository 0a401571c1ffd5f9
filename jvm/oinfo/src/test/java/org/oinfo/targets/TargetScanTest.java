package org.oinfo.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Monitor;

/** Scans over all n-plets: their extremes, counts and means, on any number of threads. */
class TargetScanTest {
    private static final SampleScores SCORES = Systems.scores(Systems.mixed(300, 80, 31), Estimator.COPULA);

    private static TargetModel classes(String backend) {
        double[] label = IntStream.range(0, 300).mapToDouble(t -> t % 3).toArray();
        ClassLabels labels = ClassLabels.of(label, List.of());
        return ClassTarget.model(
                SCORES,
                labels,
                ClassCovariances.of(SCORES, labels, 1),
                0,
                new TargetSettings(Backends.open(backend), false, 1));
    }

    private static List<Object> run(TargetModel model, TargetMeasure measure, int threads) {
        TargetScan scan = new TargetScan(model, 3, 30, measure);
        TargetLandscape found = scan.run(threads, Monitor.NONE);
        List<Object> all = new ArrayList<>(List.of(
                found.total(),
                found.redundant(),
                found.synergistic(),
                found.balanced(),
                found.meanDomega(),
                found.meanInformation()));
        all.addAll(rows(scan));
        return all;
    }

    private static List<String> rows(TargetScan scan) {
        List<String> rows = new ArrayList<>();
        for (List<TargetNplet> list : List.of(scan.lowest(), scan.highest())) {
            for (TargetNplet nplet : list) {
                rows.add(IntStream.of(nplet.sources()).boxed().toList() + Arrays.toString(Systems.values(nplet)));
            }
        }
        return rows;
    }

    /** 82,160 triplets are two blocks. */
    @ParameterizedTest
    @EnumSource(TargetMeasure.class)
    void anyNumberOfThreadsGivesTheSameBits(TargetMeasure measure) {
        TargetModel model = classes(Backends.AUTO);
        List<Object> one = run(model, measure, 1);
        assertThat(one.getFirst()).isEqualTo(82_160L);
        assertThat(run(model, measure, 2)).isEqualTo(one);
        assertThat(run(model, measure, 5)).isEqualTo(one);
    }

    @Test
    void everyBackendGivesTheSameRankings() {
        TargetScan scalar = new TargetScan(classes("scalar"), 3, 30, TargetMeasure.DOMEGA);
        TargetScan auto = new TargetScan(classes(Backends.AUTO), 3, 30, TargetMeasure.DOMEGA);
        TargetLandscape a = scalar.run(2, Monitor.NONE);
        TargetLandscape b = auto.run(2, Monitor.NONE);
        assertThat(rows(auto)).isEqualTo(rows(scalar));
        assertThat(b.redundant()).isEqualTo(a.redundant());
        assertThat(b.synergistic()).isEqualTo(a.synergistic());
        assertThat(b.meanDomega()).isCloseTo(a.meanDomega(), within(1e-12));
        assertThat(b.meanInformation()).isCloseTo(a.meanInformation(), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(TargetMeasure.class)
    void extremesAreThoseOfAllNplets(TargetMeasure measure) {
        SampleScores scores = Systems.scores(Systems.mixed(60, 10, 32), Estimator.COPULA);
        TargetModel model = ContinuousTarget.model(scores, scores(60, 33), 4, Systems.settings(true));
        List<TargetNplet> all = Systems.all(model, 4);
        assertThat(all).hasSize(210);
        TargetScan scan = new TargetScan(model, 4, 7, measure);
        TargetLandscape found = scan.run(2, Monitor.NONE);
        Comparator<TargetNplet> byValue = Comparator.comparingLong(n -> Ranking.key(value(n, measure)));
        assertThat(sources(scan.lowest()))
                .isEqualTo(sources(all.stream().sorted(byValue).limit(7).toList()));
        Comparator<TargetNplet> byNegative = Comparator.comparingLong(n -> Ranking.key(-value(n, measure)));
        assertThat(sources(scan.highest()))
                .isEqualTo(sources(all.stream().sorted(byNegative).limit(7).toList()));
        assertThat(found.meanDomega())
                .isCloseTo(
                        all.stream().mapToDouble(TargetNplet::domega).average().orElseThrow(), within(1e-13));
        assertThat(found.meanInformation())
                .isCloseTo(all.stream().mapToDouble(TargetNplet::i).average().orElseThrow(), within(1e-13));
        assertThat(found.redundant())
                .isEqualTo(all.stream().filter(n -> n.domega() > 0).count());
        assertThat(found.synergistic()).isEqualTo(210 - found.redundant());
    }

    private static double[] scores(int samples, long seed) {
        return Systems.scores(Systems.mixed(samples, 2, seed), Estimator.COPULA).column(0);
    }

    private static double value(TargetNplet nplet, TargetMeasure measure) {
        return switch (measure) {
            case DOMEGA -> nplet.domega();
            case I -> nplet.i();
            case RSI -> nplet.rsi();
        };
    }

    private static List<List<Integer>> sources(List<TargetNplet> nplets) {
        return nplets.stream()
                .map(n -> IntStream.of(n.sources()).boxed().toList())
                .toList();
    }

    @Test
    void aCancelledScanIsPartial() {
        TargetScan scan = new TargetScan(classes(Backends.AUTO), 3, 3, TargetMeasure.DOMEGA);
        TargetLandscape found = scan.run(2, progress -> false);
        assertThat(found.total()).isZero();
        assertThat(found.meanDomega()).isNaN();
        assertThat(scan.partial()).isTrue();
        assertThat(scan.lowest()).isEmpty();
    }

    @Test
    void refusesOrdersThatDoNotExist() {
        TargetModel model = classes("scalar");
        assertThatThrownBy(() -> new TargetScan(model, 81, 1, TargetMeasure.I))
                .hasMessage("the order must be 2 to the number of sources: order=81, sources=80; choose another order"
                        + " or more columns");
        assertThatThrownBy(() -> TargetScan.total(110, 50))
                .hasMessage("the number of n-plets C(N,k) must be below 2^63-1: N=110, k=50; choose fewer sources or"
                        + " another order");
    }
}
