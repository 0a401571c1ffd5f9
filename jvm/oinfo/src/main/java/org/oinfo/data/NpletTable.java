package org.oinfo.data;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * Many n-plets of one order in one array: columns of the original data, each n-plet ascending. As a list it makes an array of
 * each n-plet that it is asked for.
 */
public final class NpletTable extends AbstractList<int[]> implements RandomAccess {
    private final int order;
    private final int[] members;
    /** The n-plet that is the first, and how many there are. */
    private final int first;

    private final int size;
    private final Variables variables;
    /** Whether constant columns were allowed, and whether there is none. */
    private final boolean constants;

    private final boolean varying;

    private NpletTable(
            int order,
            int[] members,
            int first,
            int size,
            Variables variables,
            boolean constants,
            IntFunction<String> who) {
        this.order = order;
        this.members = members;
        this.first = first;
        this.size = size;
        this.variables = variables;
        this.constants = constants;
        boolean all = true;
        for (int i = 0; i < size; i++) {
            if (!ascends(i)) {
                all &= sort(i, who);
            }
        }
        this.varying = all;
    }

    /** Some n-plets of a table, which stay where they are. */
    private NpletTable(NpletTable whole, int from, int to) {
        this.order = whole.order;
        this.members = whole.members;
        this.first = whole.first + from;
        this.size = to - from;
        this.variables = whole.variables;
        this.constants = whole.constants;
        this.varying = whole.varying;
    }

    /**
     * A table of n-plets that variables allow.
     *
     * @param order number of columns of each, at least 1
     * @param members n-plet after n-plet [B*order], not copied; n-plets that do not ascend are sorted in place
     * @param constants whether they may hold constant columns
     * @param who what a message calls an n-plet, by its place from 0
     * @throws BadInputException some n-plet cannot be used; the message names the first
     */
    public static NpletTable checked(
            int order, int[] members, Variables variables, boolean constants, IntFunction<String> who) {
        return new NpletTable(order, members, 0, members.length / order, variables, constants, who);
    }

    /** This table for some variables, as {@link #checked}. */
    public NpletTable checked(Variables wanted, boolean constantsToo, IntFunction<String> who) {
        return wanted == variables && constantsToo == constants
                ? this
                : new NpletTable(order, members, first, size, wanted, constantsToo, who);
    }

    /** Whether an n-plet ascends and all its columns take part: most do, and need no closer look. */
    private boolean ascends(int i) {
        int last = -1;
        for (int at = at(i); at < at(i + 1); at++) {
            int column = members[at];
            if (column <= last || column >= variables.originals() || variables.position(column) < 0) {
                return false;
            }
            last = column;
        }
        return order >= 2;
    }

    /** Sorts an n-plet, or refuses it; whether all its columns take part. */
    private boolean sort(int i, IntFunction<String> who) {
        int[] nplet = get(i);
        Arrays.sort(nplet);
        String refusal = constants ? variables.refusalUnlessConstant(nplet) : variables.refusal(nplet);
        if (refusal != null) {
            throw new BadInputException(who.apply(i) + ' ' + refusal);
        }
        // An array that ascends already may be another table's.
        if (!Arrays.equals(nplet, 0, order, members, at(i), at(i + 1))) {
            System.arraycopy(nplet, 0, members, at(i), order);
        }
        return Arrays.stream(nplet).noneMatch(variables::isConstant);
    }

    /** Whether no n-plet holds a constant column. */
    public boolean varies() {
        return varying;
    }

    /** Number of columns of each n-plet. */
    public int order() {
        return order;
    }

    @Override
    public int size() {
        return size;
    }

    /** Where an n-plet begins. */
    private int at(int index) {
        return (first + index) * order;
    }

    @Override
    public int[] get(int index) {
        return Arrays.copyOfRange(members, at(index), at(index + 1));
    }

    /** Some n-plets, which are not copied. */
    @Override
    public NpletTable subList(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return new NpletTable(this, from, to);
    }

    /** Writes the columns of n-plets from..to-1 to out [(to-from)*order]. */
    public void columns(int from, int to, int[] out) {
        System.arraycopy(members, at(from), out, 0, (to - from) * order);
    }

    /** Writes the positions of the variables of an n-plet, which vary, to out[at..at+order-1]. */
    public void positions(int index, int[] out, int at) {
        for (int i = 0; i < order; i++) {
            out[at + i] = variables.position(members[at(index) + i]);
        }
    }
}
