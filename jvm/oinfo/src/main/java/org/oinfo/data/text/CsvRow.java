package org.oinfo.data.text;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The record a parser is at. Until the columns are known its fields are kept as text; from then on those of the chosen columns
 * are read as numbers where they lie in the parser's buffer, without a string for each.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private static final int NONE = -1;

    private final List<String> texts = new ArrayList<>();

    /** For each column its place in {@link #values}, or NONE; empty until the columns are known. */
    private int[] places = {};

    private double[] values = {};
    private final WordColumn words;
    private boolean blank;
    private int textColumn;
    private int missingColumn;
    private String badText = "";
    private String missingText = "";

    /** A record of a table of numbers, and of words in one column. */
    CsvRow(WordColumn words) {
        this.words = words;
    }

    /** Reads the columns that follow as numbers: those given, ascending, of so many. */
    void choose(int[] columns, int of) {
        places = new int[of];
        Arrays.fill(places, NONE);
        for (int i = 0; i < columns.length; i++) {
            places[columns[i]] = i;
        }
        values = new double[columns.length];
    }

    /** Reads the record's texts as numbers, for the first record when it is not a header. */
    void valuesFromTexts() {
        reset();
        for (int i = 0; i < texts.size(); i++) {
            char[] text = texts.get(i).toCharArray();
            value(i, text, 0, text.length);
        }
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        texts.clear();
        reset();
    }

    private void reset() {
        blank = true;
        textColumn = NONE;
        missingColumn = NONE;
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        if (blank) {
            for (int i = offset; i < offset + length; i++) {
                blank &= buffer[i] <= ' ';
            }
        }
        if (places.length == 0) {
            texts.add(new String(buffer, offset, length));
        } else if (column < places.length) {
            value(column, buffer, offset, length);
        }
    }

    private void value(int column, char[] buffer, int offset, int length) {
        int place = places[column];
        if (place == NONE) {
            return;
        }
        double value = NumberField.parse(buffer, offset, length);
        if (words.is(column)) {
            value = words.read(new String(buffer, offset, length), value);
        }
        values[place] = value;
        if (!Double.isFinite(value)) {
            notFinite(column, new String(buffer, offset, length));
        }
    }

    private void notFinite(int column, String text) {
        if (NumberField.isMissing(text)) {
            if (missingColumn == NONE) {
                missingColumn = column;
                missingText = text;
            }
        } else if (textColumn == NONE) {
            textColumn = column;
            badText = text;
        }
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }

    /** Line on which the record begins, counted from 1. */
    long line() {
        return getStartingLineNumber();
    }

    /** Number of fields. */
    int fields() {
        return getFieldCount();
    }

    /** Whether the line holds nothing but blanks. */
    boolean isBlankLine() {
        return getFieldCount() == 1 && blank;
    }

    /** The fields as text, while the columns are not known. */
    List<String> texts() {
        return texts;
    }

    /** The chosen values, overwritten by the next record. */
    double[] values() {
        return values;
    }

    /** Whether a chosen field is neither a number nor a missing value. */
    boolean hasText() {
        return textColumn != NONE;
    }

    int textColumn() {
        return textColumn;
    }

    String badText() {
        return badText;
    }

    /** Whether a chosen field stands for a missing or infinite value. */
    boolean hasMissing() {
        return missingColumn != NONE;
    }

    int missingColumn() {
        return missingColumn;
    }

    String missingText() {
        return missingText;
    }
}
