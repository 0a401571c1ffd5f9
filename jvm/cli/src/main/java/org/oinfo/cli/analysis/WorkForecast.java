package org.oinfo.cli.analysis;

import java.util.Formatter;
import java.util.Locale;
import org.oinfo.cli.input.DataShape;

/** What an analysis would take, for {@code --dry-run}. */
public final class WorkForecast {
    private WorkForecast() {}

    /**
     * The forecast of an analysis.
     *
     * @param undone what is not done now: {@code searched}
     * @param what the work in words
     * @param nplets how many n-plets are scored, about; -1 when nobody knows, 2^63-1 where they are more
     * @param bytes of its memory
     */
    public static String text(String undone, String what, DataShape shape, int threads, long nplets, long bytes) {
        StringBuilder text = new StringBuilder();
        Formatter lines = new Formatter(text, Locale.ROOT);
        lines.format(
                "dry run, nothing is %s: %s, %d variables, %d samples, threads: %d\n",
                undone, what, shape.variables(), shape.samples(), threads);
        lines.format(
                "n-plets to score: %s\n",
                nplets < 0
                        ? "nobody knows"
                        : String.format(Locale.ROOT, nplets == Long.MAX_VALUE ? "more than %,d" : "about %,d", nplets));
        memory(bytes, lines);
        return text.toString();
    }

    /** A line about memory, and one more where there is too little. */
    public static void memory(long bytes, Formatter lines) {
        long most = Runtime.getRuntime().maxMemory();
        lines.format("memory: about %,.1f MB, of %,d MB that the heap may take\n", bytes / 1e6, most / 1_000_000);
        if (bytes > most) {
            lines.format(
                    "that does not fit: choose fewer columns, or raise it with JAVA_TOOL_OPTIONS=-Xmx%dg\n",
                    (bytes >> 30) + 2);
        }
    }
}
