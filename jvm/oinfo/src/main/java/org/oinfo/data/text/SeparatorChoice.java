package org.oinfo.data.text;

import java.util.Arrays;
import java.util.List;

/** Finds what separates the fields of a table from its first two records. */
final class SeparatorChoice {
    /** In this order: where a semicolon or tab separates, commas may be decimal signs, and blanks parts of names. */
    private static final List<Separator> CANDIDATES =
            List.of(Separator.TAB, Separator.SEMICOLON, Separator.COMMA, Separator.BLANKS);

    private SeparatorChoice() {}

    /** How often each candidate stands in a record, outside quotes; a run of blanks counts once. */
    private static int[] counts(byte[] bytes, int from, int end) {
        int[] counts = new int[CANDIDATES.size()];
        boolean quoted = false;
        boolean gap = false;
        boolean begun = false;
        for (int at = from; at < end && (quoted || !FieldReader.isLineEnd(bytes[at])); at++) {
            byte c = bytes[at];
            quoted ^= c == '"';
            for (int i = 0; i < counts.length - 1; i++) {
                counts[i] += !quoted && c == CANDIDATES.get(i).sign() ? 1 : 0;
            }
            boolean blank = !quoted && NumberField.isBlank(c);
            counts[counts.length - 1] += gap && begun && !blank ? 1 : 0;
            gap = blank;
            begun |= !blank;
        }
        return counts;
    }

    /**
     * The first candidate that both records have, as often or, where the first names no row labels, once less in it; else the
     * first that either has.
     *
     * @param first where the first record begins
     * @param second where the second one does, or the same where there is none
     */
    static Separator of(byte[] bytes, int first, int second, int end) {
        int[] above = counts(bytes, first, end);
        int[] below = counts(bytes, second, end);
        for (int i = 0; i < above.length; i++) {
            if (above[i] > 0 && (below[i] == above[i] || below[i] == above[i] + 1)) {
                return CANDIDATES.get(i);
            }
        }
        for (int[] counts : List.of(below, above)) {
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    return CANDIDATES.get(i);
                }
            }
        }
        return Separator.COMMA;
    }

    /** What would separate columns if there were more than one; blanks may be parts of words. */
    static Separator ofColumn(byte[] bytes, int first, int end) {
        int[] counts = counts(bytes, first, end);
        return counts[0] > 0 ? Separator.TAB : counts[1] > 0 ? Separator.SEMICOLON : Separator.COMMA;
    }

    /**
     * Another separator where the first one found only pads it, or where it is a decimal sign or a blank among others.
     *
     * @param found what seems to separate
     * @param line a line of values
     * @param fields its fields by {@code found}
     */
    static Separator better(Separator found, String line, List<RecordReader.Field> fields, MissingMarks marks) {
        if (found.equals(Separator.TAB) || found.equals(Separator.BLANKS)) {
            for (Separator padded : List.of(Separator.COMMA, Separator.SEMICOLON)) {
                if (fields.stream().limit(fields.size() - 1L).allMatch(f -> endsWith(f, padded))) {
                    return padded;
                }
            }
        }
        return isOfBlanks(line, fields, marks) ? Separator.BLANKS : found;
    }

    private static boolean endsWith(RecordReader.Field field, Separator sign) {
        String text = field.text();
        return !field.quoted() && !text.isEmpty() && text.charAt(text.length() - 1) == sign.sign();
    }

    private static boolean isOfBlanks(String line, List<RecordReader.Field> fields, MissingMarks marks) {
        List<String> others = fields.stream()
                .map(RecordReader.Field::text)
                .filter(text -> !marks.isValue(text))
                .toList();
        if (others.isEmpty() || line.indexOf('"') >= 0 || others.stream().anyMatch(NumberField::hasThousands)) {
            return false;
        }
        String[] parts = NumberField.strip(line).split("[ \t]+", -1);
        return parts.length > 1 && Arrays.stream(parts).allMatch(marks::isValue);
    }
}
