package org.oinfo.data.options;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;

/**
 * The rows of the original data that are samples, counted from 0 before any is left out. The choice is the same for every file.
 *
 * @param rows the rows that are chosen one by one; null for all
 * @param rest from this row on all are chosen; {@link #NONE} where there is no such row
 * @param expected number of rows that the data must have, as a mask has one value for each; -1 for any that holds the chosen rows
 */
public record RowChoice(@Nullable BitSet rows, int rest, int expected) {
    /** No row. */
    public static final int NONE = Integer.MAX_VALUE;

    /** Every row. */
    public static final RowChoice ALL = new RowChoice(null, NONE, -1);

    /** Some rows, of data that has at least these. */
    public static RowChoice of(BitSet rows) {
        return new RowChoice(rows, NONE, -1);
    }

    /** Those for which a mask has a bit, of data with as many rows as the mask. */
    public static RowChoice ofMask(BitSet mask, int length) {
        return new RowChoice(mask, NONE, length);
    }

    /** Whether every row is chosen. */
    public boolean isAll() {
        return rows == null;
    }

    /** Whether a row is chosen. */
    public boolean contains(int row) {
        return rows == null || row >= rest || rows.get(row);
    }

    /** The chosen rows of data with so many, its own; null for all. */
    public @Nullable BitSet among(int found) {
        if (rows == null) {
            return null;
        }
        BitSet chosen = (BitSet) rows.clone();
        if (rest < found) {
            chosen.set(rest, found);
        }
        return chosen;
    }

    /** The row at a place among the chosen ones, counted from 0. */
    public int at(int place) {
        if (rows == null) {
            return place;
        }
        int single = rows.cardinality();
        return place < single ? rows.stream().skip(place).findFirst().orElseThrow() : rest + place - single;
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
        int last = rest == NONE ? rows.length() - 1 : rest;
        if (last >= found) {
            throw new BadInputException("chosen rows must lie in 0.." + (found - 1) + ": found " + last + ", and "
                    + source + " has " + found + " rows; rows count from 0");
        }
    }
}
