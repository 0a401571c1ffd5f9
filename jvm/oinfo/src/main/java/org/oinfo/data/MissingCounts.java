package org.oinfo.data;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts rows that are left out because of missing values, and in which columns those are. */
public final class MissingCounts {
    /** As many columns as a sentence names. */
    private static final int MOST_NAMED = 5;

    private final int[] columns;
    private final long[] missing;
    private int rows;
    private int leftOut;

    /**
     * Nothing counted yet.
     *
     * @param columns the chosen columns of the original data, ascending
     */
    public MissingCounts(int[] columns) {
        this.columns = columns.clone();
        this.missing = new long[columns.length];
    }

    /** Counts a row without missing values. */
    public void whole() {
        rows++;
    }

    /** Counts a row that is left out. */
    public void leftOut() {
        rows++;
        leftOut++;
    }

    /** Counts a missing value of a row that is left out, by the position of its column among the chosen ones. */
    public void missing(int position) {
        missing[position]++;
    }

    /** Number of rows left out. */
    public int rowsLeftOut() {
        return leftOut;
    }

    /** Columns whose values are all missing, where there were rows at all. */
    public int[] throughout() {
        return IntStream.range(0, columns.length)
                .filter(i -> rows > 0 && missing[i] == rows)
                .map(i -> columns[i])
                .toArray();
    }

    /**
     * The warning that rows were left out, or an empty list.
     *
     * @param names names of all columns of the original data, or an empty list
     */
    public List<Warning> warnings(List<String> names) {
        if (leftOut == 0) {
            return List.of();
        }
        int[] byCount = IntStream.range(0, columns.length)
                .filter(i -> missing[i] > 0)
                .boxed()
                .sorted(Comparator.comparingLong(i -> -missing[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        String counts = IntStream.of(byCount)
                .limit(MOST_NAMED)
                .mapToObj(i -> missing[i] + " in " + Variables.described(columns[i], names))
                .collect(Collectors.joining(", "));
        int more = byCount.length - MOST_NAMED;
        String message = leftOut + (leftOut == 1 ? " row" : " rows") + " with missing values left out: " + counts
                + (more > 0 ? " and " + more + (more == 1 ? " more column" : " more columns") : "");
        List<Integer> of = IntStream.of(byCount).mapToObj(i -> columns[i]).toList();
        List<Long> values = IntStream.of(byCount).mapToObj(i -> missing[i]).toList();
        return List.of(new Warning(
                Warning.Name.ROWS_LEFT_OUT, message, Map.of("rows", leftOut, "columns", of, "missing", values)));
    }
}
