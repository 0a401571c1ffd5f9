package org.oinfo.kernels.posterior;

/**
 * Natural logarithm of a number that is at least 1, operation by operation that of lanes_log.h and of the vector kernels: of 1 exactly
 * 0, of more never below 0.
 */
final class Logarithm {
    private static final long ONE = 0x3FF0000000000000L;
    private static final long MANTISSA = 0x000FFFFFFFFFFFFFL;
    private static final long SQRT_HALF = 0x3FE6A09E667F3BCDL;

    private Logarithm() {}

    static double of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long shifted = bits + (ONE - SQRT_HALF);
        double m = Double.longBitsToDouble(bits - (shifted & ~MANTISSA) + ONE);
        double e = Double.longBitsToDouble(shifted >>> 52 | 0x4330000000000000L) - (0x1p52 + 1023);
        double z = (m - 1) / (m + 1);
        double y = z * z;
        double y2 = y * y;
        double first = Math.fma(y, 0x1.99999999952d7p-2, 0x1.5555555555558p-1)
                + y2 * Math.fma(y, 0x1.c71c62e3f11e6p-3, 0x1.2492492df281ap-2);
        double last = Math.fma(y2, 0x1.2b5900de53b32p-3, Math.fma(y, 0x1.39fe51a7c18f9p-3, 0x1.7462b51cb66b1p-3));
        double series = Math.fma(y2 * y2, last, first);
        double small = Math.fma(series * y, z, e * 0x1.a39ef35793c76p-33);
        return Math.fma(e, 0x1.62e42feep-1, z + z + small);
    }
}
