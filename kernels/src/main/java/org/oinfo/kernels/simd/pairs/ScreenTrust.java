package org.oinfo.kernels.simd.pairs;

/**
 * How far a scan trusts its screen in single precision: the limits of {@link PairScreen}, and whether it screens in single
 * precision at all. Learnt from the runs flagged; no result depends on it.
 *
 * <p>Low limits let more data through and make the slack larger, so that more runs are flagged as candidates. Limits begin
 * high and fall where the data keep missing them. When runs are flagged too often although the limits stay (correlations so
 * weak that Omega differs by less than the slack, or so strong that the limits are missed), scanning each of them twice costs
 * more than the screen saves: the scan goes on in double precision and tries again later.
 */
final class ScreenTrust {
    /** Runs between two looks. */
    private static final int WINDOW = 1024;

    /** A limit falls when more runs of a window miss it. */
    private static final int MISSES = WINDOW / 64;

    /** The screen rests when more runs of a window are flagged. */
    private static final int FLAGGED = WINDOW / 4;

    private static final double LEAST_LIMIT = 0x1p-12;
    private static final double STEP = 4;

    /** N-plets of the first rest, doubled by each that follows at once, and of the longest. */
    private static final long SHORTEST_REST = 1L << 22;

    private static final long LONGEST_REST = 1L << 32;

    private final int order;
    private double minor = 0x1p-4;
    private double product = 0x1p-6;
    private int runs;
    private int flagged;
    private int minors;
    private int products;
    private long left;
    private long rest = SHORTEST_REST;

    ScreenTrust(int order) {
        this.order = order;
    }

    /** Limit of d_0. */
    double minor() {
        return minor;
    }

    /** Limit of w_0 prod d_i. */
    double product() {
        return product;
    }

    /** Bound on the relative error of exp(2 Omega). */
    double slack() {
        return PairScreen.slack(order, minor, product);
    }

    /** Whether to screen in single precision now. */
    boolean ready() {
        return left <= 0;
    }

    /** N-plets are scanned in double precision. */
    void rest(long nplets) {
        left -= nplets;
    }

    /** A run returned these flags; true when the limits moved. */
    boolean learn(int flags) {
        flagged += flags != 0 ? 1 : 0;
        minors += (flags & PairScreen.MINOR) != 0 ? 1 : 0;
        products += (flags & PairScreen.PRODUCT) != 0 ? 1 : 0;
        return ++runs == WINDOW && look();
    }

    private boolean look() {
        boolean moved = false;
        if (minors > MISSES && minor > LEAST_LIMIT) {
            minor /= STEP;
            moved = true;
        }
        if (products > MISSES && product > LEAST_LIMIT) {
            product /= STEP;
            moved = true;
        }
        if (flagged <= FLAGGED) {
            rest = SHORTEST_REST;
        } else if (!moved) {
            left = rest;
            rest = Math.min(LONGEST_REST, 2 * rest);
        }
        runs = 0;
        flagged = 0;
        minors = 0;
        products = 0;
        return moved;
    }
}
