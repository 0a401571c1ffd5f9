package org.oinfo.data;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * Many n-plets of one order in one array: columns of the original data, each n-plet ascending. As a list it makes an array of
 * each n-plet that it is asked for.
 */
public final class NpletTable extends AbstractList<int[]> implements RandomAccess {
    private final int order;
    private final int[] members;
    private final Variables variables;
    /** Whether constant columns were allowed, and whether there is none. */
    private final boolean constants;

    private final boolean varying;

    private NpletTable(int order, int[] members, Variables variables, boolean constants, IntFunction<String> who) {
        this.order = order;
        this.members = members;
        this.variables = variables;
        this.constants = constants;
        boolean all = true;
        for (int i = 0; i < size(); i++) {
            if (!ascends(i)) {
                all &= sort(i, who);
            }
        }
        this.varying = all;
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
        return new NpletTable(order, members, variables, constants, who);
    }

    /** This table for some variables, as {@link #checked}. */
    public NpletTable checked(Variables wanted, boolean constantsToo, IntFunction<String> who) {
        return wanted == variables && constantsToo == constants
                ? this
                : new NpletTable(order, members, wanted, constantsToo, who);
    }

    /** Whether an n-plet ascends and all its columns take part: most do, and need no closer look. */
    private boolean ascends(int i) {
        int last = -1;
        for (int at = i * order; at < (i + 1) * order; at++) {
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
        if (!Arrays.equals(nplet, 0, order, members, i * order, (i + 1) * order)) {
            System.arraycopy(nplet, 0, members, i * order, order);
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
        return members.length / order;
    }

    @Override
    public int[] get(int index) {
        return Arrays.copyOfRange(members, index * order, (index + 1) * order);
    }

    /** Writes the columns of n-plets from..to-1 to out [(to-from)*order]. */
    public void columns(int from, int to, int[] out) {
        System.arraycopy(members, from * order, out, 0, (to - from) * order);
    }

    /** Writes the positions of the variables of n-plets from..to-1, which vary, to out [(to-from)*order]. */
    public void positions(int from, int to, int[] out) {
        for (int at = from * order, i = 0; at < to * order; at++, i++) {
            out[i] = variables.position(members[at]);
        }
    }
}
