package org.oinfo.kernels.foreign;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.ForcedScan;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanContract;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Systems;
import org.oinfo.kernels.simd.sweep.SweepScan;

/** The bordered sweep in C, for every order. */
class NativeSweepScanTest extends ScanContract {
    @Override
    protected Backend backend() {
        return new ForcedScan(Here.backend(), NativeSweepScan::new);
    }

    static Stream<Systems.Named> twins() {
        return Stream.of(3, 9, 17, 21).flatMap(Systems::all);
    }

    @ParameterizedTest
    @MethodSource("twins")
    void theBitsAreThoseOfTheTwin(Systems.Named system) {
        Here.needsLibrary();
        int n = system.r().variables();
        for (int order : new int[] {2, 3, 4, 7, 12}) {
            for (Level level : Level.values()) {
                if (order <= n) {
                    ScanSettings settings = new ScanSettings(order, level, 9, 0.01);
                    compare(system, settings.withDeterminants(level.counts()));
                }
            }
        }
    }

    /** A whole order, or the beginning of it, in two ranges with ragged ends. */
    private static void compare(Systems.Named system, ScanSettings settings) {
        int n = system.r().variables();
        long total = Math.min(4000, new Combinations(n, settings.order()).total());
        try (ScanKernel here = new NativeSweepScan(system.r(), settings);
                ScanKernel there = new SweepScan(system.r(), settings)) {
            for (long[] range : new long[][] {{0, total / 3}, {total / 3, total}}) {
                Landscape inC = Landscape.empty(n, settings);
                Landscape simd = Landscape.empty(n, settings);
                here.scan(range[0], range[1], inC);
                there.scan(range[0], range[1], simd);
                SameBits.check(inC, simd, system.name() + " N=" + n + " " + settings);
            }
        }
    }
}
