package org.oinfo.scan;

import java.util.List;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Level;

/**
 * Chooses between one walk over all subsets and one scan for each order, by what they are expected to cost.
 *
 * <p>Measured at N = 20 and 30 with 4 lanes: the walk takes about 16 ns for each of the 2^N subsets, wanted or not; a scan of
 * order k about 12 + k^3/20 ns for each n-plet. Only the ratio matters here, and it is much the same on other machines.
 */
public final class ScanPlan {
    /** Below, either way takes no time. */
    private static final int FEWEST_VARIABLES = 12;
    /** Subsets beyond this many variables take weeks. */
    private static final int MOST_VARIABLES = 48;

    private static final double WALK_NANOS = 16;
    private static final double SCAN_NANOS = 12;
    private static final double SCAN_NANOS_CUBE = 0.05;

    private ScanPlan() {}

    /**
     * Whether one walk over all subsets is expected to be faster than a scan for each order.
     *
     * @param variables N
     * @param orders each at most N
     */
    public static boolean oneWalk(int variables, List<Integer> orders, Level level) {
        if (level == Level.FULL || orders.size() < 2 || variables < FEWEST_VARIABLES || variables > MOST_VARIABLES) {
            return false;
        }
        double scans = 0;
        for (int k : orders) {
            scans += new Combinations(variables, k).total() * (SCAN_NANOS + SCAN_NANOS_CUBE * k * k * k);
        }
        return Math.scalb(WALK_NANOS, variables) < scans;
    }
}
