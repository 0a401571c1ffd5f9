package org.oinfo.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.oinfo.cuda.driver.DeviceMemory;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;

/** {@code ScanParams} of {@code scan_memory.cuh}, field by field: keep both in step. */
final class ScanParameters {
    private static final int BYTES = 176;
    private static final int FROM = 24;
    private static final int FIRST_PREFIX_END = 40;
    private static final int HIGH = 64;
    private static final int RESULT = 104;
    private static final int VARIABLES = 160;
    private static final int FROM_Q = 164;

    /** Thresholds stop here, far beyond any Omega, so that products with them stay finite when everything may enter. */
    private static final double LARGEST_THRESHOLD = 1e100;

    private final ByteBuffer struct = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.nativeOrder());

    ScanParameters(int variables, ScanSettings settings, DeviceMemory r, DeviceMemory before, ScanMemory memory) {
        struct.putLong(0, r.address());
        struct.putLong(8, before.address());
        struct.putLong(16, memory.next());
        struct.putDouble(56, StrictMath.exp(2 * settings.bias()));
        struct.putDouble(80, StrictMath.exp(2 * OmegaHistogram.BALANCED));
        struct.putDouble(88, StrictMath.exp(-2 * OmegaHistogram.BALANCED));
        struct.putDouble(96, Canonical.error(settings.order()));
        memory.putResult(struct, RESULT);
        struct.putInt(VARIABLES, variables);
    }

    /** Where the first prefix begins within its items and the last one ends, and which items are theirs. */
    void setEnds(long firstPrefixEnd, int fromQ, long lastPrefixStart, int toQ) {
        struct.putLong(FIRST_PREFIX_END, firstPrefixEnd);
        struct.putLong(FIRST_PREFIX_END + 8, lastPrefixStart);
        struct.putInt(FROM_Q, fromQ);
        struct.putInt(FROM_Q + 4, toQ);
    }

    void setItems(long from, long to) {
        struct.putLong(FROM, from);
        struct.putLong(FROM + 8, to);
    }

    /** Omega less its bias from which on, and up to which, n-plets are candidates; infinite while everything is. */
    void setThresholds(double highest, double lowest) {
        struct.putDouble(HIGH, Math.min(LARGEST_THRESHOLD, Math.exp(2 * highest)));
        struct.putDouble(HIGH + 8, Math.min(LARGEST_THRESHOLD, Math.exp(2 * lowest)));
    }

    ByteBuffer struct() {
        return struct;
    }
}
