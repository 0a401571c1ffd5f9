package org.oinfo.data.text;

import java.util.List;

/** Labels of rows in front of the values. */
enum RowLabels {
    /** There are none. */
    NONE(false),
    /** Words in a first column without a name. */
    WORDS(false),
    /** Numbers in a first column without a name: they should number the rows. */
    NUMBERS(false),
    /** Words in front of the first column that has a name. */
    WORDS_BEFORE(true),
    /** Numbers there. */
    NUMBERS_BEFORE(true);

    /** A first column without a name, as pandas calls it when it reads one. */
    static final String UNNAMED = "Unnamed: 0";

    private final boolean before;

    RowLabels(boolean before) {
        this.before = before;
    }

    /** Whether a row has one field more than there are columns. */
    boolean before() {
        return before;
    }

    boolean numbers() {
        return this == NUMBERS || this == NUMBERS_BEFORE;
    }

    /** Whether a column is called as one that labels rows. */
    static boolean isUnnamed(String name) {
        return name.isEmpty() || name.equals(UNNAMED);
    }

    /** Whether the first row of values begins with a word, or with a number that rows are numbered from. */
    static boolean mayBegin(List<RecordReader.Field> row) {
        String label = row.getFirst().text();
        return of(true, row) == WORDS_BEFORE || label.equals("0") || label.equals("1");
    }

    /**
     * The kind of labels.
     *
     * @param before whether they are no column of the table
     * @param row the first row of values, labels first
     */
    static RowLabels of(boolean before, List<RecordReader.Field> row) {
        RecordReader.Field label = row.getFirst();
        // Where some fields are quoted and others not, numbers in quotes are names.
        boolean named = label.quoted() && !row.stream().allMatch(RecordReader.Field::quoted);
        boolean words = named || !Double.isFinite(NumberField.parse(label.text()));
        if (before) {
            return words ? WORDS_BEFORE : NUMBERS_BEFORE;
        }
        return words ? WORDS : NUMBERS;
    }
}
