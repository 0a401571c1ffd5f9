package org.oinfo.bench;

import org.oinfo.kernels.Combinations;

/**
 * The ranks of one order that a timed scan goes through: all of them, or where they are too many a part that costs per n-plet
 * what the whole costs.
 *
 * @param from first rank
 * @param to one past the last rank
 * @param whole is it the whole order?
 */
record ScanRange(long from, long to, boolean whole) {
    /** Members that a kernel may treat as one tile: a part begins and ends where the members before these change. */
    private static final int TAIL = 3;

    /** Number of n-plets. */
    long size() {
        return to - from;
    }

    /**
     * All ranks if they are not more than {@code target}; else at least {@code target} of them, from the first n-plet whose k-3
     * first members are where they are on average, at i (N+1)/(k+1): there the suffix of later variables, on which the cost of
     * an n-plet depends, is as long as it is on average.
     */
    static ScanRange of(int variables, int order, long target) {
        Combinations combinations = new Combinations(variables, order);
        long total = combinations.total();
        if (total <= target || order <= TAIL) {
            return new ScanRange(0, total, true);
        }
        int length = order - TAIL;
        int[] nplet = new int[order];
        for (int i = 0; i < length; i++) {
            nplet[i] = (i + 1) * (variables + 1) / (order + 1) - 1;
        }
        long from = combinations.firstRank(nplet, length);
        long to = from;
        while (to < total && to - from < target) {
            combinations.unrank(to, nplet);
            to += combinations.choose(variables - 1 - nplet[length - 1], TAIL);
        }
        return new ScanRange(from, to, false);
    }
}
