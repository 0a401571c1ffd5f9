package org.oinfo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;

/**
 * The request of a scan, as one word: {@code plain}, {@code full}, {@code extremes-synergistic},
 * {@code extremes-redundant-single}. A level; the one end that is ranked, where it is not both; the precision of the screen,
 * where it is not double.
 *
 * @param level how much is recorded
 * @param ends which ends are ranked: {@code both}, {@code synergistic} or {@code redundant}
 * @param screen the precision in which candidates are looked for: {@code double} or {@code single}
 */
public record ScanMode(String level, String ends, String screen) {
    /** N-plets kept at each ranked end. */
    static final int TOP = 20;

    private static final List<String> LEVELS = List.of("extremes", "plain", "full");
    private static final List<String> ONE_END = List.of("synergistic", "redundant");

    /** The mode of a word. */
    public static ScanMode of(String word) {
        List<String> parts = new ArrayList<>(List.of(word.split("-", -1)));
        String level = parts.removeFirst();
        String ends = take(parts, ONE_END, "both");
        String screen = take(parts, List.of("single"), "double");
        if (!LEVELS.contains(level) || !parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "mode must be one of " + LEVELS + ", then -synergistic or -redundant, then -single: mode=" + word);
        }
        return new ScanMode(level, ends, screen);
    }

    private static String take(List<String> parts, List<String> known, String otherwise) {
        return !parts.isEmpty() && known.contains(parts.getFirst()) ? parts.removeFirst() : otherwise;
    }

    /** Is one end ranked, not both? */
    public boolean oneEnd() {
        return !ends.equals("both");
    }

    /** Are candidates looked for in single precision? */
    public boolean single() {
        return screen.equals("single");
    }

    /** The mode in words: {@code extremes, synergistic end, single precision}. */
    public String text() {
        return level + (oneEnd() ? ", " + ends + " end" : "") + (single() ? ", single precision" : "");
    }

    /** The same for the kernels. */
    ScanSettings settings(int order) {
        return new ScanSettings(
                order, Level.valueOf(upper(level)), TOP, 0, Ends.valueOf(upper(ends)), Screen.valueOf(upper(screen)));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
