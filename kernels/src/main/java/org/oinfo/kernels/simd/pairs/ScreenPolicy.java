package org.oinfo.kernels.simd.pairs;

import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.lanes.SingleLanes;

/**
 * Where a scan at level extremes screens in single precision when nothing else is asked for: where it measured faster with 8
 * lanes, for either end and both. Strips are twice as wide as in double precision, so few variables fill them badly; wider
 * vectors want as many times more variables (an extrapolation).
 */
final class ScreenPolicy {
    /** Fewest variables with 8 lanes: at order 3, at orders 4 and 5, and at orders 6 to 8. */
    private static final int LEAST_AT_ORDER_3 = 256;

    private static final int LEAST_AT_ORDERS_4_AND_5 = 100;
    private static final int LEAST_BEYOND = 150;

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
        int least = order == 3 ? LEAST_AT_ORDER_3 : order <= 5 ? LEAST_AT_ORDERS_4_AND_5 : LEAST_BEYOND;
        return least * Math.max(8, SingleLanes.COUNT) / 8;
    }
}
