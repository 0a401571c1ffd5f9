package org.oinfo.kernels.simd.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Allocation;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;
import org.oinfo.kernels.Systems;
import org.oinfo.kernels.simd.lanes.Lanes;

/** Enough variables that the screen in single precision has something to throw away, in runs of every width. */
@Tag("kernel-contract")
class PairSingleTest {
    private static final int TOP = 20;
    /** Room for runs of two whole vectors at every lane width. */
    private static final int N = 70;
    /** N-plets of an order; few where vectors are emulated, which is no matter of what the screen throws away. */
    private static final long PART = emulated() ? 5_000 : 40_000;

    static Stream<Systems.Named> systems() {
        return Stream.of(
                new Systems.Named("samples seed 1", Systems.samples(N, 400, 1)),
                new Systems.Named("weak correlations seed 2", Systems.samples(N, 40_000, 2)),
                new Systems.Named("factor 0.9 seed 3", Systems.factor(N, 0.9, 3)),
                new Systems.Named("factor 0.999 seed 4", Systems.factor(N, 0.999, 4)),
                new Systems.Named("block diagonal", Systems.blockDiagonal(N)),
                new Systems.Named("nearly collinear 1e-5", Systems.nearlyCollinear(N, 1e-5)),
                new Systems.Named("nearly collinear 1e-13", Systems.nearlyCollinear(N, 1e-13)),
                new Systems.Named("duplicated columns", Systems.duplicated(N, 5)),
                new Systems.Named("rank deficient", Systems.samples(N, 20, 6)));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void ranksWhatTheCanonicalRoutineRanks(Systems.Named system) {
        for (int order = 3; order <= 4; order++) {
            Canonical canonical = new Canonical(system.r());
            Combinations combinations = new Combinations(N, order);
            long total = Math.min(combinations.total(), PART);
            Ranking synergistic = new Ranking(TOP, Long.MAX_VALUE);
            Ranking redundant = new Ranking(TOP, Long.MAX_VALUE);
            int[] nplet = new int[order];
            for (long rank = 0; rank < total; rank++) {
                combinations.unrank(rank, nplet);
                if (canonical.score(nplet, 0, order)) {
                    long key = Ranking.key(canonical.o());
                    synergistic.offer(key, rank);
                    redundant.offer(-key, rank);
                }
            }
            Landscape found = scan(system, order, Ends.BOTH, Screen.SINGLE, 0, total);
            assertThat(found.mostSynergistic().sortedRanks()).containsExactly(synergistic.sortedRanks());
            assertThat(found.mostRedundant().sortedRanks()).containsExactly(redundant.sortedRanks());
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void ranksWhatTheScreenInDoublePrecisionRanks(Systems.Named system) {
        for (int order = 3; order <= 8; order++) {
            long total = Math.min(new Combinations(N, order).total(), PART);
            for (Ends ends : Ends.values()) {
                Landscape single = scan(system, order, ends, Screen.SINGLE, 0, total);
                Landscape twice = scan(system, order, ends, Screen.DOUBLE, 0, total);
                String what = system + " order " + order + " " + ends;
                assertThat(single.total()).as(what).isEqualTo(total);
                assertThat(single.mostSynergistic().sortedRanks())
                        .as(what)
                        .containsExactly(twice.mostSynergistic().sortedRanks());
                assertThat(single.mostRedundant().sortedRanks())
                        .as(what)
                        .containsExactly(twice.mostRedundant().sortedRanks());
            }
        }
    }

    @Test
    void nothingIsAllocatedPerNplet() {
        assumeFalse(emulated(), "vectors wider than the machine's are emulated");
        for (int order = 3; order <= 8; order++) {
            ScanSettings settings = new ScanSettings(order, Level.EXTREMES, 5, 0, Ends.BOTH, Screen.SINGLE);
            var kernel = PairScan.kernel(Systems.samples(60, 180, 7), settings);
            Landscape into = Landscape.empty(60, settings);
            kernel.scan(0, 34_220, into);
            Allocation.assertNothingPerItem(() -> kernel.scan(0, 34_220, into), 34_220);
        }
    }

    private static boolean emulated() {
        return Lanes.COUNT > DoubleVector.SPECIES_PREFERRED.length();
    }

    private static Landscape scan(Systems.Named system, int order, Ends ends, Screen screen, long from, long to) {
        ScanSettings settings = new ScanSettings(order, Level.EXTREMES, TOP, 0.01, ends, screen);
        Landscape landscape = Landscape.empty(N, settings);
        PairScan.kernel(system.r(), settings).scan(from, to, landscape);
        return landscape;
    }
}
