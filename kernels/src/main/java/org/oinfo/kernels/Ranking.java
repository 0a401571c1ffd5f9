package org.oinfo.kernels;

import java.util.Arrays;

/**
 * The K n-plets with the smallest keys, ties by smallest lexicographic rank: a total order, so the content does not depend
 * on the order in which n-plets are offered or rankings are merged.
 *
 * <p>Holds keys and ranks only; the four measures of the winners are computed canonically when they are read.
 */
public final class Ranking {
    /** A bound below every key: a ranking with this bound takes nothing. */
    public static final long NOTHING = Long.MIN_VALUE;

    /** Keys are Omega in units of 2^-40 nats: Omega that differs by rounding alone ties, and ties go by rank. */
    private static final double KEY_UNIT = 0x1p40;

    private final int capacity;
    /** No key above this can be among the best, whatever this ranking holds. */
    private final long bound;

    private long[] keys;
    private long[] ranks;
    private int size;

    /**
     * An empty ranking.
     *
     * @param capacity K, at least 1
     * @param bound a key known to be no better than the K-th best overall; Long.MAX_VALUE when nothing is known,
     *     {@link #NOTHING} for a ranking that stays empty
     */
    public Ranking(int capacity, long bound) {
        this.capacity = capacity;
        this.bound = bound;
        this.keys = new long[Math.min(capacity, 32)];
        this.ranks = new long[keys.length];
    }

    /** Key of a canonical Omega for the most synergistic n-plets; negate it for the most redundant. */
    public static long key(double omega) {
        return (long) Math.rint(omega * KEY_UNIT);
    }

    /** Upper bound on the values, in nats, that have a key or a smaller one; infinity for the largest key. */
    public static double bound(long key) {
        return key == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : (key + 0.5) / KEY_UNIT;
    }

    /** Number of n-plets held. */
    public int size() {
        return size;
    }

    /** The largest key that may still enter. */
    public long worstKey() {
        return size < capacity ? bound : Math.min(bound, keys[0]);
    }

    /**
     * The largest Omega, in nats, that may still enter (for the most redundant: of -Omega). Infinity while everything may;
     * -2^23, far below any Omega, when nothing may.
     */
    public double worst() {
        return bound(worstKey());
    }

    /** Takes an n-plet if it is among the K best seen. */
    public void offer(long key, long rank) {
        if (key > bound) {
            return;
        }
        if (size < capacity) {
            if (size == keys.length) {
                int length = (int) Math.min(capacity, 2L * size);
                keys = Arrays.copyOf(keys, length);
                ranks = Arrays.copyOf(ranks, length);
            }
            int i = size++;
            while (i > 0 && before((i - 1) / 2, key, rank)) {
                move((i - 1) / 2, i);
                i = (i - 1) / 2;
            }
            set(i, key, rank);
        } else if (!before(0, key, rank)) {
            siftDown(key, rank, size);
        }
    }

    /** Takes everything another ranking holds. */
    public void merge(Ranking other) {
        for (int i = 0; i < other.size; i++) {
            offer(other.keys[i], other.ranks[i]);
        }
    }

    /** Rank of the best n-plet held; -1 when there is none. */
    public long bestRank() {
        if (size == 0) {
            return -1;
        }
        int best = 0;
        for (int i = 1; i < size; i++) {
            if (before(i, keys[best], ranks[best])) {
                best = i;
            }
        }
        return ranks[best];
    }

    /** Ranks of the n-plets held, best first. */
    public long[] sortedRanks() {
        Ranking copy = new Ranking(capacity, bound);
        copy.keys = keys.clone();
        copy.ranks = ranks.clone();
        copy.size = size;
        long[] sorted = new long[size];
        for (int i = size - 1; i >= 0; i--) {
            sorted[i] = copy.ranks[0];
            copy.size = i;
            copy.siftDown(copy.keys[i], copy.ranks[i], i);
        }
        return sorted;
    }

    /** Does entry i come before (key, rank)? */
    private boolean before(int i, long key, long rank) {
        return keys[i] < key || (keys[i] == key && ranks[i] < rank);
    }

    /** Puts (key, rank) in place of the worst entry, the root of a heap of {@code length}. */
    private void siftDown(long key, long rank, int length) {
        int i = 0;
        while (2 * i + 1 < length) {
            int child = 2 * i + 1;
            if (child + 1 < length && before(child, keys[child + 1], ranks[child + 1])) {
                child++;
            }
            if (before(child, key, rank)) {
                break;
            }
            move(child, i);
            i = child;
        }
        set(i, key, rank);
    }

    private void move(int from, int to) {
        set(to, keys[from], ranks[from]);
    }

    private void set(int i, long key, long rank) {
        keys[i] = key;
        ranks[i] = rank;
    }
}
