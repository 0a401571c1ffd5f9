package org.oinfo.data.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A field of text read as a number: digits, sign, decimal point and exponent, spaces and tabs around it allowed. */
public final class NumberField {
    /** Groups of three digits, as people write large numbers: 1,034 or 1.034,5 or 1 034 or 1'034. */
    private static final Pattern THOUSANDS =
            Pattern.compile("[+-]?\\d{1,3}(?:(?:,\\d{3})+(?:\\.\\d*)?|(?:\\.\\d{3})+(?:,\\d*)?"
                    + "|(?:[ '\\u00A0\\u2019\\u202F]\\d{3})+(?:[.,]\\d*)?)");

    private NumberField() {}

    /**
     * The nearest double, an infinity if the number is beyond the largest one, NaN if the field is not a number.
     *
     * @param field may have spaces and tabs around the number
     */
    public static double parse(String field) {
        return parse(field, '.');
    }

    /** As {@link #parse(String)}, with another decimal sign. */
    static double parse(String field, char decimal) {
        byte[] bytes = strip(field).getBytes(StandardCharsets.UTF_8);
        DecimalBytes number = new DecimalBytes();
        number.decimal((byte) decimal);
        int end = number.read(Arrays.copyOf(bytes, bytes.length + 1 + DecimalBytes.PADDING), 0);
        return end == bytes.length && end > 0 ? number.value() : Double.NaN;
    }

    /** Whether this is a number whose digits stand in groups. */
    static boolean hasThousands(String field) {
        return THOUSANDS.matcher(strip(field)).matches();
    }

    /** The text without spaces and tabs around it; other control characters are part of it. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }
}
