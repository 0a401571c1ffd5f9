package org.oinfo.data;

import java.util.List;

/** Text from an input, made fit for a message of one line. */
public final class Excerpt {
    private static final int LONGEST = 40;

    private Excerpt() {}

    /** The text in quotes, cut to 40 characters, control characters as '?'. */
    public static String of(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return '"' + oneLine(cut) + '"';
    }

    /** The text with control characters as '?'. */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars().forEach(c -> line.append(Character.isISOControl(c) ? '?' : (char) c));
        return line.toString();
    }

    /** A column as messages show it: its 0-based number, and its name if it has one. */
    static String column(int column, List<String> names) {
        return names.isEmpty() ? "column " + column : "column " + column + ' ' + of(names.get(column));
    }
}
