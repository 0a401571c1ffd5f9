package org.oinfo.data;

import java.util.BitSet;
import java.util.List;

/** A list of columns as a user writes it. */
public final class ColumnList {
    private ColumnList() {}

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
        BitSet chosen = new BitSet();
        for (String item : list.split(",", -1)) {
            String token = item.strip();
            int dash = token.indexOf('-');
            if (isNumber(token)) {
                add(number(token, n, setting), chosen, setting);
            } else if (dash > 0 && isNumber(token.substring(0, dash)) && isNumber(token.substring(dash + 1))) {
                addRange(token, dash, chosen, n, setting);
            } else {
                add(named(token, names, n, setting), chosen, setting);
            }
        }
        return chosen.stream().toArray();
    }

    private static void addRange(String token, int dash, BitSet chosen, int n, String setting) {
        int first = number(token.substring(0, dash), n, setting);
        int last = number(token.substring(dash + 1), n, setting);
        if (first > last) {
            throw new BadInputException(
                    "a range of " + setting + " must go upwards: found " + token + "; write " + last + '-' + first);
        }
        for (int column = first; column <= last; column++) {
            add(column, chosen, setting);
        }
    }

    private static void add(int column, BitSet chosen, String setting) {
        if (chosen.get(column)) {
            throw new BadInputException(
                    setting + " must give a column once: found column " + column + " twice; leave one out");
        }
        chosen.set(column);
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int number(String digits, int n, String setting) {
        // Ten digits and more would not fit an int, and no table has as many columns.
        int column = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (column >= n) {
            throw new BadInputException("columns of " + setting + " must lie in 0.." + (n - 1) + ": found " + digits
                    + "; columns count from 0");
        }
        return column;
    }

    private static int named(String name, List<String> names, int n, String setting) {
        if (name.isEmpty()) {
            throw new BadInputException("columns of " + setting
                    + " must be numbers, ranges or names separated by commas: found an empty one; take a comma away");
        }
        int column = names.indexOf(name);
        if (column < 0) {
            throw new BadInputException("columns of " + setting + " must be among the " + n + " columns: "
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
