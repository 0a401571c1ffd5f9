package org.oinfo.data;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Locale;
import java.util.Set;

/** A field of a .csv file read as a number: digits, sign, decimal point and exponent, blanks around it allowed. */
final class NumberField {
    /** In lower case and without sign. R, numpy, pandas and spreadsheets write these for a value that is not there. */
    private static final Set<String> MISSING = Set.of("", "nan", "na", "n/a", "inf", "infinity");

    private NumberField() {}

    /**
     * The nearest double, an infinity if the number is beyond the largest one, NaN if the field is not a number.
     *
     * @param buffer [offset, offset + length) is the field
     */
    static double parse(char[] buffer, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && isBlank(buffer[from])) {
            from++;
        }
        while (from < to && isBlank(buffer[to - 1])) {
            to--;
        }
        for (int i = from; i < to; i++) {
            // The parser below also takes Java's 1.0f, 0x1p3 and NaN, which are no numbers in a table.
            if ("0123456789.-+eE".indexOf(buffer[i]) < 0) {
                return Double.NaN;
            }
        }
        if (from == to) {
            return Double.NaN;
        }
        try {
            return JavaDoubleParser.parseDouble(buffer, from, to - from);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** As {@link #parse(char[], int, int)}. */
    static double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /** Whether a field that is no finite number stands for a missing or infinite value, not for text. */
    static boolean isMissing(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return MISSING.contains(word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word)
                || Double.isInfinite(parse(text));
    }

    /** Whether a field belongs to a row of values, not to a header. */
    static boolean isValue(String text) {
        return Double.isFinite(parse(text)) || isMissing(text);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0';
    }
}
