package org.oinfo.data.text;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Locale;
import java.util.Set;

/** A field of a .csv file read as a number: digits, sign, decimal point and exponent, blanks around it allowed. */
public final class NumberField {
    /** In lower case. R, numpy, pandas and spreadsheets write these, or nothing, for a value that is not there. */
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "inf", "infinity");

    /** Those that may have a sign. */
    private static final Set<String> SIGNED = Set.of("nan", "inf", "infinity");

    private NumberField() {}

    /**
     * The nearest double, an infinity if the number is beyond the largest one, NaN if the field is not a number.
     *
     * @param buffer [offset, offset + length) is the field
     */
    public static double parse(char[] buffer, int offset, int length) {
        if (length == 0) {
            return Double.NaN;
        }
        for (int i = offset; i < offset + length; i++) {
            // The parser below also takes Java's 1.0f, 0x1p3 and NaN, which are no numbers in a table.
            char c = buffer[i];
            if (c > '9' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            return JavaDoubleParser.parseDouble(buffer, offset, length);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** As {@link #parse(char[], int, int)}. */
    public static double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /** Whether a field that is no finite number stands for a missing or infinite value, not for text. */
    static boolean isMissing(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        boolean signed = word.startsWith("-") || word.startsWith("+");
        return (signed ? SIGNED.contains(word.substring(1)) : MISSING.contains(word)) || Double.isInfinite(parse(text));
    }

    /** Whether a field belongs to a row of values, not to a header. */
    static boolean isValue(String text) {
        return Double.isFinite(parse(text)) || isMissing(text);
    }
}
