package org.oinfo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.NpletTable;
import org.oinfo.data.Variables;

/** Checked n-plets as they are sent to other machines: millions of them in two arrays. */
final class SentNplets implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String named;
    /** Whether all are of one order and travel as a table. */
    private final boolean table;
    /** Number of columns of each; of a table one for all. */
    private final int[] orders;
    /** N-plet after n-plet. */
    private final int[] columns;

    /** The same on another machine, where each of its tasks asks for it. */
    private transient @Nullable List<int[]> list;

    private SentNplets(String named, boolean table, int[] orders, int[] columns) {
        this.named = named;
        this.table = table;
        this.orders = orders;
        this.columns = columns;
    }

    /**
     * Checked n-plets.
     *
     * @param named what the words of the analysis call them
     */
    static SentNplets of(List<int[]> nplets, String named) {
        if (nplets instanceof NpletTable table) {
            int[] columns = new int[table.size() * table.order()];
            table.columns(0, table.size(), columns);
            return new SentNplets(named, true, new int[] {table.order()}, columns);
        }
        int[] orders = nplets.stream().mapToInt(nplet -> nplet.length).toArray();
        int[] columns = nplets.stream().flatMapToInt(Arrays::stream).toArray();
        return new SentNplets(named, false, orders, columns);
    }

    /** What the words of the analysis call them. */
    String named() {
        return named;
    }

    /** The n-plets on another machine. */
    synchronized List<int[]> list(Variables variables) {
        if (list == null) {
            list = table
                    ? NpletTable.checked(orders[0], columns, variables, true, i -> "n-plet " + i + " (from 0)")
                    : each();
        }
        return list;
    }

    private List<int[]> each() {
        List<int[]> nplets = new ArrayList<>(orders.length);
        int from = 0;
        for (int order : orders) {
            nplets.add(Arrays.copyOfRange(columns, from, from + order));
            from += order;
        }
        return nplets;
    }
}
