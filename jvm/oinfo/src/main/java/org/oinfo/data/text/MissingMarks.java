package org.oinfo.data.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text that stand for a value that is not there, or is infinite. Their case does not matter. */
final class MissingMarks {
    /** As R, numpy, pandas, SAS, Julia, old C libraries and spreadsheets write it. */
    private static final Set<String> USUAL = Set.of(
            "",
            "na",
            "n/a",
            "n.a.",
            "nan",
            "null",
            "none",
            "nat",
            "missing",
            "<na>",
            ".",
            "?",
            "#na",
            "#n/a",
            "#n/a n/a",
            "#nv",
            "#n/d",
            "#n/b",
            "#i/t",
            "#\u043d/\u0434",
            "#yok",
            "#getting_data",
            "inf",
            "infinity",
            "1.#ind",
            "1.#qnan",
            "1.#inf",
            "nan(ind)",
            "nan(snan)");

    /** Those that may have a sign. */
    private static final Set<String> SIGNED =
            Set.of("nan", "inf", "infinity", "1.#ind", "1.#qnan", "1.#inf", "nan(ind)", "nan(snan)");

    /** A spreadsheet's errors, in the language of any of them: #DIV/0!, #NAME?, #WERT!, Err:502. */
    private static final Pattern ERROR =
            Pattern.compile("#[\u00a1\u00bf]?[\\p{L}/0_]+[!?]|#[\u00a1\u00bf][\\p{L}/0_]+|err:\\d{3}");

    /** A class of things may well be called none. */
    private static final String NO_CLASS = "none";

    private final Set<String> added = new HashSet<>();
    private final double[] numbers;

    /** The usual ones only. */
    MissingMarks() {
        this(List.of());
    }

    /** The usual ones and others; a number among them stands for a missing value however it is written. */
    MissingMarks(Collection<String> added) {
        added.forEach(mark -> this.added.add(normal(mark)));
        this.numbers = added.stream()
                .mapToDouble(NumberField::parse)
                .filter(Double::isFinite)
                .toArray();
    }

    /** Whether a field is missing: by its word, or because it is a number beyond the largest double, or an added one. */
    boolean has(String field) {
        String word = normal(field);
        if (USUAL.contains(word) || added.contains(word) || ERROR.matcher(word).matches()) {
            return true;
        }
        if (!word.isEmpty() && (word.charAt(0) == '-' || word.charAt(0) == '+') && SIGNED.contains(word.substring(1))) {
            return true;
        }
        double value = NumberField.parse(word);
        return Double.isInfinite(value) || has(value);
    }

    /** Whether a number was added as a mark. */
    boolean has(double value) {
        for (double number : numbers) {
            if (number == value) {
                return true;
            }
        }
        return false;
    }

    /** Whether numbers were added. */
    boolean hasNumbers() {
        return numbers.length > 0;
    }

    /** Whether a field where words are expected is missing. */
    boolean hasWord(String field) {
        return has(field) && (!normal(field).equals(NO_CLASS) || added.contains(NO_CLASS));
    }

    /** Whether a field belongs to a row of values, not to a header. */
    boolean isValue(String field) {
        return Double.isFinite(NumberField.parse(field))
                || Double.isFinite(NumberField.parse(field, ','))
                || has(field);
    }

    private static String normal(String field) {
        return NumberField.strip(field).toLowerCase(Locale.ROOT);
    }
}
