package org.oinfo.data.options;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;

/**
 * The rows of the original data that are samples, counted from 0 before any is left out. The choice is the same for every file.
 *
 * @param rows the chosen rows; null for all
 * @param expected number of rows that the data must have, as a mask has one value for each; -1 for any that holds the chosen rows
 */
public record RowChoice(@Nullable BitSet rows, int expected) {
    /** Every row. */
    public static final RowChoice ALL = new RowChoice(null, -1);

    /** Some rows, of data that has at least these. */
    public static RowChoice of(BitSet rows) {
        return new RowChoice(rows, -1);
    }

    /** Whether every row is chosen. */
    public boolean isAll() {
        return rows == null;
    }

    /** Whether a row is chosen. */
    public boolean contains(int row) {
        return rows == null || rows.get(row);
    }

    /**
     * Refuses data that does not have these rows.
     *
     * @param found number of rows of the data
     */
    public void requireWithin(int found, String source) {
        if (rows == null) {
            return;
        }
        if (expected >= 0 && expected != found) {
            throw new BadInputException("a mask of rows must have one value for each row of " + source + ": found "
                    + expected + " for " + found + " rows; give files that belong together");
        }
        if (rows.length() > found) {
            throw new BadInputException("chosen rows must lie in 0.." + (found - 1) + ": found " + (rows.length() - 1)
                    + ", and " + source + " has " + found + " rows; rows count from 0");
        }
    }
}
