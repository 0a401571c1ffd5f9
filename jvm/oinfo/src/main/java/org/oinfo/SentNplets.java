package org.oinfo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oinfo.data.NpletTable;
import org.oinfo.data.Variables;

/**
 * Given n-plets as they are sent to other machines: millions of them in two arrays.
 *
 * @param table whether all are of one order and travel as a table
 * @param orders number of columns of each; of a table one for all
 * @param columns n-plet after n-plet
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SentNplets(boolean table, int[] orders, int[] columns) implements Serializable {
    /** Checked n-plets. */
    static SentNplets of(List<int[]> nplets) {
        if (nplets instanceof NpletTable table) {
            int[] columns = new int[table.size() * table.order()];
            table.columns(0, table.size(), columns);
            return new SentNplets(true, new int[] {table.order()}, columns);
        }
        int[] orders = nplets.stream().mapToInt(nplet -> nplet.length).toArray();
        int[] columns = nplets.stream().flatMapToInt(Arrays::stream).toArray();
        return new SentNplets(false, orders, columns);
    }

    /** The n-plets on another machine. */
    List<int[]> list(Variables variables) {
        if (table) {
            return NpletTable.checked(orders[0], columns, variables, true, i -> "n-plet " + i + " (from 0)");
        }
        List<int[]> nplets = new ArrayList<>(orders.length);
        int from = 0;
        for (int order : orders) {
            nplets.add(Arrays.copyOfRange(columns, from, from + order));
            from += order;
        }
        return nplets;
    }
}
