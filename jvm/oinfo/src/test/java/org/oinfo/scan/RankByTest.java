package org.oinfo.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;

/** Rankings by combinations and by measures of one's own against every n-plet scored and sorted. */
class RankByTest {
    private static final int N = 12;

    private static CorrelationMatrix matrix(String name) {
        return switch (name) {
            case "factors" -> TestMatrices.factors(N, 11);
            case "duplicate" -> TestMatrices.duplicate(N, 11);
            case "measured" -> TestMatrices.measured(N, 11);
            case "tied" -> TestMatrices.equicorrelated(N, .3);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Ranks of all n-plets with a finite value, best first, ties within 2^-40 by rank. */
    private static long[] best(CorrelationMatrix matrix, int order, RankBy measure, int sign) {
        record Entry(long key, long rank) {}
        List<Entry> all = new ArrayList<>();
        Combinations combinations = new Combinations(N, order);
        Canonical canonical = new Canonical(matrix);
        int[] nplet = new int[order];
        for (long rank = 0; rank < combinations.total(); rank++) {
            combinations.unrank(rank, nplet);
            if (canonical.score(nplet, 0, order)) {
                double x = measure.of(canonical.tc(), canonical.dtc(), canonical.o(), canonical.s());
                if (Double.isFinite(x)) {
                    all.add(new Entry(sign * (long) Math.rint(x * 0x1p40), rank));
                }
            }
        }
        return all.stream()
                .sorted(Comparator.comparingLong(Entry::key).thenComparingLong(Entry::rank))
                .mapToLong(Entry::rank)
                .toArray();
    }

    private static RankedLandscape scan(
            String backend, CorrelationMatrix matrix, int order, int top, RankBy measure, int threads) {
        ScanSettings settings = new ScanSettings(order, Level.PLAIN, top);
        Scorer scores = Scorer.gaussian(Backends.open(backend), matrix);
        return new MeasureScan(scores, settings, measure, new BlockGrid(N, order, 100), 40).run(threads, Monitor.NONE);
    }

    private static void assertBest(RankedLandscape found, CorrelationMatrix matrix, int order, int top, RankBy by) {
        long[] smallest = best(matrix, order, by, 1);
        long[] largest = best(matrix, order, by, -1);
        assertThat(found.smallest().sortedRanks())
                .as("smallest %s at order %d", by.text(), order)
                .containsExactly(Arrays.copyOf(smallest, Math.min(top, smallest.length)));
        assertThat(found.largest().sortedRanks())
                .as("largest %s at order %d", by.text(), order)
                .containsExactly(Arrays.copyOf(largest, Math.min(top, largest.length)));
    }

    @ParameterizedTest
    @CsvSource({
        "factors,auto",
        "factors,scalar",
        "duplicate,auto",
        "duplicate,scalar",
        "measured,auto",
        "measured,simd",
        "tied,auto",
        "tied,scalar"
    })
    void combinationsRankAsAllNpletsSorted(String name, String backend) {
        CorrelationMatrix matrix = matrix(name);
        for (int order : new int[] {2, 3, 4, 7, N}) {
            for (String by :
                    new String[] {"delta0", "delta1", "delta3", "delta5", "0.5*tc-2*dtc", "-1000*tc+999*dtc"}) {
                RankBy measure = Combination.parse(by);
                for (int top : new int[] {5, 1000}) {
                    assertBest(scan(backend, matrix, order, top, measure, 2), matrix, order, top, measure);
                }
            }
        }
    }

    @Test
    void aMeasureOfOnesOwnRanksWithTheSameBitsForAnyNumberOfThreads() {
        OwnMeasure balance = new OwnMeasure("balance", (tc, dtc, o, s) -> o / s);
        for (String name : new String[] {"factors", "duplicate", "tied"}) {
            CorrelationMatrix matrix = matrix(name);
            for (int threads : new int[] {1, 2, 5}) {
                assertBest(scan("auto", matrix, 4, 9, balance, threads), matrix, 4, 9, balance);
            }
        }
    }

    @Test
    void whatHasNoFiniteValueIsInNoRanking() {
        CorrelationMatrix matrix = matrix("factors");
        OwnMeasure synergyOnly = new OwnMeasure(
                "synergy", (tc, dtc, o, s) -> o > 0 ? Double.NaN : o > -.01 ? Double.NEGATIVE_INFINITY : o);
        assertBest(scan("auto", matrix, 3, 1000, synergyOnly, 2), matrix, 3, 1000, synergyOnly);
        OwnMeasure nothing = new OwnMeasure("nothing", (tc, dtc, o, s) -> Double.POSITIVE_INFINITY);
        RankedLandscape none = scan("auto", matrix, 3, 10, nothing, 2);
        assertThat(none.smallest().size() + none.largest().size()).isZero();
        assertThat(none.landscape().total()).isEqualTo(220);
    }

    @Test
    void hugeValuesTieAtTheEndOfTheScale() {
        OwnMeasure huge = new OwnMeasure("huge", (tc, dtc, o, s) -> o > 0 ? 1e300 : -1e300);
        RankedLandscape found = scan("auto", matrix("factors"), 3, 220, huge, 2);
        assertThat(found.smallest().size()).isEqualTo(220);
        assertThat(found.largest().size()).isEqualTo(220);
        assertThat(found.landscape().redundant())
                .as("n-plets at the large end come first, in lexicographic order")
                .isEqualTo(Arrays.stream(found.largest().sortedRanks())
                        .takeWhile(rank -> rank != found.smallest().sortedRanks()[0])
                        .count());
    }

    @Test
    void whatAMeasureThrowsComesOut() {
        OwnMeasure broken = new OwnMeasure("broken", (tc, dtc, o, s) -> {
            throw new UnsupportedOperationException("no such measure");
        });
        assertThatThrownBy(() -> scan("auto", matrix("factors"), 3, 10, broken, 2))
                .hasStackTraceContaining("no such measure");
        assertThatThrownBy(() -> new OwnMeasure(" ", (tc, dtc, o, s) -> o))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("a measure must have a name that is not blank");
    }
}
