package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.PerVariable;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/** Everything a scan counts, sums and averages, against every n-plet scored by the oracle. */
class LandscapeAgreementTest {
    /** A conditional variance within 0.1 % of the singular threshold may be decided either way. */
    private static final double SINGULAR_MARGIN = 1e-3;

    private static final int[] ORDERS = {2, 3, 4, 5, 6, 9};

    static Stream<CorrelationSystem> systems() {
        return CorrelationSystem.all().stream();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void scanFindsWhatTheOracleFinds(CorrelationSystem system) {
        for (int order : ORDERS) {
            OracleLandscape oracle = new OracleLandscape(system.matrix(), order, 0);
            for (Backend backend : InstalledBackends.all()) {
                String who = backend.name() + ", " + system + ", order " + order;
                for (Level level : Level.values()) {
                    ScanSettings settings = new ScanSettings(order, level, 5);
                    assertSame(who + ", " + level, scan(backend, system, settings, 1), oracle);
                    assertSame(who + ", " + level + ", in 3 ranges", scan(backend, system, settings, 3), oracle);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void biasMovesCountsAndMoments(CorrelationSystem system) {
        double bias = -0.0314159;
        OracleLandscape oracle = new OracleLandscape(system.matrix(), 4, bias);
        for (Backend backend : InstalledBackends.all()) {
            String who = backend.name() + ", " + system + ", bias " + bias;
            assertSame(who, scan(backend, system, new ScanSettings(4, Level.FULL, 5, bias), 1), oracle);
        }
    }

    /** Scans an order in some ranges with ragged ends, as workers do that share one landscape. */
    static Landscape scan(Backend backend, CorrelationSystem system, ScanSettings settings, int ranges) {
        long total = Nplets.all(system.matrix().variables(), settings.order()).size();
        Landscape whole = Landscape.empty(system.matrix().variables(), settings);
        try (ScanKernel kernel = backend.scan(system.matrix(), settings)) {
            for (int i = 0; i < ranges; i++) {
                Landscape part = whole.emptyForNextRange();
                kernel.scan(total * i / ranges, total * (i + 1) / ranges, part);
                whole.merge(part);
            }
        }
        return whole;
    }

    /** Holds all that a scan of the oracle's n-plets found, but rankings, to the oracle. */
    static void assertSame(String who, Landscape found, OracleLandscape oracle) {
        Level level = found.settings().level();
        assertThat(found.total()).as(who).isEqualTo(oracle.all().size());
        if (level.counts()) {
            assertCounts(who, found, oracle);
        }
        if (level == Level.FULL) {
            assertPerVariable(who, Objects.requireNonNull(found.perVariable()), found.variables(), oracle);
            assertDistribution(who, Objects.requireNonNull(found.distribution()), oracle);
        }
    }

    private static void assertCounts(String who, Landscape found, OracleLandscape oracle) {
        assertThat(found.singular())
                .as(who + ": singular")
                .isBetween(
                        oracle.count(e -> e.singular(1 - SINGULAR_MARGIN)),
                        oracle.count(e -> e.singular(1 + SINGULAR_MARGIN)));
        for (int v = 0; v < found.variables(); v++) {
            int variable = v;
            assertThat(found.singularPerVariable()[v])
                    .as(who + ": singular with variable " + v)
                    .isBetween(
                            oracle.count(e -> e.holds(variable) && e.singular(1 - SINGULAR_MARGIN)),
                            oracle.count(e -> e.holds(variable) && e.singular(1 + SINGULAR_MARGIN)));
        }
        double infinity = Double.POSITIVE_INFINITY;
        double balanced = OracleLandscape.BALANCED;
        assertCount(who + ": redundant", found.redundant(), oracle, balanced, infinity);
        assertCount(who + ": synergistic", found.synergistic(), oracle, -infinity, -balanced);
        assertCount(who + ": balanced", found.balanced(), oracle, -balanced, balanced);
        assertMean(who + ": mean", found.mean(), oracle.regular());
    }

    private static void assertPerVariable(String who, PerVariable found, int n, OracleLandscape oracle) {
        for (int v = 0; v < n; v++) {
            int variable = v;
            List<OracleLandscape.Entry> holding =
                    oracle.regular().stream().filter(e -> e.holds(variable)).toList();
            assertThat(found.count(v)).as(who + ": n-plets with variable " + v).isEqualTo(holding.size());
            assertMean(who + ": mean with variable " + v, found.mean(v), holding);
        }
    }

    private static void assertDistribution(String who, Distribution found, OracleLandscape oracle) {
        List<OracleLandscape.Entry> regular = oracle.regular();
        if (regular.isEmpty()) {
            assertThat(found.variance()).as(who).isNaN();
        } else {
            double spread = 1 + Math.sqrt(OracleLandscape.variance(regular));
            assertThat(found.variance())
                    .as(who + ": variance")
                    .isCloseTo(
                            OracleLandscape.variance(regular), within(4 * spread * OracleLandscape.tolerance(regular)));
        }
        long sum = 0;
        for (int bin = 0; bin < OmegaHistogram.size(); bin++) {
            long count = found.histogram()[bin];
            sum += count;
            // Empty bins need no look of their own: what they miss is too much in another, or missing in the sum.
            if (count != 0) {
                assertCount(
                        who + ": bin " + bin, count, oracle, OmegaHistogram.edge(bin), OmegaHistogram.edge(bin + 1));
            }
        }
        assertThat(sum).as(who + ": sum of bins").isEqualTo(regular.size());
    }

    private static void assertCount(String who, long found, OracleLandscape oracle, double low, double high) {
        assertThat(found).as(who).isBetween(oracle.countWithin(low, high, -1), oracle.countWithin(low, high, 1));
    }

    private static void assertMean(String who, double found, List<OracleLandscape.Entry> entries) {
        if (entries.isEmpty()) {
            assertThat(found).as(who).isNaN();
        } else {
            assertThat(found)
                    .as(who)
                    .isCloseTo(OracleLandscape.mean(entries), within(OracleLandscape.tolerance(entries)));
        }
    }
}
