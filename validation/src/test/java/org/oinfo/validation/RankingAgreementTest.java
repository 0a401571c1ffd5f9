package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;

/** Rankings of every backend against a full sort: exactly by canonical keys, and by the oracle's Omega within tolerance. */
class RankingAgreementTest {
    private static final double KEY_UNIT = 0x1p-40;

    /** Canonical Omega in units of 2^-40 nats, and the rank that decides ties. */
    record Keyed(long key, long rank) {}

    static Stream<CorrelationSystem> systems() {
        return CorrelationSystem.all().stream();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void rankingsAreTheFirstOfAFullSort(CorrelationSystem system) {
        for (int order = 2; order <= system.matrix().variables(); order++) {
            long[] synergistic = best(system, order, 1, Integer.MAX_VALUE);
            long[] redundant = best(system, order, -1, Integer.MAX_VALUE);
            for (Backend backend : InstalledBackends.all()) {
                for (int top : new int[] {1, 7, 1000}) {
                    String who = backend.name() + ", " + system + ", order " + order + ", top " + top;
                    Landscape found =
                            LandscapeAgreementTest.scan(backend, system, new ScanSettings(order, Level.PLAIN, top), 4);
                    assertThat(found.mostSynergistic().sortedRanks())
                            .as(who)
                            .containsExactly(
                                    LongStream.of(synergistic).limit(top).toArray());
                    assertThat(found.mostRedundant().sortedRanks())
                            .as(who)
                            .containsExactly(LongStream.of(redundant).limit(top).toArray());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void oneEndOfAScreenIsThatEndOfAFullSort(CorrelationSystem system) {
        int top = 7;
        for (int order = 2; order <= system.matrix().variables(); order++) {
            long[] synergistic = best(system, order, 1, top);
            long[] redundant = best(system, order, -1, top);
            for (Backend backend : InstalledBackends.all()) {
                for (Ends ends : Ends.values()) {
                    for (Screen screen : Screen.values()) {
                        ScanSettings settings = new ScanSettings(order, Level.EXTREMES, top, 0, ends, screen);
                        String who = backend.name() + ", " + system + ", " + settings;
                        Landscape found = LandscapeAgreementTest.scan(backend, system, settings, 4);
                        assertThat(found.mostSynergistic().sortedRanks())
                                .as(who)
                                .containsExactly(ends.synergistic() ? synergistic : new long[0]);
                        assertThat(found.mostRedundant().sortedRanks())
                                .as(who)
                                .containsExactly(ends.redundant() ? redundant : new long[0]);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void rankedOmegasAreTheSmallestTheOracleFinds(CorrelationSystem system) {
        for (int order : new int[] {3, 5}) {
            OracleLandscape oracle = new OracleLandscape(system.matrix(), order, 0);
            double[] smallest = oracle.regular().stream()
                    .mapToDouble(OracleLandscape.Entry::omega)
                    .sorted()
                    .toArray();
            double worstTolerance = oracle.regular().stream()
                    .mapToDouble(OracleLandscape.Entry::tolerance)
                    .max()
                    .orElse(0);
            for (Backend backend : InstalledBackends.all()) {
                long[] ranks = LandscapeAgreementTest.scan(backend, system, new ScanSettings(order, Level.PLAIN, 10), 1)
                        .mostSynergistic()
                        .sortedRanks();
                for (int i = 0; i < ranks.length; i++) {
                    assertThat(oracle.all().get((int) ranks[i]).omega())
                            .as("%s, %s, order %d, place %d", backend.name(), system, order, i)
                            .isCloseTo(smallest[i], within(KEY_UNIT + 2 * worstTolerance));
                }
            }
        }
    }

    /** The first ranks of a full sort, by sign * Omega and then by rank, of the n-plets that are not singular. */
    static long[] best(CorrelationSystem system, int order, int sign, int top) {
        Canonical canonical = new Canonical(system.matrix());
        List<int[]> nplets = Nplets.all(system.matrix().variables(), order);
        List<Keyed> all = new ArrayList<>();
        for (int rank = 0; rank < nplets.size(); rank++) {
            if (canonical.score(nplets.get(rank), 0, order)) {
                all.add(new Keyed(sign * (long) Math.rint(canonical.o() / KEY_UNIT), rank));
            }
        }
        return all.stream()
                .sorted(Comparator.comparingLong(Keyed::key).thenComparingLong(Keyed::rank))
                .mapToLong(Keyed::rank)
                .limit(top)
                .toArray();
    }
}
