package org.oinfo.cuda;

import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;

/** Which kernel a scan needs, and how much shared memory the pair-stationary ones take. */
final class ScanVariant {
    /** {@code sharedBytes<M, LEVEL>()} without histogram for orders 3 to 8, and the histogram's: asserted in scan_pairs.cu. */
    private static final int[] SHARED = {19760, 33840, 51504, 39072, 49184, 59296};

    private static final int HISTOGRAM = 41104;

    private ScanVariant() {}

    /** Name of the pair-stationary kernel. */
    static String name(ScanSettings settings) {
        String ends = switch (settings.ends()) {
            case BOTH -> "both";
            case REDUNDANT -> "high";
            case SYNERGISTIC -> "low";
        };
        return "scan_pairs_" + settings.order() + '_' + (settings.level() == Level.EXTREMES ? ends : level(settings));
    }

    /** As kernels that always look at both ends are called. */
    static String level(ScanSettings settings) {
        return switch (settings.level()) {
            case EXTREMES -> "extremes";
            case PLAIN -> "plain";
            case VARIABLES, FULL -> "full";
        };
    }

    static int sharedBytes(ScanSettings settings) {
        return SHARED[settings.order() - CudaScan.SMALLEST_ORDER]
                + (settings.level().perVariable() ? HISTOGRAM : 0);
    }
}
