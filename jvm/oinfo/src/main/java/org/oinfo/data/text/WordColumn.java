package org.oinfo.data.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns of a .csv that may hold words instead of numbers, such as names of classes. A column does when its first value is no
 * number; then each word, numbers among them, is read as its position in {@link #words}.
 *
 * <p>Filled while a file is read; belongs to one thread.
 */
public final class WordColumn {
    /** The column of a file that has no other. */
    private static final int ONLY = -1;

    private static final MissingMarks USUAL = new MissingMarks();

    private final Map<Integer, Codes> columns = new HashMap<>();

    /** What was met in a column. */
    private static final class Codes {
        private boolean decided;
        private boolean holdsWords;
        private final Map<String, Integer> codes = new HashMap<>();
        private final List<String> words = new ArrayList<>();

        double read(String word, double number) {
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

    /** From now on this 0-based column may hold words, too. */
    public void at(int chosen) {
        columns.put(chosen, new Codes());
    }

    /** The words of a column in the order they were met, or an empty list where it holds numbers. */
    public List<String> words(int column) {
        Codes met = columns.get(column);
        return met == null ? List.of() : List.copyOf(met.words);
    }

    /** The words of the only column. */
    public List<String> words() {
        return words(ONLY);
    }

    /** Whether fields of a column are to be read here. */
    boolean is(int of) {
        return columns.containsKey(of);
    }

    /**
     * The number that a field of the only column is read as: {@code number} where the column holds numbers, or the field is
     * missing.
     */
    public double read(String field, double number) {
        return read(ONLY, field, number, USUAL);
    }

    /** The number that a field of some column is read as, with missing marks of the caller's. */
    double read(int column, String field, double number, MissingMarks marks) {
        String word = NumberField.strip(field);
        return marks.hasWord(word)
                ? Double.NaN
                : columns.computeIfAbsent(column, one -> new Codes()).read(word, number);
    }
}
