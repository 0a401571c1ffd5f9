package org.oinfo.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.estimate.ShareRows;

/**
 * Rows that one task goes through: leaves of the sums, as many as a power of two, beginning at a multiple of it, so that what a task
 * found is one vector.
 *
 * @param number of the share, from 0
 * @param from the first row
 * @param to one past the last
 */
record Share(long number, long from, long to) implements Serializable {
    /** So many tasks a core keep the cores busy until the end. */
    private static final int PER_CORE = 4;

    /** Shares of all rows. */
    static List<Share> cut(long rows, int cores) {
        long leaves = (rows + ShareRows.LEAF - 1) / ShareRows.LEAF;
        long rowsEach = ShareRows.LEAF * Long.highestOneBit(Math.max(1, leaves / ((long) PER_CORE * cores)));
        List<Share> shares = new ArrayList<>();
        for (long from = 0; from < rows; from += rowsEach) {
            shares.add(new Share(shares.size(), from, Math.min(rows, from + rowsEach)));
        }
        return shares;
    }
}
