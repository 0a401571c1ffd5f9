package org.oinfo.bench.report;

import java.util.Locale;

/** Numbers as the page shows them; what is unknown is an empty cell. */
final class Cells {
    private Cells() {}

    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "";
    }

    static String times(double ratio) {
        return number("%.3g", ratio);
    }

    static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "";
    }

    /** Bytes for each n-plet: what a whole scan allocates is far below one for each. */
    static String bytes(double bytes) {
        return Double.isFinite(bytes) && bytes < 0.1 ? "< 0.1" : number("%.1f", bytes);
    }
}
