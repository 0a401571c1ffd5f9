package org.oinfo.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;

/** Rankings by any measure against every n-plet scored and sorted. */
class MeasureScanTest {
    private static final int N = 13;

    /** Matrices with random values, with ties, with singular n-plets, and with both. */
    private static CorrelationMatrix matrix(String name) {
        return switch (name) {
            case "factors" -> TestMatrices.factors(N, 7);
            case "duplicate" -> TestMatrices.duplicate(N, 7);
            case "identity" -> equicorrelated(0);
            case "equicorrelated" -> equicorrelated(.5);
            case "nearlySingular" -> equicorrelated(1 - 1e-9);
            case "twins" -> twins();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static CorrelationMatrix equicorrelated(double rho) {
        double[] r = new double[N * N];
        Arrays.setAll(r, i -> i % (N + 1) == 0 ? 1 : rho);
        return CorrelationMatrix.wrap(N, r);
    }

    /** Variables 2i and 2i+1 correlate like all variables of the same parity: most n-plets have exact doubles. */
    private static CorrelationMatrix twins() {
        double[] r = new double[N * N];
        Arrays.setAll(r, i -> i % (N + 1) == 0 ? 1 : (i / N + i % N) % 2 == 0 ? .3 : -.1);
        return CorrelationMatrix.wrap(N, r);
    }

    /** Ranks of all n-plets that are not singular, best first, from their canonical values. */
    private static long[] best(CorrelationMatrix matrix, int order, Measure measure, int sign) {
        record Entry(long key, long rank) {}
        List<Entry> all = new ArrayList<>();
        List<int[]> nplets = new ArrayList<>();
        subsets(new int[order], 0, 0, nplets);
        Canonical canonical = new Canonical(matrix);
        for (int rank = 0; rank < nplets.size(); rank++) {
            if (canonical.score(nplets.get(rank), 0, order)) {
                double x = switch (measure) {
                    case TC -> canonical.tc();
                    case DTC -> canonical.dtc();
                    case O -> canonical.o();
                    case S -> canonical.s();
                };
                all.add(new Entry(sign * (long) Math.rint(x * 0x1p40), rank));
            }
        }
        return all.stream()
                .sorted(Comparator.comparingLong(Entry::key).thenComparingLong(Entry::rank))
                .mapToLong(Entry::rank)
                .toArray();
    }

    private static void subsets(int[] nplet, int size, int next, List<int[]> into) {
        if (size == nplet.length) {
            into.add(nplet.clone());
            return;
        }
        for (int i = next; i < N; i++) {
            nplet[size] = i;
            subsets(nplet, size + 1, i + 1, into);
        }
    }

    private static MeasureScan scan(
            Backend backend, CorrelationMatrix matrix, ScanSettings settings, Measure measure, long block, long slice) {
        return new MeasureScan(
                Scorer.gaussian(backend, matrix),
                settings,
                measure,
                new BlockGrid(matrix.variables(), settings.order(), block),
                slice);
    }

    @ParameterizedTest
    @CsvSource({
        "duplicate,scalar",
        "twins,scalar",
        "factors,auto",
        "duplicate,auto",
        "identity,auto",
        "equicorrelated,auto",
        "nearlySingular,auto",
        "twins,auto"
    })
    void rankingsAreThoseOfAllNpletsSorted(String name, String backend) {
        CorrelationMatrix matrix = matrix(name);
        for (int order : new int[] {2, 3, 5, 11, N}) {
            for (Measure measure : Measure.values()) {
                long[] smallest = best(matrix, order, measure, 1);
                long[] largest = best(matrix, order, measure, -1);
                for (int top : new int[] {7, 2000}) {
                    ScanSettings settings = new ScanSettings(order, Level.EXTREMES, top);
                    RankedLandscape found = scan(Backends.open(backend), matrix, settings, measure, 400, 150)
                            .run(2, Monitor.NONE);
                    String what = name + ", order " + order + ", " + measure + ", top " + top;
                    assertThat(found.smallest().sortedRanks())
                            .as("smallest of %s", what)
                            .containsExactly(Arrays.copyOf(smallest, Math.min(top, smallest.length)));
                    assertThat(found.largest().sortedRanks())
                            .as("largest of %s", what)
                            .containsExactly(Arrays.copyOf(largest, Math.min(top, largest.length)));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .1})
    void whatTiesIsNotSettledOverAndOver(double rho) {
        AtomicLong settled = new AtomicLong();
        Scorer counting = new CountingScorer(Scorer.gaussian(Backends.open("auto"), equicorrelated(rho)), settled);
        ScanSettings settings = new ScanSettings(5, Level.EXTREMES, 10);
        RankedLandscape found = new MeasureScan(counting, settings, Measure.TC).run(1, Monitor.NONE);
        assertThat(found.smallest().sortedRanks())
                .containsExactly(IntStream.range(0, 10).asLongStream().toArray());
        // C(13,5) = 1287 n-plets tie at both ends: the first ten are enough.
        assertThat(settled).hasValue(10);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void theLandscapeHasTheBitsOfAScanForOmega(Level level) {
        Backend backend = Backends.open(Backends.AUTO);
        CorrelationMatrix matrix = matrix("duplicate");
        ScanSettings settings = new ScanSettings(4, level, 9, 1e-3);
        Landscape expected =
                new ExhaustiveScan(Scorer.gaussian(backend, matrix), settings, grid(), 50).run(2, Monitor.NONE);
        RankedLandscape found =
                scan(backend, matrix, settings, Measure.DTC, 100, 50).run(3, Monitor.NONE);
        Landscape landscape = found.landscape();
        assertThat(landscape.total()).isEqualTo(expected.total()).isEqualTo(715);
        assertThat(landscape.redundant()).isEqualTo(expected.redundant());
        assertThat(landscape.synergistic()).isEqualTo(expected.synergistic());
        assertThat(landscape.balanced()).isEqualTo(expected.balanced());
        assertThat(landscape.singular()).isEqualTo(expected.singular());
        if (level.counts()) {
            assertThat(landscape.mean()).isCloseTo(expected.mean(), offset(1e-15));
        }
        assertThat(landscape.mostSynergistic().sortedRanks())
                .containsExactly(expected.mostSynergistic().sortedRanks()[0]);
        assertThat(landscape.mostRedundant().sortedRanks())
                .containsExactly(expected.mostRedundant().sortedRanks()[0]);
    }

    private static BlockGrid grid() {
        return new BlockGrid(N, 4, 100);
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void anyNumberOfThreadsGivesTheSameBits(Measure measure) {
        Backend backend = Backends.open(Backends.AUTO);
        CorrelationMatrix matrix = matrix("duplicate");
        ScanSettings settings = new ScanSettings(5, Level.PLAIN, 30);
        RankedLandscape one = scan(backend, matrix, settings, measure, 50, 20).run(1, Monitor.NONE);
        RankedLandscape five = scan(backend, matrix, settings, measure, 50, 20).run(5, Monitor.NONE);
        assertThat(five.smallest().sortedRanks()).containsExactly(one.smallest().sortedRanks());
        assertThat(five.largest().sortedRanks()).containsExactly(one.largest().sortedRanks());
        assertThat(five.landscape().sum()).isEqualTo(one.landscape().sum());
    }

    @Test
    void anEndThatIsNotAskedForStaysEmpty() {
        Backend backend = Backends.open(Backends.AUTO);
        CorrelationMatrix matrix = matrix("factors");
        for (Ends ends : Ends.values()) {
            ScanSettings settings = new ScanSettings(3, Level.EXTREMES, 4, 0, ends, Screen.AUTO);
            RankedLandscape found =
                    scan(backend, matrix, settings, Measure.S, 100, 30).run(2, Monitor.NONE);
            assertThat(found.smallest().size()).isEqualTo(ends.synergistic() ? 4 : 0);
            assertThat(found.largest().size()).isEqualTo(ends.redundant() ? 4 : 0);
        }
    }

    @Test
    void aScanThatIsStoppedHasRankedWhatItHasCounted() {
        AtomicLong done = new AtomicLong();
        ProgressSteps steps = new ProgressSteps();
        Monitor soon = progress -> {
            done.addAndGet(steps.since(progress));
            return done.get() < 200;
        };
        ScanSettings settings = new ScanSettings(4, Level.PLAIN, 10_000);
        RankedLandscape found = scan(Backends.open("auto"), matrix("factors"), settings, Measure.TC, 50, 20)
                .run(2, soon);
        assertThat(found.landscape().total()).isEqualTo(done.get()).isBetween(200L, 714L);
        assertThat(found.smallest().size()).isEqualTo((int) done.get());
    }

    @Test
    void errorsOfWellConditionedNpletsAreSmallAndTheLargestBoundsThemAll() {
        Scorer scores = Scorer.gaussian(Backends.open("scalar"), matrix("identity"));
        assertThat(scores.error(3, 0)).isBetween(1e-15, 2e-13);
        assertThat(scores.error(3, 1)).isGreaterThan(scores.error(3, 0));
        assertThat(scores.error(3, 50)).isEqualTo(scores.error(3, Double.POSITIVE_INFINITY));
        assertThat(scores.error(8, Double.POSITIVE_INFINITY)).isBetween(Canonical.error(8), 1.01 * Canonical.error(8));
    }
}
