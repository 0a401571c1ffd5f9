package org.oinfo.search;

import java.util.Arrays;

/** Ascending n-plets that are one variable larger, and what is left for them. */
public final class Nplets {
    private Nplets() {}

    /** The n-plet with one more variable, ascending. */
    public static int[] with(int[] nplet, int variable) {
        int[] larger = new int[nplet.length + 1];
        with(nplet, variable, larger, 0);
        return larger;
    }

    /** Writes the n-plet with one more variable, ascending, to out[offset..]. */
    public static void with(int[] nplet, int variable, int[] out, int offset) {
        int below = -1 - Arrays.binarySearch(nplet, variable);
        System.arraycopy(nplet, 0, out, offset, below);
        out[offset + below] = variable;
        System.arraycopy(nplet, below, out, offset + below + 1, nplet.length - below);
    }

    /** The variables of 0..variables-1 that are not in the n-plet, ascending. */
    public static int[] others(int[] nplet, int variables) {
        int[] others = new int[variables - nplet.length];
        int free = 0;
        int member = 0;
        for (int v = 0; v < variables; v++) {
            if (member < nplet.length && nplet[member] == v) {
                member++;
            } else {
                others[free++] = v;
            }
        }
        return others;
    }
}
