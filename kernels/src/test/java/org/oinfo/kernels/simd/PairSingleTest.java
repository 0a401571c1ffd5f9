package org.oinfo.kernels.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
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

/** Enough variables that the screen in single precision has something to throw away, in runs of every width. */
class PairSingleTest {
    private static final int TOP = 20;

    static Stream<Systems.Named> systems() {
        int n = 40;
        return Stream.of(
                new Systems.Named("samples seed 1", Systems.samples(n, 400, 1)),
                new Systems.Named("weak correlations seed 2", Systems.samples(n, 40_000, 2)),
                new Systems.Named("factor 0.9 seed 3", Systems.factor(n, 0.9, 3)),
                new Systems.Named("factor 0.999 seed 4", Systems.factor(n, 0.999, 4)),
                new Systems.Named("block diagonal", Systems.blockDiagonal(n)),
                new Systems.Named("nearly collinear 1e-5", Systems.nearlyCollinear(n, 1e-5)),
                new Systems.Named("nearly collinear 1e-13", Systems.nearlyCollinear(n, 1e-13)),
                new Systems.Named("duplicated columns", Systems.duplicated(n, 5)),
                new Systems.Named("rank deficient", Systems.samples(n, 20, 6)));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void ranksWhatTheCanonicalRoutineRanks(Systems.Named system) {
        for (int order = 3; order <= 4; order++) {
            Canonical canonical = new Canonical(system.r());
            Combinations combinations = new Combinations(40, order);
            Ranking synergistic = new Ranking(TOP, Long.MAX_VALUE);
            Ranking redundant = new Ranking(TOP, Long.MAX_VALUE);
            int[] nplet = new int[order];
            for (long rank = 0; rank < combinations.total(); rank++) {
                combinations.unrank(rank, nplet);
                if (canonical.score(nplet, 0, order)) {
                    long key = Ranking.key(canonical.o());
                    synergistic.offer(key, rank);
                    redundant.offer(-key, rank);
                }
            }
            Landscape found = scan(system, order, Ends.BOTH, Screen.SINGLE, 0, combinations.total());
            assertThat(found.mostSynergistic().sortedRanks()).containsExactly(synergistic.sortedRanks());
            assertThat(found.mostRedundant().sortedRanks()).containsExactly(redundant.sortedRanks());
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void ranksWhatTheScreenInDoublePrecisionRanks(Systems.Named system) {
        for (int order = 3; order <= 8; order++) {
            long total = Math.min(new Combinations(40, order).total(), 300_000);
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
        for (int order = 3; order <= 8; order++) {
            ScanSettings settings = new ScanSettings(order, Level.EXTREMES, 5, 0, Ends.BOTH, Screen.SINGLE);
            var kernel = new PairScan(Systems.samples(60, 180, 7), settings);
            Landscape into = Landscape.empty(60, settings);
            kernel.scan(0, 34_220, into);
            Allocation.assertNothingPerItem(() -> kernel.scan(0, 34_220, into), 34_220);
        }
    }

    private static Landscape scan(Systems.Named system, int order, Ends ends, Screen screen, long from, long to) {
        ScanSettings settings = new ScanSettings(order, Level.EXTREMES, TOP, 0.01, ends, screen);
        Landscape landscape = Landscape.empty(40, settings);
        new PairScan(system.r(), settings).scan(from, to, landscape);
        return landscape;
    }
}
