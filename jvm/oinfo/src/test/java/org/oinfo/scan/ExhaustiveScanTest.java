package org.oinfo.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.PerVariable;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.BestSoFar;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Progress;
import org.oinfo.parallel.ProgressSteps;

class ExhaustiveScanTest {
    private static final Backend BACKEND = Backends.open(Backends.AUTO);
    private static final int N = 17;

    @ParameterizedTest
    @CsvSource({"2,PLAIN,1", "3,FULL,50", "4,PLAIN,100", "4,FULL,100", "4,EXTREMES,100", "5,FULL,500", "8,FULL,2000"})
    void theLandscapeHasTheSameBitsForAnyNumberOfThreads(int order, Level level, long block) {
        CorrelationMatrix matrix = TestMatrices.duplicate(N, 7);
        ScanSettings settings = new ScanSettings(order, level, 9, 1e-3);
        for (long slice : new long[] {1, 40, 1000, Long.MAX_VALUE / 4}) {
            String expected = bits(scan(matrix, settings, block, slice).run(1, Monitor.NONE));
            for (int threads : new int[] {2, 7}) {
                Landscape landscape = scan(matrix, settings, block, slice).run(threads, Monitor.NONE);
                assertThat(bits(landscape))
                        .as("%d threads, slices of %d", threads, slice)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3,FULL", "4,PLAIN", "5,FULL"})
    void slicesMoveTheMeanByItsLastBitsOnly(int order, Level level) {
        CorrelationMatrix matrix = TestMatrices.duplicate(N, 7);
        ScanSettings settings = new ScanSettings(order, level, 9);
        Landscape fine = scan(matrix, settings, 500, 1).run(2, Monitor.NONE);
        Landscape coarse = scan(matrix, settings, 500, 500).run(2, Monitor.NONE);
        assertThat(fine.redundant()).isEqualTo(coarse.redundant());
        assertThat(fine.synergistic()).isEqualTo(coarse.synergistic());
        assertThat(fine.balanced()).isEqualTo(coarse.balanced());
        assertThat(fine.singular()).isEqualTo(coarse.singular());
        assertThat(fine.mostRedundant().sortedRanks())
                .isEqualTo(coarse.mostRedundant().sortedRanks());
        assertThat(fine.mean()).isCloseTo(coarse.mean(), offset(1e-15));
    }

    @Test
    void theRankingIsThatOfOneRange() {
        CorrelationMatrix matrix = TestMatrices.duplicate(N, 11);
        ScanSettings settings = new ScanSettings(4, Level.PLAIN, 25);
        Landscape whole = Landscape.empty(N, settings);
        BACKEND.scan(matrix, settings).scan(0, 2380, whole);
        Landscape blocks = scan(matrix, settings, 100, 30).run(2, Monitor.NONE);
        assertThat(blocks.mostSynergistic().sortedRanks())
                .isEqualTo(whole.mostSynergistic().sortedRanks());
        assertThat(blocks.mostRedundant().sortedRanks())
                .isEqualTo(whole.mostRedundant().sortedRanks());
        assertThat(blocks.total()).isEqualTo(2380);
        // Pairs of the other 15 variables complete {0, 1} to a singular n-plet.
        assertThat(blocks.singular()).isEqualTo(105);
        assertThat(blocks.mean()).isCloseTo(whole.mean(), offset(1e-14));
    }

    @Test
    void everyNpletIsReportedToTheMonitorOnce() {
        AtomicLong done = new AtomicLong();
        ProgressSteps steps = new ProgressSteps();
        Monitor counter = progress -> {
            assertThat(progress.order()).isEqualTo(3);
            done.addAndGet(steps.since(progress));
            return true;
        };
        scan(TestMatrices.factors(N, 3), new ScanSettings(3, Level.PLAIN, 1), 40, 20)
                .run(2, counter);
        assertThat(done).hasValue(680);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aCancelledScanKeepsWhatItHasScored(Level level) {
        AtomicLong done = new AtomicLong();
        ProgressSteps steps = new ProgressSteps();
        Monitor after300 = progress -> {
            done.addAndGet(steps.since(progress));
            return done.get() < 300;
        };
        Landscape partial = scan(TestMatrices.factors(N, 3), new ScanSettings(3, level, 5), 40, 20)
                .run(2, after300);
        assertThat(partial.total()).isEqualTo(done.get()).isBetween(300L, 679L);
    }

    @Test
    void theBestSoFarIsToldAndGetsBetter() {
        ScanSettings settings = new ScanSettings(3, Level.PLAIN, 5);
        List<Progress> told = new ArrayList<>();
        Landscape whole = scan(TestMatrices.factors(N, 3), settings, 40, 20).run(1, progress -> told.add(progress));
        NpletScore canonical =
                Scorer.gaussian(BACKEND, TestMatrices.factors(N, 3)).canonical();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (Progress progress : told) {
            BestSoFar low = progress.lowest();
            BestSoFar high = progress.highest();
            if (low != null && high != null) {
                canonical.score(low.nplet(), 0, 3);
                assertThat(low.value()).isEqualTo(canonical.o()).isLessThanOrEqualTo(lowest);
                canonical.score(high.nplet(), 0, 3);
                assertThat(high.value()).isEqualTo(canonical.o()).isGreaterThanOrEqualTo(highest);
                lowest = low.value();
                highest = high.value();
            }
        }
        assertThat(whole.mostSynergistic().bestRank())
                .isEqualTo(whole.mostSynergistic().sortedRanks()[0]);
        assertThat(told).last().satisfies(last -> assertThat(last.done()).isEqualTo(last.total()));
        assertThat(lowest).isLessThan(highest);
    }

    @Test
    void aScanThatIsInterruptedStopsAndLeavesTheFlagSet() {
        Thread.currentThread().interrupt();
        Landscape partial = scan(TestMatrices.factors(40, 3), new ScanSettings(5, Level.PLAIN, 5), 1000, 1000)
                .run(1, Monitor.NONE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(partial.total()).isLessThan(658_008);
    }

    @Test
    void aFailureOfAWorkerIsThrownAndStopsTheOthers() {
        Backend broken = new Backend() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public String description() {
                return "broken";
            }

            @Override
            public MeasuresKernel measures(CorrelationMatrix r) {
                throw new UnsupportedOperationException("measures");
            }

            @Override
            public ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
                throw new UnsupportedOperationException("scan");
            }

            @Override
            public LatticeKernel lattice(CorrelationMatrix r, List<ScanSettings> settings) {
                throw new UnsupportedOperationException("lattice");
            }
        };
        ExhaustiveScan scan = new ExhaustiveScan(
                Scorer.gaussian(broken, TestMatrices.factors(5, 1)), new ScanSettings(3, Level.PLAIN, 1));
        assertThatThrownBy(() -> scan.run(2, Monitor.NONE))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("scan");
    }

    private static ExhaustiveScan scan(CorrelationMatrix matrix, ScanSettings settings, long block, long slice) {
        BlockGrid grid = new BlockGrid(matrix.variables(), settings.order(), block);
        return new ExhaustiveScan(Scorer.gaussian(BACKEND, matrix), settings, grid, slice);
    }

    /** Everything a landscape holds, doubles as bits. */
    private static String bits(Landscape l) {
        StringBuilder bits = new StringBuilder();
        bits.append(l.total())
                .append(' ')
                .append(l.redundant())
                .append(' ')
                .append(l.synergistic())
                .append(' ');
        bits.append(l.balanced()).append(' ').append(l.singular()).append(' ');
        bits.append(Double.toHexString(l.sum())).append('\n');
        bits.append(Arrays.toString(l.singularPerVariable()));
        bits.append(Arrays.toString(l.mostSynergistic().sortedRanks()));
        bits.append(Arrays.toString(l.mostRedundant().sortedRanks())).append('\n');
        Distribution distribution = l.distribution();
        if (distribution != null) {
            bits.append(Double.toHexString(distribution.variance()));
            bits.append(Arrays.toString(distribution.histogram()));
        }
        PerVariable perVariable = l.perVariable();
        if (perVariable != null) {
            for (int i = 0; i < l.variables(); i++) {
                bits.append(perVariable.count(i)).append(' ').append(Double.toHexString(perVariable.mean(i)));
            }
        }
        return bits.toString();
    }
}
