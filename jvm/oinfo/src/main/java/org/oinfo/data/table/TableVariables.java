package org.oinfo.data.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Setting;
import org.oinfo.data.Variables;

/**
 * The variables of a table: each column of single numbers is one, of a column {@code acts} of lists each place, {@code acts[0]} and so on.
 *
 * @param names of all of them
 * @param columns the column of the table that each is in
 * @param places which of the numbers of its column it is
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record TableVariables(List<TableColumn> all, List<String> names, int[] columns, long[] places) {
    /** More names than any scan could go through; a damaged file may claim more. */
    private static final int MOST = 1 << 17;

    /**
     * Finds them.
     *
     * @param taken the columns that are not row labels
     * @throws BadInputException names are not different, or there are too many variables
     */
    static TableVariables of(List<TableColumn> all, int[] taken, String source) {
        List<String> names = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        requireDifferent(all, taken, source);
        for (int c : taken) {
            TableColumn column = all.get(c);
            boolean expanded = column.isList() && column.numeric();
            long width = expanded ? column.width() : 1;
            if (width < 0 || names.size() + width > MOST) {
                throw new BadInputException(
                        "a table must have at most " + MOST + " variables: column " + Excerpt.of(column.name()) + " of "
                                + source + " holds lists of " + width + " numbers",
                        "leave it out with {}, or save fewer",
                        Setting.DROP_COLUMN);
            }
            for (long place = 0; place < width; place++) {
                names.add(expanded ? column.name() + index(column.shape(), place) : column.name());
                columns.add(c);
                places.add(place);
            }
        }
        return new TableVariables(
                all,
                names,
                columns.stream().mapToInt(Integer::intValue).toArray(),
                places.stream().mapToLong(Long::longValue).toArray());
    }

    /** {@code [1,0]}: the place of a number in lists within lists. */
    private static String index(List<Long> shape, long place) {
        List<String> axes = new ArrayList<>();
        for (long length : shape.reversed()) {
            axes.add(String.valueOf(place % length));
            place /= length;
        }
        return axes.reversed().stream().collect(Collectors.joining(",", "[", "]"));
    }

    /**
     * Requires names that tell columns apart.
     *
     * @param taken columns, whose places here the message tells
     * @throws BadInputException two have one name
     */
    static void requireDifferent(List<TableColumn> all, int[] taken, String source) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < taken.length; i++) {
            String name = all.get(taken[i]).name();
            Integer first = seen.put(name, i);
            if (first != null) {
                throw new BadInputException("names of columns must differ: " + source + " has " + Excerpt.of(name)
                        + " for columns " + first + " and " + i + " (columns count from 0); rename one");
            }
        }
    }

    /**
     * Requires that those chosen hold numbers.
     *
     * @throws BadInputException one does not
     */
    void requireNumbers(int[] chosen, String source) {
        int[] others = IntStream.of(chosen)
                .filter(variable -> !all.get(columns[variable]).numeric())
                .toArray();
        if (others.length > 0) {
            TableColumn first = all.get(columns[others[0]]);
            throw new BadInputException(
                    "every column must hold numbers: " + source + " has " + Variables.described(others[0], names)
                            + " of type " + (first.isList() ? "list of " : "") + Excerpt.oneLine(first.type())
                            + (others.length > 1 ? " and " + (others.length - 1) + " more" : "")
                            + " (columns count from 0)",
                    "leave it out with {}",
                    Setting.DROP_COLUMN);
        }
    }
}
