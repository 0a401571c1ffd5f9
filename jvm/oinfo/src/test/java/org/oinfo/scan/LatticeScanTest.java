package org.oinfo.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;

class LatticeScanTest {
    private static final Backend BACKEND = Backends.open(Backends.AUTO);
    private static final int N = 17;

    @Test
    void theLandscapesAreThoseOfOneScanForEachOrder() {
        CorrelationMatrix matrix = TestMatrices.duplicate(N, 7);
        List<Landscape> walk = scan(matrix, 1).run(2, Monitor.NONE);
        for (Landscape found : walk) {
            Landscape expected =
                    new ExhaustiveScan(Scorer.gaussian(BACKEND, matrix), found.settings()).run(2, Monitor.NONE);
            String order = "order " + found.settings().order();
            assertThat(found.redundant()).as(order).isEqualTo(expected.redundant());
            assertThat(found.synergistic()).as(order).isEqualTo(expected.synergistic());
            assertThat(found.singular()).as(order).isEqualTo(expected.singular());
            assertThat(found.singularPerVariable()).as(order).containsExactly(expected.singularPerVariable());
            if (found.total() > found.singular()) {
                assertThat(found.mean()).as(order).isCloseTo(expected.mean(), offset(1e-12));
            }
            assertThat(found.mostSynergistic().sortedRanks())
                    .as(order)
                    .containsExactly(expected.mostSynergistic().sortedRanks());
            assertThat(found.mostRedundant().sortedRanks())
                    .as(order)
                    .containsExactly(expected.mostRedundant().sortedRanks());
        }
    }

    @Test
    void theLandscapesHaveTheSameBitsForAnyNumberOfThreads() {
        CorrelationMatrix matrix = TestMatrices.factors(N, 5);
        List<Landscape> alone = scan(matrix, 2).run(1, Monitor.NONE);
        List<Landscape> together = scan(matrix, 2).run(5, Monitor.NONE);
        for (int i = 0; i < alone.size(); i++) {
            assertThat(together.get(i).sum()).isEqualTo(alone.get(i).sum());
            assertThat(together.get(i).redundant()).isEqualTo(alone.get(i).redundant());
            assertThat(together.get(i).mostRedundant().sortedRanks())
                    .containsExactly(alone.get(i).mostRedundant().sortedRanks());
        }
    }

    @Test
    void everyNpletIsReportedToTheMonitorOnce() {
        AtomicLong[] done =
                IntStream.rangeClosed(0, N).mapToObj(order -> new AtomicLong()).toArray(AtomicLong[]::new);
        ProgressSteps steps = new ProgressSteps();
        Monitor counter = progress -> {
            done[progress.order()].addAndGet(steps.since(progress));
            return true;
        };
        scan(TestMatrices.factors(N, 3), 3).run(2, counter);
        for (int order = 3; order <= N; order++) {
            assertThat(done[order]).hasValue(new Combinations(N, order).total());
        }
    }

    @Test
    void aCancelledScanKeepsWhatItHasScored() {
        AtomicLong done = new AtomicLong();
        ProgressSteps steps = new ProgressSteps();
        Monitor soon = progress -> {
            done.addAndGet(steps.since(progress));
            return done.get() < 10_000;
        };
        List<Landscape> partial = scan(TestMatrices.factors(N, 3), 1).run(2, soon);
        assertThat(partial.stream().mapToLong(Landscape::total).sum())
                .isEqualTo(done.get())
                .isBetween(10_000L, (1L << N) - 1);
    }

    @Test
    void oneWalkForManyOrdersOfFewVariables() {
        assertThat(ScanPlan.oneWalk(30, orders(3, 30), Level.PLAIN)).isTrue();
        assertThat(ScanPlan.oneWalk(30, orders(3, 14), Level.EXTREMES)).isTrue();
        assertThat(ScanPlan.oneWalk(30, orders(3, 7), Level.PLAIN)).isFalse();
        assertThat(ScanPlan.oneWalk(30, orders(3, 30), Level.FULL)).isFalse();
        assertThat(ScanPlan.oneWalk(100, orders(3, 5), Level.PLAIN)).isFalse();
        assertThat(ScanPlan.oneWalk(20, List.of(10), Level.PLAIN)).isFalse();
    }

    private static List<Integer> orders(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private static LatticeScan scan(CorrelationMatrix matrix, long unit) {
        List<ScanSettings> settings = IntStream.rangeClosed(3, matrix.variables())
                .mapToObj(order -> new ScanSettings(order, Level.PLAIN, 9, 1e-3))
                .toList();
        return new LatticeScan(BACKEND, matrix, settings, unit);
    }
}
