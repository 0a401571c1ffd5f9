package org.oinfo.data;

import java.util.BitSet;
import java.util.List;

/** A list of columns as a user writes it. */
public final class ColumnList {
    private final List<String> names;
    private final int columns;
    private final String setting;
    private final BitSet chosen = new BitSet();

    private ColumnList(List<String> names, int columns, String setting) {
        this.names = names;
        this.columns = columns;
        this.setting = setting;
    }

    /**
     * Reads a list such as {@code 0,3,5-9,hip}: 0-based numbers, ranges with both ends, and names, separated by commas. What
     * looks like a number or range is one; a column whose name does too is asked for by its number.
     *
     * @param list the list
     * @param names names of the columns [n], or an empty list
     * @param n number of columns
     * @param setting what holds the list, as the caller's users call it, for messages
     * @return the columns in ascending order, at least one
     * @throws BadInputException if a column does not exist or is given twice
     */
    public static int[] parse(String list, List<String> names, int n, String setting) {
        ColumnList columns = new ColumnList(names, n, setting);
        for (String item : list.split(",", -1)) {
            columns.add(item.strip());
        }
        return columns.chosen.stream().toArray();
    }

    private void add(String token) {
        int dash = token.indexOf('-');
        if (isNumber(token)) {
            add(number(token));
        } else if (dash > 0 && isNumber(token.substring(0, dash)) && isNumber(token.substring(dash + 1))) {
            addRange(token, number(token.substring(0, dash)), number(token.substring(dash + 1)));
        } else {
            add(named(token));
        }
    }

    private void addRange(String token, int first, int last) {
        if (first > last) {
            throw new BadInputException(
                    "a range of " + setting + " must go upwards: found " + token + "; write " + last + '-' + first);
        }
        for (int column = first; column <= last; column++) {
            add(column);
        }
    }

    private void add(int column) {
        if (chosen.get(column)) {
            throw new BadInputException(setting + " must give a column once: found "
                    + Variables.described(column, names) + " twice; leave one out");
        }
        chosen.set(column);
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private int number(String digits) {
        // Ten digits and more would not fit an int, and no table has as many columns.
        int column = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (column >= columns) {
            throw new BadInputException("columns of " + setting + " must lie in 0.." + (columns - 1) + ": found "
                    + digits + "; columns count from 0");
        }
        return column;
    }

    private int named(String name) {
        if (name.isEmpty()) {
            throw new BadInputException("columns of " + setting
                    + " must be numbers, ranges or names separated by commas: found an empty one; take a comma away");
        }
        int column = names.indexOf(name);
        if (column < 0) {
            throw new BadInputException("columns of " + setting + " must be among the " + columns + " columns: "
                    + (names.isEmpty()
                            ? "found " + Excerpt.of(name) + ", and the data has no names; use numbers from 0"
                            : "there is no " + Excerpt.of(name) + "; names are " + some(names)));
        }
        return column;
    }

    private static String some(List<String> names) {
        String first = names.stream()
                .limit(5)
                .map(Excerpt::of)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        return names.size() > 5 ? first + " and " + (names.size() - 5) + " more" : first;
    }
}
