package org.oinfo.report;

import java.util.Locale;

/** Numbers for people. */
public final class NumberText {
    private NumberText() {}

    /** Whole numbers as they are, others with six decimals, or four significant digits when that would hide them. */
    public static String of(double x) {
        if (!Double.isFinite(x)) {
            return Provenance.NONE;
        }
        if (Math.rint(x) == x && Math.abs(x) < 1e15) {
            return Long.toString((long) x);
        }
        return String.format(Locale.ROOT, Math.abs(x) < 1e-3 || Math.abs(x) >= 1e9 ? "%.3e" : "%.6f", x);
    }
}
