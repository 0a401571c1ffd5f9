package org.oinfo.kernels.pairs;

import java.util.Arrays;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanKernel;

/**
 * Walks prefixes Q of k-3 members in lexicographic order, and has a {@link PairEngine} score their n-plets, several prefixes at once
 * where they are complete. What begins or ends inside the n-plets of one {Q, q}, and prefixes too close to singular, go to another
 * scan.
 */
public final class PairWalk implements ScanKernel {
    private static final int SMALLEST_ORDER = 3;
    private static final int LARGEST_ORDER = 8;

    /** Most prefixes that may be scanned at once. */
    private static final int GROUP = 2;

    private final int n;
    private final int members;
    private final Combinations combinations;
    private final PairEngine engine;
    private final ScanKernel ragged;
    /** The n-plet at the current rank [k]. */
    private final int[] nplet;
    /** First of the prefixes that the engine holds [m], -1 where none; how many they are, and whether they are sound. */
    private final int[] held;

    private int heldCount;
    private boolean sound;

    public PairWalk(int variables, int order, PairEngine engine, ScanKernel ragged) {
        n = variables;
        members = order - 3;
        combinations = new Combinations(variables, order);
        this.engine = engine;
        this.ragged = ragged;
        nplet = new int[order];
        held = new int[members];
        Arrays.fill(held, -1);
    }

    /**
     * Whether this scan is faster than the bordered sweep. With few variables its runs are too short for what it prepares for
     * each prefix: measured on four lanes, they break even at N = 22, 30 and 36 for orders 6, 7 and 8 and nowhere below.
     */
    public static boolean suits(int variables, int order) {
        return order >= SMALLEST_ORDER && order <= LARGEST_ORDER && variables >= 7 * order - 20;
    }

    @Override
    public void scan(long from, long to, Landscape into) {
        if (from >= to) {
            return;
        }
        engine.begin(into);
        long rank = from;
        while (rank < to) {
            combinations.unrank(rank, nplet);
            long next = scanBlock(rank, to);
            if (next == rank) {
                next = scanPrefix(rank, to, into);
            }
            rank = next;
        }
        engine.end();
    }

    /** Scans as many prefixes at once as the engine likes, if they are complete; returns where it ended. */
    private long scanBlock(long rank, long to) {
        int count = engine.prefixes();
        if (count == 1 || !wholePrefix()) {
            return rank;
        }
        int last = nplet[members - 1];
        long next = rank + combinations.choose(n - last, 4) - combinations.choose(n - last - count, 4);
        if ((last - firstLast()) % count != 0 || last + count > n - 3 || next > to || !moveTo(count)) {
            return rank;
        }
        engine.scan(last + 1, n - 2, base());
        return next;
    }

    /** The smallest last member of a prefix with the members before it. */
    private int firstLast() {
        return members < 2 ? 0 : nplet[members - 2] + 1;
    }

    /** The first q of the group of {@link #GROUP} prefixes that the current one belongs to. */
    private int base() {
        return members == 0 ? 0 : nplet[members - 1] - (nplet[members - 1] - firstLast()) % GROUP + 1;
    }

    /** Whether the current n-plet is the first of its prefix. */
    private boolean wholePrefix() {
        int q = nplet[members];
        return (members == 0 ? q == 0 : q == nplet[members - 1] + 1) && wholePairs();
    }

    private boolean wholePairs() {
        int q = nplet[members];
        return nplet[members + 1] == q + 1 && nplet[members + 2] == q + 2;
    }

    private long scanPrefix(long rank, long to, Landscape into) {
        int q = nplet[members];
        int end = wholePairs() ? wholeUntil(q, rank, to) : q;
        if (end == q) {
            long next = Math.min(to, rank + left());
            ragged.scan(rank, next, into);
            return next;
        }
        long next = rank + combinations.choose(n - q, 3) - combinations.choose(n - end, 3);
        if (moveTo(1)) {
            engine.scan(q, end, base());
        } else {
            ragged.scan(rank, next, into);
        }
        return next;
    }

    /** The first q whose n-plets are not all below rank {@code to}. */
    private int wholeUntil(int q, long rank, long to) {
        int end = q;
        long reached = rank;
        while (end < n - 2 && reached + combinations.choose(n - 1 - end, 2) <= to) {
            reached += combinations.choose(n - 1 - end, 2);
            end++;
        }
        return end;
    }

    /** N-plets from the current one to the last with the same Q and q. */
    private long left() {
        int j = nplet[members + 1];
        int l = nplet[members + 2];
        return combinations.choose(n - 1 - j, 2) + n - l;
    }

    private boolean moveTo(int count) {
        int kept = 0;
        while (kept < members && held[kept] == nplet[kept]) {
            kept++;
        }
        if (kept < members || count != heldCount) {
            System.arraycopy(nplet, 0, held, 0, members);
            heldCount = count;
            sound = engine.moveTo(nplet, Math.min(kept, Math.max(0, members - 1)), count);
        }
        return sound;
    }

    @Override
    public void close() {
        engine.close();
        ragged.close();
    }
}
