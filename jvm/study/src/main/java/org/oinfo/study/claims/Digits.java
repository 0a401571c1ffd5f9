package org.oinfo.study.claims;

import java.util.Locale;
import org.oinfo.report.Provenance;
import org.oinfo.study.result.Interval;

/** Numbers with as many digits as they can bear. */
public final class Digits {
    /** Values outside are written with a power of ten. */
    private static final double SMALL = 1e-4;

    private static final double LARGE = 1e6;
    private static final int MOST_DECIMALS = 6;
    private static final double ROUNDING = 1e-12;

    private Digits() {}

    /** Whole numbers as they are, others to three significant digits. */
    public static String of(double x) {
        return significant(x, 3);
    }

    private static String significant(double x, int digits) {
        if (!Double.isFinite(x)) {
            return Provenance.NONE;
        }
        if (x != 0 && (Math.abs(x) < SMALL || Math.abs(x) >= LARGE)) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", x);
        }
        return fixed(x, x == Math.rint(x) ? 0 : Math.max(0, digits - 1 - exponent(x)));
    }

    /** So many decimals, and no sign on a zero. */
    public static String fixed(double x, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", x);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }

    /** A whole number in groups of three digits. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** A fraction in percent. */
    public static String percent(double fraction) {
        return Double.isFinite(fraction) ? fixed(100 * fraction, 1) + " %" : Provenance.NONE;
    }

    /** {@code mean [low, high]} to two digits of the half width; the mean alone where there is no interval. */
    public static String of(Interval interval) {
        if (!interval.exists()) {
            return of(interval.mean());
        }
        double half = (interval.high() - interval.low()) / 2;
        if (half <= ROUNDING * Math.abs(interval.mean())) {
            String equal = of(interval.mean());
            return equal + " [" + equal + ", " + equal + "]";
        }
        int decimals = 1 - exponent(half);
        if (decimals > MOST_DECIMALS || Math.abs(interval.mean()) >= LARGE) {
            return significant(interval.mean(), 3) + " [" + significant(interval.low(), 3) + ", "
                    + significant(interval.high(), 3) + "]";
        }
        int shown = Math.max(0, decimals);
        return fixed(interval.mean(), shown) + " [" + fixed(interval.low(), shown) + ", "
                + fixed(interval.high(), shown) + "]";
    }

    /** {@code mean +- deviation} over networks. */
    public static String spread(Interval interval) {
        // Equal values of which the mean is rounded have no deviation to speak of.
        double deviation = interval.deviation() < ROUNDING * Math.abs(interval.mean()) ? 0 : interval.deviation();
        if (!(deviation > 0) || 1 - exponent(deviation) > MOST_DECIMALS) {
            return of(interval.mean()) + (deviation >= 0 ? " ± " + of(deviation) : "");
        }
        int shown = Math.max(0, 1 - exponent(deviation));
        return fixed(interval.mean(), shown) + " ± " + fixed(deviation, shown);
    }

    /** Networks in words. */
    public static String networks(int n) {
        return n == 1 ? "one network" : n + " networks";
    }

    private static int exponent(double x) {
        return (int) Math.floor(Math.log10(Math.abs(x)));
    }
}
