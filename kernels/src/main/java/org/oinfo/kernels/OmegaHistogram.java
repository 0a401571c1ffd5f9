package org.oinfo.kernels;

/**
 * Histogram of Omega with bins that need no logarithm: the sign of Omega and the top bits (exponent and 3 of the mantissa)
 * of x = e^(2|Omega|) - 1.
 *
 * <pre>
 *   0        1 .. BINS                BINS+1      BINS+2 .. 2 BINS+1          2 BINS+2
 *   overflow synergy, large to small  balanced    redundancy, small to large  overflow
 * </pre>
 *
 * <p>Bins cover 1e-10 &lt; |Omega| &lt; 44.4 nats with 8 per doubling of x.
 */
public final class OmegaHistogram {
    /** |Omega| up to this, in nats, is balanced. */
    public static final double BALANCED = 1e-10;

    private static final int LOWEST_EXPONENT = -33;
    private static final int HIGHEST_EXPONENT = 127;
    /** The first bin of the lowest exponent that reaches beyond balanced: e^(2e-10) - 1 = 1.72 * 2^-33. */
    private static final int LOWEST_EIGHTH = 5;

    private static final int BINS = (HIGHEST_EXPONENT - LOWEST_EXPONENT + 1) * 8 - LOWEST_EIGHTH;
    private static final int MIDDLE = BINS + 1;
    private static final long FIRST = ((long) (1023 + LOWEST_EXPONENT) << 3) + LOWEST_EIGHTH;

    /** {@link #bin} of x is MIDDLE +- (1 + (bits of x >>> SHIFT) - FIRST_STEP), at most STEPS from there: for vector code. */
    public static final int SHIFT = 49;

    /** See {@link #SHIFT}. */
    public static final long FIRST_STEP = FIRST;

    /** See {@link #SHIFT}. */
    public static final int STEPS = BINS + 1;

    /** Bits of the smallest x of an n-plet that is not balanced. */
    public static final long SMALLEST_UNBALANCED = Double.doubleToRawLongBits(StrictMath.expm1(2 * BALANCED)) + 1;

    private OmegaHistogram() {}

    /** Number of bins. */
    public static int size() {
        return 2 * BINS + 3;
    }

    /** Index of the balanced bin. */
    public static int balanced() {
        return MIDDLE;
    }

    /**
     * Bin of an n-plet that is not balanced.
     *
     * @param redundant the sign of Omega
     * @param x e^(2|Omega|) - 1, more than 2e-10; infinity falls into the overflow bin
     */
    public static int bin(boolean redundant, double x) {
        // Bit 49 up: exponent and 3 bits of mantissa, as one number that grows with x.
        long step = Math.min(Math.max((Double.doubleToRawLongBits(x) >>> SHIFT) - FIRST, 0), BINS);
        return redundant ? MIDDLE + 1 + (int) step : MIDDLE - 1 - (int) step;
    }

    /** Bin of any Omega, in nats. */
    public static int bin(double omega) {
        return Math.abs(omega) <= BALANCED ? MIDDLE : bin(omega > 0, Math.expm1(2 * Math.abs(omega)));
    }

    /**
     * Lower edge of a bin in nats; bin {@code i} lies between edge(i) and edge(i+1) and holds the edge nearer to zero (balanced:
     * both). The overflow bins end at infinity.
     */
    public static double edge(int i) {
        if (i <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (i >= size()) {
            return Double.POSITIVE_INFINITY;
        }
        return i <= MIDDLE ? -magnitude(MIDDLE - i) : magnitude(i - MIDDLE - 1);
    }

    /** |Omega| where bin {@code step} of one side begins; the first begins where balanced ends. */
    private static double magnitude(int step) {
        double x = Double.longBitsToDouble((FIRST + step) << SHIFT);
        return step == 0 ? BALANCED : 0.5 * Math.log1p(x);
    }
}
