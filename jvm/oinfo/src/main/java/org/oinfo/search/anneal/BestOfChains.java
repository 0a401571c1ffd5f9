package org.oinfo.search.anneal;

import java.util.Arrays;
import org.oinfo.kernels.NpletScore;
import org.oinfo.parallel.Watch;

/**
 * The best n-plet of each order that a group of chains was at, for the watch: its value is the canonical one, scored only where
 * somebody looks.
 */
final class BestOfChains {
    private final Objective objective;
    private final int smallest;
    /** N-plet, key, and whether it is better than what the watch knows, by order less the smallest. */
    private final int[][] nplet;

    private final long[] key;
    private final boolean[] untold;

    /** Nothing yet, of orders {@code smallest} to {@code largest}. */
    BestOfChains(Objective objective, int smallest, int largest) {
        this.objective = objective;
        this.smallest = smallest;
        this.nplet = new int[largest - smallest + 1][];
        Arrays.setAll(nplet, i -> new int[smallest + i]);
        this.key = new long[nplet.length];
        Arrays.fill(key, Objective.SINGULAR);
        this.untold = new boolean[nplet.length];
    }

    /** An n-plet that a chain has moved to: {@code order} indices from {@code from} on. */
    void offer(long offered, int order, int[] nplets, int from) {
        int at = order - smallest;
        if (offered < key[at]) {
            key[at] = offered;
            untold[at] = true;
            System.arraycopy(nplets, from, nplet[at], 0, order);
        }
    }

    /** Tells the watch what is new; {@code canonical} belongs to this thread. */
    void tell(Watch watch, NpletScore canonical) {
        if (!watch.seen()) {
            return;
        }
        for (int at = 0; at < nplet.length; at++) {
            if (untold[at]) {
                untold[at] = false;
                canonical.score(nplet[at], 0, nplet[at].length);
                double value = objective.measure().of(canonical);
                if (objective.redundant()) {
                    watch.highest(nplet[at].clone(), value);
                } else {
                    watch.lowest(nplet[at].clone(), value);
                }
            }
        }
    }
}
