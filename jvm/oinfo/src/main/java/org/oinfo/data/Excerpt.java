package org.oinfo.data;

/** Text from an input, made fit for a message of one line. */
public final class Excerpt {
    private static final int LONGEST = 40;

    private Excerpt() {}

    /** The text in quotes, cut to 40 characters, as {@link #oneLine} has it. */
    public static String of(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return '"' + oneLine(cut) + '"';
    }

    /**
     * The text with '?' for all that would do something to a terminal instead of being shown: control characters, line breaks of
     * Unicode, and what turns the direction of writing.
     */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars().forEach(c -> line.append(isShown(c) ? (char) c : '?'));
        return line.toString();
    }

    /** Whether a character is neither a control character, a line break, nor an embedding, override or isolate of direction. */
    public static boolean isShown(int c) {
        return !Character.isISOControl(c) && !(c >= 0x2028 && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
    }
}
