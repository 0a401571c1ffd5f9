package org.oinfo;

import java.util.List;
import org.oinfo.data.NpletTable;
import org.oinfo.data.Variables;
import org.oinfo.scan.GivenNplets;

/**
 * Of given n-plets, what can be scored: their columns that vary. Correlations with a constant column do not exist, so the n-plet is singular;
 * to counted states it adds nothing, and the rest of the n-plet is scored.
 *
 * @param nplets columns, ascending, some of them perhaps constant
 * @param largest the most columns of an n-plet
 * @param constantsAreSingular whether there are correlations
 */
record VaryingParts(List<int[]> nplets, int largest, Variables variables, boolean constantsAreSingular)
        implements GivenNplets.Source {
    static VaryingParts of(List<int[]> nplets, OInformation info) {
        int largest = nplets instanceof NpletTable table
                ? table.order()
                : nplets.stream().mapToInt(nplet -> nplet.length).max().orElse(0);
        return new VaryingParts(nplets, largest, info.variables(), info.model().constantsAreSingular());
    }

    /** How many n-plets have so many columns to be scored [largest + 1]. */
    int[] orders() {
        int[] counts = new int[largest + 1];
        for (int i = 0; i < nplets.size(); i++) {
            counts[Math.max(0, order(i))]++;
        }
        return counts;
    }

    @Override
    public int size() {
        return nplets.size();
    }

    @Override
    public int order(int nplet) {
        if (nplets instanceof NpletTable table && table.varies()) {
            return largest;
        }
        int[] columns = nplets.get(nplet);
        int count = 0;
        for (int column : columns) {
            count += variables.position(column) < 0 ? 0 : 1;
        }
        if (count < columns.length && constantsAreSingular) {
            return SINGULAR;
        }
        return count < 2 ? 0 : count;
    }

    @Override
    public void positions(int nplet, int[] out, int at) {
        if (nplets instanceof NpletTable table && table.varies()) {
            // No array for each of millions.
            table.positions(nplet, out, at);
            return;
        }
        int to = at;
        for (int column : nplets.get(nplet)) {
            int position = variables.position(column);
            if (position >= 0) {
                out[to++] = position;
            }
        }
    }
}
