package org.oinfo.data;

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
}
