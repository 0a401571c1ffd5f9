package org.oinfo.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the original data, and those of them that take part. Columns keep their 0-based numbers whatever is left out; inside, variables
 * have positions 0 .. N-1.
 */
public final class Variables {
    /** As many columns as a message names. */
    private static final int MOST_NAMED = 5;

    private static final String TAKES_NO_PART = "must hold variables that take part: ";

    private final int originals;
    private final List<String> names;
    private final int[] kept;
    private final int[] dead;
    /** Position of each column [originals], or -1. */
    private final int[] positions;

    /**
     * A selection of columns.
     *
     * @param originals number of columns of the original data
     * @param names their names [originals], or an empty list
     * @param kept columns that take part, ascending
     * @param dead columns left out because they are constant, ascending
     */
    public Variables(int originals, List<String> names, int[] kept, int[] dead) {
        this.originals = originals;
        this.names = List.copyOf(names);
        this.kept = kept.clone();
        this.dead = dead.clone();
        this.positions = new int[originals];
        Arrays.fill(positions, -1);
        for (int i = 0; i < kept.length; i++) {
            positions[kept[i]] = i;
        }
    }

    /**
     * The columns of some samples.
     *
     * @param live positions of the variables that take part, ascending
     * @param dead positions of the variables left out because they are constant, ascending
     */
    public static Variables of(Samples samples, int[] live, int[] dead) {
        int[] columns = samples.columns();
        return new Variables(samples.originals(), samples.originalNames(), at(columns, live), at(columns, dead));
    }

    /**
     * The columns of a matrix.
     *
     * @param chosen columns that were chosen, ascending; the others are left out
     * @param live positions of the variables that take part, ascending
     * @param dead positions of the variables left out because they are constant, ascending
     */
    public static Variables of(SquareMatrix matrix, int[] chosen, int[] live, int[] dead) {
        return new Variables(matrix.variables(), matrix.names(), at(chosen, live), at(chosen, dead));
    }

    private static int[] at(int[] columns, int[] positions) {
        return Arrays.stream(positions).map(position -> columns[position]).toArray();
    }

    /** Number of variables N that take part. */
    public int count() {
        return kept.length;
    }

    /** Number of columns of the original data. */
    public int originals() {
        return originals;
    }

    /** Whether the variables have names. */
    public boolean named() {
        return !names.isEmpty();
    }

    /** Names of all columns of the original data, or an empty list. */
    public List<String> names() {
        return names;
    }

    /** Name of a column, or its number when it has none. */
    public String label(int column) {
        return named() ? names.get(column) : Integer.toString(column);
    }

    /** Column of the variable at a position. */
    public int column(int position) {
        return kept[position];
    }

    /** Columns of the variables at some positions [k], in the same order. */
    public int[] columnsOf(int... nplet) {
        int[] columns = new int[nplet.length];
        for (int i = 0; i < nplet.length; i++) {
            columns[i] = kept[nplet[i]];
        }
        return columns;
    }

    /** Position of a column, or -1 when it was left out. */
    public int position(int column) {
        return positions[column];
    }

    /**
     * Positions of those of some columns that take part, in the same order.
     *
     * @throws BadInputException a column is out of range
     */
    public int[] positionsOf(int... columns) {
        for (int column : columns) {
            if (column < 0 || column >= originals) {
                throw new BadInputException("columns must lie in 0.." + (originals - 1) + ": found " + column);
            }
        }
        return Arrays.stream(columns)
                .map(column -> positions[column])
                .filter(position -> position >= 0)
                .toArray();
    }

    /** Columns that take part [N], ascending. */
    public int[] columns() {
        return kept.clone();
    }

    /** Columns left out because they are constant. */
    public int[] dead() {
        return dead.clone();
    }

    /** Columns left out because they were not chosen. */
    public int[] notChosen() {
        return IntStream.range(0, originals)
                .filter(c -> positions[c] < 0 && !isConstant(c))
                .toArray();
    }

    /** Whether a column was left out because it is constant. */
    public boolean isConstant(int column) {
        return Arrays.binarySearch(dead, column) >= 0;
    }

    /**
     * Why columns cannot be an n-plet of variables that take part, or null when they can.
     *
     * @param ascending columns in ascending order
     */
    public @Nullable String refusal(int[] ascending) {
        String refusal = refusalUnlessConstant(ascending);
        return refusal != null
                ? refusal
                : Arrays.stream(ascending)
                        .filter(this::isConstant)
                        .mapToObj(column -> TAKES_NO_PART + described(column) + " is constant and was left out")
                        .findFirst()
                        .orElse(null);
    }

    /**
     * As {@link #refusal}, but an n-plet may hold constant columns.
     *
     * @param ascending columns in ascending order
     */
    public @Nullable String refusalUnlessConstant(int[] ascending) {
        if (ascending.length < 2) {
            return "must have at least 2 variables: found " + ascending.length;
        }
        for (int i = 0; i < ascending.length; i++) {
            int column = ascending[i];
            if (column < 0 || column >= originals) {
                return "must hold columns 0 to " + (originals - 1) + ": found " + column;
            }
            if (i > 0 && column == ascending[i - 1]) {
                return "must not repeat a variable: " + described(column) + " is there twice";
            }
            if (positions[column] < 0 && !isConstant(column)) {
                return TAKES_NO_PART + described(column) + " was not chosen";
            }
        }
        return null;
    }

    /** A column as every message spells it: {@code column 3}, or {@code column 3 "hip"} where columns have names. */
    public String described(int column) {
        return described(column, names);
    }

    /** The first few columns, each by {@link #described(int)}. */
    public String described(int[] columns) {
        return described(columns, names);
    }

    /** As {@link #described(int[])}, of data with names of all columns or none. */
    static String described(int[] columns, List<String> names) {
        String first = Arrays.stream(columns)
                .limit(MOST_NAMED)
                .mapToObj(column -> described(column, names))
                .collect(Collectors.joining(", "));
        int more = columns.length - MOST_NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /** A variable of some samples, by its column of the original data. */
    public static String described(Samples samples, int variable) {
        return described(samples.columns()[variable], samples.originalNames());
    }

    /**
     * A column by its number and, if there are names, its name.
     *
     * @param names names of all columns of the original data, or an empty list
     */
    public static String described(int column, List<String> names) {
        return "column " + column + (names.isEmpty() ? "" : ' ' + Excerpt.of(names.get(column)));
    }
}
