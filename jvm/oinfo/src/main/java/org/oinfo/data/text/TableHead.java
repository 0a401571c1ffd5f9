package org.oinfo.data.text;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the first lines of a table say of the others.
 *
 * @param separator between fields
 * @param fields number of columns; labels in front that the header does not count are none
 * @param names of the columns [fields], or an empty list
 * @param nameLine line of the names, from 1
 * @param labels how rows are labelled
 * @param numbered whether the names are numbers that count the columns, and were not said to be names
 * @param unlike whether the first line, read as values, holds whole numbers that ascend where the next holds none: names, perhaps
 * @param padded whether rows may end in fields that are empty and belong to no column
 * @param first texts of the first record, whether it is a header or not
 * @param at where the data begins in the buffer
 * @param line of the data, from 1
 */
record TableHead(
        Separator separator,
        int fields,
        List<String> names,
        long nameLine,
        RowLabels labels,
        boolean numbered,
        boolean unlike,
        boolean padded,
        List<String> first,
        int at,
        long line) {
    /** Whether the first record names the columns. */
    boolean isHeaderFirst() {
        return !names.isEmpty() && line > nameLine;
    }

    /** Whether words above the rows were taken for names though numbers are among them. */
    boolean isMixed() {
        return isHeaderFirst()
                && !numbered
                && first.stream().anyMatch(text -> Double.isFinite(NumberField.parse(text)));
    }

    /** Whether the first of so many rows of values counts the columns, and is one more than a square matrix has. */
    boolean countsAbove(int rows) {
        return rows == fields + 1 && (first.equals(counted(0)) || first.equals(counted(1)));
    }

    private List<String> counted(int from) {
        return IntStream.range(from, from + fields).mapToObj(Integer::toString).toList();
    }
}
