package org.oinfo.report;

import java.util.Locale;

/** Numbers for people. */
public final class NumberText {
    /** {@link Double#toString} writes numbers from here ... */
    static final double SMALL = 1e-3;
    /** ... to there without an exponent. */
    private static final double PLAIN = 1e7;

    private static final int DECIMALS = 6;
    private static final long MILLION = 1_000_000;

    private NumberText() {}

    /** Whole numbers as they are, others with six decimals, or four significant digits when that would hide them. */
    public static String of(double x) {
        if (!Double.isFinite(x)) {
            return Provenance.NONE;
        }
        if (Math.rint(x) == x && Math.abs(x) < 1e15) {
            return Long.toString((long) x);
        }
        return Math.abs(x) < SMALL || Math.abs(x) >= 1e9 ? String.format(Locale.ROOT, "%.3e", x) : sixDecimals(x);
    }

    /**
     * What the format {@code %.6f} makes of a number, a tenth of the time for most: the shortest decimal that reads back the same,
     * rounded half up.
     */
    static String sixDecimals(double x) {
        double size = Math.abs(x);
        if (!(size >= SMALL && size < PLAIN)) {
            return String.format(Locale.ROOT, "%.6f", x);
        }
        String shortest = Double.toString(size);
        int point = shortest.indexOf('.');
        long millionths = 0;
        for (int i = 0; i <= point + DECIMALS; i++) {
            if (i != point) {
                millionths = 10 * millionths + digit(shortest, i);
            }
        }
        if (digit(shortest, point + DECIMALS + 1) >= 5) {
            millionths++;
        }
        StringBuilder text = new StringBuilder(17).append(x < 0 ? "-" : "").append(millionths / MILLION);
        // The 1 before the decimals keeps their zeros, and makes way for the point.
        int at = text.length();
        text.append(MILLION + millionths % MILLION).setCharAt(at, '.');
        return text.toString();
    }

    private static int digit(String decimal, int at) {
        return at < decimal.length() ? decimal.charAt(at) - '0' : 0;
    }
}
