package org.oinfo.kernels.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.ForcedScan;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanContract;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Systems;
import org.oinfo.kernels.pairs.PairEngine;
import org.oinfo.kernels.pairs.PairWalk;
import org.oinfo.kernels.simd.pairs.PairScan;
import org.oinfo.kernels.simd.sweep.SweepScan;

/** The pair-stationary scan in C, also with so few variables that the backend would not choose it. */
class NativePairScanTest extends ScanContract {
    @Override
    protected Backend backend() {
        return new ForcedScan(Here.backend(), NativePairScanTest::scan);
    }

    static Stream<Systems.Named> manySystems() {
        return Stream.of(18, 37).flatMap(Systems::all);
    }

    @ParameterizedTest
    @MethodSource("manySystems")
    void hasTheBitsOfSimdHoweverManyPrefixesRunAtOnce(Systems.Named system) {
        Here.needsLibrary();
        int n = system.r().variables();
        for (int order = 3; order <= (n > 18 ? 5 : 8); order++) {
            long total = new Combinations(n, order).total();
            // The longest rows and the shortest: what lies between has no other loops.
            long part = Math.min(total, 25_000);
            for (Level level : Level.values()) {
                ScanSettings settings = new ScanSettings(order, level, 7, 0.01).withDeterminants(level.counts());
                for (long[] range : new long[][] {{0, part}, {total - part + part / 7, total - part / 5}}) {
                    String simd = told(PairScan.kernel(system.r(), settings), n, settings, range);
                    for (int prefixes = 1; prefixes <= (level == Level.FULL || order == 3 ? 1 : 2); prefixes++) {
                        PairEngine engine = level == Level.FULL
                                ? new NativeFullScan(system.r(), settings)
                                : new NativePairScan(system.r(), settings, prefixes);
                        ScanKernel kernel = new PairWalk(n, order, engine, new SweepScan(system.r(), settings));
                        assertThat(told(kernel, n, settings, range))
                                .as("%s N=%d %s %d at once", system.name(), n, settings, prefixes)
                                .isEqualTo(simd);
                    }
                }
            }
        }
    }

    /** Everything that a scan tells, to the last bit. */
    private static String told(ScanKernel scan, int n, ScanSettings settings, long[] range) {
        Landscape landscape = Landscape.empty(n, settings);
        try (scan) {
            scan.scan(range[0], range[1], landscape);
        }
        StringBuilder text = new StringBuilder();
        text.append(landscape.total()).append(' ').append(landscape.redundant());
        text.append(' ').append(landscape.synergistic()).append(' ').append(landscape.singular());
        text.append(' ').append(Double.toHexString(landscape.sum()));
        text.append(' ').append(Double.toHexString(landscape.determinants()));
        text.append(Arrays.toString(landscape.mostRedundant().sortedRanks()));
        text.append(Arrays.toString(landscape.mostSynergistic().sortedRanks()));
        if (settings.level() == Level.FULL) {
            Distribution distribution = landscape.requireDistribution();
            text.append(Double.toHexString(distribution.variance()));
            text.append(Arrays.hashCode(distribution.histogram()));
            for (int v = 0; v < n; v++) {
                text.append(' ').append(landscape.requirePerVariable().count(v));
                text.append(' ')
                        .append(Double.toHexString(
                                landscape.requirePerVariable().mean(v)));
            }
        }
        return text.toString();
    }

    /** What suits few variables only is scanned in pairs too. */
    private static ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
        int k = settings.order();
        boolean pairs = k >= 3 && k <= 8;
        return pairs
                ? new PairWalk(r.variables(), k, NativeBackend.pairs(r, settings), new SweepScan(r, settings))
                : Here.backend().scan(r, settings);
    }
}
