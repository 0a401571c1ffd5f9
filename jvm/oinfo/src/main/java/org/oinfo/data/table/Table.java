package org.oinfo.data.table;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Set;
import org.oinfo.data.array.NumericArray;

/** Columns of a file, each with a value or a list in every row. */
public interface Table {
    /** Number of rows, 1 or more. */
    int rows();

    /** Its columns, in the order of the file. */
    List<TableColumn> columns();

    /** Names of the columns that only label the rows. */
    Set<String> rowLabels();

    /**
     * Checks what the file claims of a column before memory is made for it.
     *
     * @param column its place in {@link #columns}
     * @throws org.oinfo.data.BadInputException it is damaged
     */
    void check(int column);

    /**
     * Reads a column that is numeric and was checked.
     *
     * @param column its place in {@link #columns}
     * @param arena where the numbers are put
     * @return [rows] and the axes of the column's shape; a missing value is NaN
     * @throws org.oinfo.data.BadInputException it is damaged, or a row holds a list of another length
     */
    NumericArray read(int column, Arena arena);
}
