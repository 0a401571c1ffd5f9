package org.oinfo.kernels.posterior;

/**
 * The exponential function of what is at most 0: 2^n e^r, |r| at most ln(2)/2, e^r by its series to r^12, whose rest is below
 * 2e-16. Below -708, where all that is left is no part of a sum that is at least 1, it is that of -708.
 */
final class Exponential {
    private static final double LOWEST = -708;
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double LN2_REST = 0x1.abc9e3b39803fp-56;
    /** Added to a number it leaves the whole part in the lowest bits. */
    private static final double WHOLE = 0x1.8p52;

    private Exponential() {}

    static double of(double argument) {
        double x = Math.max(argument, LOWEST);
        double shifted = Math.fma(x, LOG2_E, WHOLE);
        double n = shifted - WHOLE;
        double r = Math.fma(-n, LN2_REST, Math.fma(-n, LN2, x));
        double r2 = r * r;
        double r4 = r2 * r2;
        double first = Math.fma(r2, Math.fma(r, 1.0 / 6, 0.5), r + 1);
        double second = Math.fma(r2, Math.fma(r, 1.0 / 5040, 1.0 / 720), Math.fma(r, 1.0 / 120, 1.0 / 24));
        double third = Math.fma(r2, Math.fma(r, 1.0 / 39916800, 1.0 / 3628800), Math.fma(r, 1.0 / 362880, 1.0 / 40320));
        double high = Math.fma(r4, 1.0 / 479001600, third);
        double p = Math.fma(r4 * r4, high, Math.fma(r4, second, first));
        return Double.longBitsToDouble(Double.doubleToRawLongBits(p) + (Double.doubleToRawLongBits(shifted) << 52));
    }
}
