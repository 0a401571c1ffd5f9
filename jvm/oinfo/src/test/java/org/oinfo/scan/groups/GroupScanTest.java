package org.oinfo.scan.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.scan.Combination;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.TestMatrices;

/** Scans of n-plets that mix groups against all n-plets, filtered by the rule as it reads. */
class GroupScanTest {
    private static final int N = 11;
    /** Neither contiguous nor equal, with two variables in none: 1 and 8. */
    private static final List<int[]> THREE = List.of(new int[] {0, 5, 9}, new int[] {2, 3, 4, 10}, new int[] {6, 7});

    /** Ranks of the allowed n-plets, ascending. */
    private static List<Long> allowed(List<int[]> groups, int variables, int order, Mix mix) {
        List<Long> ranks = new ArrayList<>();
        Combinations combinations = new Combinations(variables, order);
        int[] nplet = new int[order];
        for (long rank = 0; rank < combinations.total(); rank++) {
            combinations.unrank(rank, nplet);
            if (mixes(nplet, groups, mix)) {
                ranks.add(rank);
            }
        }
        return ranks;
    }

    private static boolean mixes(int[] nplet, List<int[]> groups, Mix mix) {
        int present = 0;
        int most = 0;
        for (int[] group : groups) {
            Set<Integer> common = new TreeSet<>(Arrays.stream(group).boxed().toList());
            common.retainAll(Arrays.stream(nplet).boxed().toList());
            present += common.isEmpty() ? 0 : 1;
            most = Math.max(most, common.size());
        }
        return switch (mix) {
            case ANY -> present >= 2;
            case ALL -> present == groups.size();
            case ONE_EACH -> most <= 1;
        };
    }

    private static List<Long> walked(Groups groups, int order) {
        List<Long> ranks = new ArrayList<>();
        Combinations combinations = new Combinations(groups.variables(), order);
        AllowedNplets allowed = new AllowedNplets(groups, order, nplet -> ranks.add(combinations.rank(nplet)));
        for (int i = 0; i < groups.variables(); i++) {
            for (int j = i + 1; j < groups.variables(); j++) {
                allowed.below(i, j);
            }
        }
        return ranks;
    }

    @ParameterizedTest
    @EnumSource(Mix.class)
    void everyAllowedNpletIsVisitedOnceInOrderAndCounted(Mix mix) {
        List<List<int[]>> all = List.of(
                THREE,
                List.of(new int[] {0, 1, 2, 3, 4}, new int[] {5, 6, 7, 8, 9, 10}),
                List.of(new int[] {10}, new int[] {0}, new int[] {5}, new int[] {1, 2, 3}),
                List.of(new int[] {3, 4, 5}, new int[] {0}));
        for (List<int[]> members : all) {
            Groups groups = Groups.of(members, N, mix);
            for (int order = 2; order <= N; order++) {
                List<Long> expected = allowed(members, N, order, mix);
                assertThat(walked(groups, order)).as("%s, order %d", mix, order).isEqualTo(expected);
                assertThat(groups.total(order)).isEqualTo(BigInteger.valueOf(expected.size()));
            }
        }
    }

