package org.oinfo.data.text;

import java.util.List;

/**
 * Separators at the ends of lines, as spreadsheets and exports of recordings leave them: columns without a name and a value, which
 * are none.
 */
final class LineEnds {
    private LineEnds() {}

    /** Number of fields of a header without the empty ones at its end, or of all of them where the row below has more values. */
    static int named(List<RecordReader.Field> header, List<RecordReader.Field> row) {
        int named = header.size();
        while (named > 1 && isEmpty(header.get(named - 1))) {
            named--;
        }
        return row.size() >= named && areEmpty(row, named) ? named : header.size();
    }

    /** The row without what stands after its columns, if that is empty and the row does not begin with a label instead. */
    static List<RecordReader.Field> cut(List<RecordReader.Field> row, int columns, boolean labelled) {
        return row.size() > columns && areEmpty(row, columns) && !labelled ? row.subList(0, columns) : row;
    }

    private static boolean areEmpty(List<RecordReader.Field> row, int from) {
        return row.stream().skip(from).allMatch(LineEnds::isEmpty);
    }

    private static boolean isEmpty(RecordReader.Field field) {
        return field.text().isEmpty() && !field.quoted();
    }
}
