package org.oinfo.data.text;

import java.nio.charset.StandardCharsets;
import org.oinfo.data.BadInputException;

/** Reads one field of any kind, quoted or not, as text: the way that every line can go, where the fast one does not. */
final class FieldReader {
    /** The field goes on after the lines at hand. */
    static final int MORE = -1;

    /** A longer field is one whose quote is not closed. */
    private static final int LONGEST_QUOTED = 1 << 24;

    private final String source;
    private Separator separator = Separator.COMMA;
    private String text = "";
    private boolean quoted;
    private int lines;

    FieldReader(String source) {
        this.source = source;
    }

    void separator(Separator value) {
        separator = value;
    }

    /** The field read last, without quotes and what lies around it. */
    String text() {
        return text;
    }

    boolean quoted() {
        return quoted;
    }

    /** Number of line ends in the field. */
    int lines() {
        return lines;
    }

    /**
     * Reads a field.
     *
     * @param bytes whole lines
     * @param from its first byte
     * @param end where the lines end
     * @param line of the record, for messages
     * @return index of the separator or line end after it, or {@link #MORE}
     * @throws BadInputException its quotes are wrong
     */
    int read(byte[] bytes, int from, int end, long line) {
        int at = from;
        lines = 0;
        while (separator.pads(bytes[at])) {
            at++;
        }
        quoted = bytes[at] == '"';
        return quoted ? quoted(bytes, at + 1, end, line) : plain(bytes, at);
    }

    private int plain(byte[] bytes, int from) {
        int at = from;
        while (!separator.ends(bytes[at]) && !isLineEnd(bytes[at])) {
            at++;
        }
        text = NumberField.strip(string(bytes, from, at));
        return at;
    }

    private int quoted(byte[] bytes, int from, int end, long line) {
        int at = from;
        boolean doubled = false;
        for (; at < end; at++) {
            if (bytes[at] == '"') {
                if (at + 1 < end && bytes[at + 1] == '"') {
                    doubled = true;
                    at++;
                } else {
                    break;
                }
            } else if (bytes[at] == '\n' || (bytes[at] == '\r' && at + 1 < end && bytes[at + 1] != '\n')) {
                lines++;
            }
        }
        if (at >= end) {
            if (at - from > LONGEST_QUOTED) {
                throw refuse(line);
            }
            return MORE;
        }
        String inner = string(bytes, from, at);
        text = doubled ? inner.replace("\"\"", "\"") : inner;
        at++;
        while (!separator.ends(bytes[at]) && separator.pads(bytes[at])) {
            at++;
        }
        if (!separator.ends(bytes[at]) && !isLineEnd(bytes[at])) {
            throw refuse(line);
        }
        return at;
    }

    /** The refusal of a record. */
    BadInputException refuse(long line) {
        return new BadInputException("quotes must be closed, and end where the field ends: the record of " + source
                + " that begins at line " + line + " breaks this; check its quotes");
    }

    /** Index of the first byte after the line end at {@code at}. */
    static int afterLineEnd(byte[] bytes, int at, int end) {
        return bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n' ? at + 2 : at + 1;
    }

    static boolean isLineEnd(byte c) {
        return c == '\n' || c == '\r';
    }

    private static String string(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