    @Test
    void randomGroupsAreCountedToo() {
        long seed = 20261129;
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            int variables = 4 + random.nextInt(6);
            List<List<Integer>> drawn = new ArrayList<>();
            int count = 2 + random.nextInt(3);
            for (int g = 0; g < count; g++) {
                drawn.add(new ArrayList<>(List.of(g)));
            }
            for (int v = count; v < variables; v++) {
                int group = random.nextInt(count + 1);
                if (group < count) {
                    drawn.get(group).add(v);
                }
            }
            List<int[]> members = drawn.stream()
                    .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                    .toList();
            for (Mix mix : Mix.values()) {
                int order = 2 + random.nextInt(variables - 1);
                assertThat(walked(Groups.of(members, variables, mix), order))
                        .as("seed %d, round %d, %s, order %d", seed, round, mix, order)
                        .isEqualTo(allowed(members, variables, order, mix));
            }
        }
    }

    @Test
    void countsOfManyVariablesAreExact() {
        // 1000 variables in ten groups of 100: C(10,5) 100^5 of one member each.
        List<int[]> tens = new ArrayList<>();
        for (int g = 0; g < 10; g++) {
            int first = 100 * g;
            tens.add(IntStream.range(first, first + 100).toArray());
        }
        assertThat(Groups.of(tens, 1000, Mix.ONE_EACH).total(5)).isEqualTo(new BigInteger("2520000000000"));
        // C(1000,3) - 10 C(100,3).
        assertThat(Groups.of(tens, 1000, Mix.ANY).total(3)).isEqualTo(new BigInteger("164550000"));
        assertThat(Groups.of(tens.subList(0, 3), 1000, Mix.ALL).total(3)).isEqualTo(new BigInteger("1000000"));
    }

    private static GroupedScorer scorer(String backend, CorrelationMatrix matrix, Mix mix) {
        return new GroupedScorer(Scorer.gaussian(Backends.open(backend), matrix), Groups.of(THREE, N, mix));
    }

    @ParameterizedTest
    @EnumSource(Mix.class)
    void landscapeAndRankingsAreThoseOfTheAllowedNplets(Mix mix) {
        for (CorrelationMatrix matrix : List.of(TestMatrices.factors(N, 5), TestMatrices.duplicate(N, 5))) {
            for (RankBy measure : List.of(Measure.O, Measure.TC, Combination.delta(3))) {
                for (int order : new int[] {3, 4, 5}) {
                    ScanSettings settings = new ScanSettings(order, Level.FULL, 6);
                    RankedLandscape found =
                            new GroupScan(scorer("auto", matrix, mix), settings, measure).run(2, Monitor.NONE);
                    assertIsBest(found, matrix, allowed(THREE, N, order, mix), order, measure);
                }
            }
        }
    }

    private static void assertIsBest(
            RankedLandscape found, CorrelationMatrix matrix, List<Long> allowed, int order, RankBy measure) {
        record Entry(long key, long rank) {}
        List<Entry> regular = new ArrayList<>();
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        int redundant = 0;
        Combinations combinations = new Combinations(N, order);
        Canonical canonical = new Canonical(matrix);
        int[] nplet = new int[order];
        for (long rank : allowed) {
            combinations.unrank(rank, nplet);
            if (canonical.score(nplet, 0, order)) {
                regular.add(new Entry(
                        Ranking.key(measure.of(canonical.tc(), canonical.dtc(), canonical.o(), canonical.s())), rank));
                sum += canonical.o();
                min = Math.min(min, canonical.o());
                redundant += canonical.o() > 1e-10 ? 1 : 0;
            }
        }
        Landscape landscape = found.landscape();
        assertThat(landscape.total()).isEqualTo(allowed.size());
        assertThat(landscape.singular()).isEqualTo(allowed.size() - regular.size());
        assertThat(landscape.redundant()).isEqualTo(redundant);
        assertThat(landscape.mean()).isCloseTo(sum / regular.size(), offset(1e-13));
        combinations.unrank(landscape.mostSynergistic().bestRank(), nplet);
        canonical.score(nplet, 0, order);
        assertThat(canonical.o()).isCloseTo(min, offset(0x1p-40));
        assertThat(found.smallest().sortedRanks())
                .containsExactly(regular.stream()
                        .sorted(Comparator.comparingLong(Entry::key).thenComparingLong(Entry::rank))
                        .limit(6)
                        .mapToLong(Entry::rank)
                        .toArray());
        assertThat(found.largest().sortedRanks())
                .containsExactly(regular.stream()
                        .sorted(Comparator.comparingLong((Entry e) -> -e.key).thenComparingLong(Entry::rank))
                        .limit(6)
                        .mapToLong(Entry::rank)
                        .toArray());
    }

    @ParameterizedTest
    @EnumSource(Mix.class)
    void anyNumberOfThreadsAndEveryBackendGivesTheSameBits(Mix mix) {
        CorrelationMatrix matrix = TestMatrices.measured(N, 9);
        ScanSettings settings = new ScanSettings(5, Level.FULL, 12, 1e-4);
        RankedLandscape one = new GroupScan(scorer("scalar", matrix, mix), settings, Measure.O).run(1, Monitor.NONE);
        for (String backend : List.of("auto", "simd", "scalar")) {
            RankedLandscape five =
                    new GroupScan(scorer(backend, matrix, mix), settings, Measure.O).run(5, Monitor.NONE);
            assertThat(five.smallest().sortedRanks())
                    .containsExactly(one.smallest().sortedRanks());
            assertThat(five.largest().sortedRanks())
                    .containsExactly(one.largest().sortedRanks());
            assertThat(five.landscape().sum()).isEqualTo(one.landscape().sum());
            assertThat(five.landscape().requireDistribution().variance())
                    .isEqualTo(one.landscape().requireDistribution().variance());
        }
    }

    @Test
    void aScanThatIsStoppedHasRankedWhatItHasCounted() {
        AtomicLong done = new AtomicLong();
        ProgressSteps steps = new ProgressSteps();
        Monitor soon = progress -> {
            done.addAndGet(steps.since(progress));
            return done.get() < 60;
        };
        ScanSettings settings = new ScanSettings(4, Level.PLAIN, 10_000);
        RankedLandscape found =
                new GroupScan(scorer("auto", TestMatrices.factors(N, 5), Mix.ANY), settings, Measure.TC).run(2, soon);
        assertThat(found.landscape().total())
                .isEqualTo(done.get())
                .isBetween(60L, allowed(THREE, N, 4, Mix.ANY).size() - 1L);
        assertThat(found.smallest().size()).isEqualTo((int) done.get());
    }

    @Test
    void toASearchWhatIsNotAllowedIsSingular() {
        CorrelationMatrix matrix = TestMatrices.factors(N, 5);
        GroupedScorer grouped = scorer("auto", matrix, Mix.ALL);
        int[] nplets = {0, 1, 2, 0, 2, 6, 5, 9, 10, 3, 7, 9};
        double[] values = new double[16];
        try (var kernel = grouped.measures()) {
            kernel.measures(nplets, 4, 3, values);
        }
        Canonical canonical = new Canonical(matrix);
        for (int i = 0; i < 4; i++) {
            boolean allowed = i % 2 == 1;
            assertThat(grouped.canonical().score(nplets, 3 * i, 3)).isEqualTo(allowed);
            assertThat(Double.isNaN(values[4 * i])).isEqualTo(!allowed);
            if (allowed) {
                canonical.score(nplets, 3 * i, 3);
                assertThat(values[4 * i + 2]).isCloseTo(canonical.o(), offset(1e-12));
            }
        }
    }

    @Test
    void groupsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> Groups.of(List.of(new int[] {1}), 4, Mix.ANY))
                .isInstanceOf(BadInputException.class)
                .hasMessage("there must be two groups at least to mix by any: found 1; give more groups");
        assertThatThrownBy(() -> Groups.of(List.of(new int[] {1}, new int[0]), 4, Mix.ALL))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("group 1 (from 0) has none");
        assertThatThrownBy(() -> Groups.of(List.of(new int[] {1}, new int[] {2, 1}), 4, Mix.ALL))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("variable 1 is in group 0 and in group 1");
        assertThatThrownBy(() -> GroupScan.total(Groups.of(THREE, N, Mix.ALL), 2))
                .isInstanceOf(BadInputException.class)
                .hasMessage("some n-plet of order 2 must mix the groups by all: none does, of 3 groups and 2"
                        + " variables in none; choose another order or another rule");
    }
}
