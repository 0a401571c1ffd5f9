package org.oinfo.cuda;

import org.oinfo.cuda.driver.CudaDevice;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;

/** Which kernel a scan needs, and how much shared memory the pair-stationary ones take. */
final class ScanVariant {
    /** {@code sharedBytes<M, LEVEL>()} without histogram for orders 3 to 8, and the histogram's: asserted in scan_pairs.cu. */
    private static final int[] SHARED = {19760, 33840, 51504, 39072, 49184, 59296};

    private static final int HISTOGRAM = 41104;
    /** {@code DeterminantFactors<M>}, where determinants are summed. */
    private static final int FACTORS = 1808;

    private static final int FACTORS_OF_NARROW_TILES = 1680;
    private static final int LARGEST_ORDER_OF_WIDE_TILES = 5;

    /** Ends the names of kernels in single precision; they need less shared memory. */
    static final String SINGLE = "_single";

    private static final int FEW_DOUBLES = 16;

    private ScanVariant() {}

    /**
     * Whether candidates are selected in single precision: where it was asked for, and by itself on devices with few units for
     * doubles. On others the comparison is bound by the number of instructions, which is the same.
     */
    static boolean single(ScanSettings settings, CudaDevice device) {
        return settings.level() == Level.EXTREMES
                && (settings.screen() == Screen.SINGLE
                        || (settings.screen() == Screen.AUTO && device.singleToDouble() >= FEW_DOUBLES));
    }

    /** Name of the pair-stationary kernel; its twin in single precision has {@link #SINGLE} behind. */
    static String name(ScanSettings settings) {
        String ends = switch (settings.ends()) {
            case BOTH -> "both";
            case REDUNDANT -> "high";
            case SYNERGISTIC -> "low";
        };
        return "scan_pairs_" + settings.order() + '_' + (settings.level() == Level.EXTREMES ? ends : level(settings))
                + (settings.determinants() ? "_summed" : "");
    }

    /** As kernels that always look at both ends are called. */
    static String level(ScanSettings settings) {
        return switch (settings.level()) {
            case EXTREMES -> "extremes";
            case PLAIN -> "plain";
            case FULL -> "full";
        };
    }

    static int sharedBytes(ScanSettings settings) {
        return SHARED[settings.order() - CudaPairScan.SMALLEST_ORDER]
                + (settings.level() == Level.FULL ? HISTOGRAM : 0)
                + (settings.determinants() ? factors(settings.order()) : 0);
    }

    private static int factors(int order) {
        return order <= LARGEST_ORDER_OF_WIDE_TILES ? FACTORS : FACTORS_OF_NARROW_TILES;
    }
}
