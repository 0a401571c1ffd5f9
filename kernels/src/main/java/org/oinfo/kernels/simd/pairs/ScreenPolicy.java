package org.oinfo.kernels.simd.pairs;

import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.lanes.SingleLanes;

/**
 * Where a scan at level extremes screens in single precision when nothing else is asked for: where it measured faster with 8 and
 * with 16 lanes. Strips are twice as wide as in double precision, so few variables fill them badly.
 */
final class ScreenPolicy {
    /** Fewest variables at order 3, at orders 4 and 5, and at orders 6 to 8. */
    private record Least(int atOrder3, int atOrders4And5, int beyond) {}

    private static final Least EIGHT_LANES = new Least(256, 100, 150);
    private static final Least SIXTEEN_LANES = new Least(512, 200, 150);

    private ScreenPolicy() {}

    /** Whether to screen in single precision, for an order of {@link PairScan}. */
    static boolean single(ScanSettings settings, int n) {
        return switch (settings.screen()) {
            case DOUBLE -> false;
            case SINGLE -> true;
            case AUTO -> settings.level() == Level.EXTREMES && n >= least(settings.order());
        };
    }

    private static int least(int order) {
        Least least = SingleLanes.COUNT > 8 ? SIXTEEN_LANES : EIGHT_LANES;
        return order == 3 ? least.atOrder3 : order <= 5 ? least.atOrders4And5 : least.beyond;
    }
}
