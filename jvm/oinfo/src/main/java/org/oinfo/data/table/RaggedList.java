package org.oinfo.data.table;

import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;

/** What is said of lists of different lengths in one column, which are no variables. */
public final class RaggedList {
    private RaggedList() {}

    /**
     * The refusal.
     *
     * @param row from 0
     * @param found length of the list there
     * @param before length of those of the first row
     */
    public static BadInputException refusal(String source, String column, long row, long found, long before) {
        return new BadInputException("lists of a column must be equally long: " + source + " has " + found
                + (found == 1 ? " number" : " numbers") + " in column " + Excerpt.of(column) + " at row " + row
                + " (from 0), " + before + " in row 0; pad them, or take a mean or one of them when you save");
    }
}
