package org.oinfo.search.anneal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Combination;
import org.oinfo.scan.OwnMeasure;
import org.oinfo.scan.RankBy;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.TestMatrices;
import org.oinfo.scan.groups.GroupedScorer;
import org.oinfo.scan.groups.Groups;
import org.oinfo.scan.groups.Mix;

/** Annealing and descent by other measures than Omega, and among groups, against every n-plet scored. */
class RankedSearchTest {
    private static final int N = 14;
    private static final int ORDER = 5;
    private static final CorrelationMatrix MATRIX = TestMatrices.measured(N, 31);

    private static Scorer scores() {
        return Scorer.gaussian(Backends.open("auto"), MATRIX);
    }

    /** The smallest and the largest value of all n-plets, by full enumeration. */
    private static double[] extremes(RankBy measure, @Nullable Groups groups) {
        double[] extremes = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        Combinations combinations = new Combinations(N, ORDER);
        Canonical canonical = new Canonical(MATRIX);
        int[] nplet = new int[ORDER];
        for (long rank = 0; rank < combinations.total(); rank++) {
            combinations.unrank(rank, nplet);
            if (groups == null || groups.allows(nplet, 0, ORDER)) {
                canonical.score(nplet, 0, ORDER);
                double x = measure.of(canonical.tc(), canonical.dtc(), canonical.o(), canonical.s());
                extremes[0] = Math.min(extremes[0], x);
                extremes[1] = Math.max(extremes[1], x);
            }
        }
        return extremes;
    }

    private static double value(RankBy measure, Optimum optimum) {
        return measure.of(optimum.tc(), optimum.dtc(), optimum.o(), optimum.s());
    }

    private static void assertFindsBoth(AnnealResult found, RankBy measure, double[] extremes) {
        assertThat(value(measure, found.synergistic().getFirst())).isEqualTo(extremes[0]);
        assertThat(value(measure, found.redundant().getFirst())).isEqualTo(extremes[1]);
        assertThat(found.synergistic()).allMatch(Optimum::certified);
        for (int i = 1; i < found.redundant().size(); i++) {
            assertThat(value(measure, found.redundant().get(i)))
                    .isLessThanOrEqualTo(value(measure, found.redundant().get(i - 1)) + 0x1p-40);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tc", "dtc", "s", "delta3", "-2*tc+0.5*dtc"})
    void bothExtremesAreFoundByAnyNumberOfThreads(String by) {
        RankBy measure = Combination.parse(by);
        AnnealSettings settings = AnnealSettings.of(ORDER).withChains(64, 30, 0);
        AnnealResult one = new Annealing(scores(), settings, measure).run(1, Monitor.NONE);
        assertFindsBoth(one, measure, extremes(measure, null));
        AnnealResult three = new Annealing(scores(), settings, measure).run(3, Monitor.NONE);
        assertThat(three.redundant().getFirst().nplet())
                .isEqualTo(one.redundant().getFirst().nplet());
        assertThat(three.scored()).isEqualTo(one.scored());
    }

    @Test
    void aMeasureOfOnesOwnIsSoughtToo() {
        RankBy measure = new OwnMeasure("balance", (tc, dtc, o, s) -> o / s);
        AnnealResult found =
                new Annealing(scores(), AnnealSettings.of(ORDER).withChains(64, 30, 0), measure).run(2, Monitor.NONE);
        assertFindsBoth(found, measure, extremes(measure, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANY", "ALL", "ONE_EACH"})
    void theBestOfThoseThatMixGroupsAreFound(Mix mix) {
        Groups groups = Groups.of(List.of(new int[] {0, 4, 8, 12}, new int[] {1, 5, 9}, new int[] {2, 6, 10}), N, mix);
        RankBy measure = Combination.delta(2);
        AnnealResult found = new Annealing(
                        new GroupedScorer(scores(), groups),
                        AnnealSettings.of(ORDER).withChains(64, 30, 0),
                        measure)
                .run(2, Monitor.NONE);
        assertFindsBoth(found, measure, extremes(measure, groups));
        assertThat(found.synergistic()).allMatch(optimum -> groups.allows(optimum.nplet(), 0, ORDER));
    }

    @Test
    void aDescentEndsWhereNoSwapIsBetter() {
        RankBy measure = Combination.delta(4);
        List<int[]> starts = List.of(new int[] {0, 1, 2, 3, 4}, new int[] {3, 6, 8, 11, 13});
        DescentResult found =
                new LocalDescent(scores(), DescentSettings.swaps(Ends.REDUNDANT), measure, starts).run(2, Monitor.NONE);
        Canonical canonical = new Canonical(MATRIX);
        for (Descent descent : found.redundant()) {
            double here = measure.of(descent.tc(), descent.dtc(), descent.o(), descent.s());
            for (int member : descent.nplet()) {
                for (int outside = 0; outside < N; outside++) {
                    int in = outside;
                    if (Arrays.stream(descent.nplet()).noneMatch(v -> v == in)) {
                        int[] neighbour = Arrays.stream(descent.nplet())
                                .map(v -> v == member ? in : v)
                                .sorted()
                                .toArray();
                        canonical.score(neighbour, 0, ORDER);
                        assertThat(measure.of(canonical.tc(), canonical.dtc(), canonical.o(), canonical.s()))
                                .isLessThanOrEqualTo(here + 0x1p-40);
                    }
                }
            }
        }
    }
}
