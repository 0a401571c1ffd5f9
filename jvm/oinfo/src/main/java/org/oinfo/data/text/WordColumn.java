package org.oinfo.data.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One column of a .csv that may hold words instead of numbers, such as names of classes. It does when its first value is no
 * number; then each word, numbers among them, is read as its position in {@link #words}.
 *
 * <p>Filled while a file is read; belongs to one thread.
 */
public final class WordColumn {
    private static final int NONE = -1;
    private static final MissingMarks USUAL = new MissingMarks();

    private int column = NONE;
    private boolean decided;
    private boolean holdsWords;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /** From now on this 0-based column may hold words. */
    public void at(int chosen) {
        column = chosen;
    }

    /** The words in the order they were met, or an empty list where the column holds numbers. */
    public List<String> words() {
        return List.copyOf(words);
    }

    /** Whether a field is to be read here. */
    boolean is(int of) {
        return of == column;
    }

    /**
     * The number that a field of this column is read as: {@code number} where the column holds numbers, or the field is
     * missing.
     */
    public double read(String field, double number) {
        return read(field, number, USUAL);
    }

    /** As {@link #read(String, double)}, with missing marks of the caller's. */
    double read(String field, double number, MissingMarks marks) {
        String word = NumberField.strip(field);
        if (marks.hasWord(word)) {
            return Double.NaN;
        }
        if (!decided) {
            decided = true;
            holdsWords = !Double.isFinite(number);
        }
        if (!holdsWords) {
            return number;
        }
        return codes.computeIfAbsent(word, next -> {
            words.add(next);
            return words.size() - 1;
        });
    }
}
