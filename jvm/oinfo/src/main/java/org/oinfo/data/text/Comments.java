package org.oinfo.data.text;

import java.nio.charset.StandardCharsets;

/**
 * Tells lines that are no data: blank ones and comments. '#' and '%' begin a comment before the first row of data, and later
 * when a blank or nothing follows; else they are part of a field. A missing mark that begins so, such as #N/A, is always a field.
 */
final class Comments {
    private final MissingMarks marks;

    Comments(MissingMarks marks) {
        this.marks = marks;
    }

    /** Whether nothing but blanks stands in the line that begins here. */
    static boolean isBlank(byte[] bytes, int from, Separator separator) {
        int at = from;
        while (separator.pads(bytes[at])) {
            at++;
        }
        return FieldReader.isLineEnd(bytes[at]);
    }

    /** Whether the line that begins here is a comment. */
    boolean isComment(byte[] bytes, int from, boolean beforeData) {
        if (bytes[from] != '#' && bytes[from] != '%') {
            return false;
        }
        byte next = bytes[from + 1];
        if (NumberField.isBlank(next) || FieldReader.isLineEnd(next)) {
            return true;
        }
        return beforeData && !isMark(bytes, from);
    }

    /** Whether the first field, whatever separates it, is a missing mark. */
    private boolean isMark(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != ',' && bytes[at] != ';' && (bytes[at] & 0xFF) > ' ') {
            at++;
        }
        return marks.has(new String(bytes, from, at - from, StandardCharsets.UTF_8));
    }
}
