package org.oinfo.cuda;

import org.oinfo.kernels.ScanSettings;

/** Which kernel of {@code scan_pairs.cu} a scan needs, and how much shared memory. */
final class ScanVariant {
    /** {@code sharedBytes<M, LEVEL>()} without histogram for orders 3 to 8, and the histogram's: asserted in scan_pairs.cu. */
    private static final int[] SHARED = {19760, 33840, 51504, 39072, 49184, 59296};

    private static final int HISTOGRAM = 41104;

    private ScanVariant() {}

    static String name(ScanSettings settings) {
        String level = switch (settings.level()) {
            case EXTREMES ->
                switch (settings.ends()) {
                    case BOTH -> "both";
                    case REDUNDANT -> "high";
                    case SYNERGISTIC -> "low";
                };
            case PLAIN -> "plain";
            case VARIABLES, FULL -> "full";
        };
        return "scan_pairs_" + settings.order() + '_' + level;
    }

    static int sharedBytes(ScanSettings settings) {
        return SHARED[settings.order() - CudaScan.SMALLEST_ORDER]
                + (settings.level().perVariable() ? HISTOGRAM : 0);
    }
}
