package org.oinfo.kernels;

import java.nio.ByteBuffer;
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

    /** The most n-plets that it holds, K. */
    public int capacity() {
        return capacity;
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
        return sorted().ranks;
    }

    /** The entries in arrays of their number, best first: no heap any more. */
    private Ranking sorted() {
        Ranking sorted = new Ranking(capacity, bound);
        sorted.keys = new long[size];
        sorted.ranks = new long[size];
        Ranking copy = new Ranking(capacity, bound);
        copy.keys = keys.clone();
        copy.ranks = ranks.clone();
        for (int i = size - 1; i >= 0; i--) {
            sorted.set(i, copy.keys[0], copy.ranks[0]);
            copy.siftDown(copy.keys[i], copy.ranks[i], i);
        }
        return sorted;
    }

    /** Bytes that {@link #write} writes for so many entries. */
    public static long bytes(long entries) {
        return 2 * Integer.BYTES + Long.BYTES + 2 * Long.BYTES * entries;
    }

    /** Writes what it is and holds, best first: the same content is the same bytes. */
    public void write(ByteBuffer out) {
        Ranking sorted = sorted();
        out.putInt(capacity).putInt(size).putLong(bound);
        for (int i = 0; i < size; i++) {
            out.putLong(sorted.keys[i]).putLong(sorted.ranks[i]);
        }
    }

    /**
     * A ranking as it was written.
     *
     * @throws IllegalArgumentException no ranking is written so
     */
    public static Ranking read(ByteBuffer in) {
        int capacity = in.getInt();
        int size = in.getInt();
        if (capacity < 1 || size < 0 || size > capacity || size > in.remaining() / (2 * Long.BYTES)) {
            throw new IllegalArgumentException("a ranking must hold 0 to K n-plets: K=" + capacity + ", size=" + size);
        }
        Ranking ranking = new Ranking(capacity, in.getLong());
        for (int i = 0; i < size; i++) {
            ranking.offer(in.getLong(), in.getLong());
        }
        return ranking;
    }

    /**
     * This ranking, if it is of n-plets that there are.
     *
     * @throws IllegalArgumentException a rank is not one of 0 to {@code nplets - 1}
     */
    public Ranking below(long nplets) {
        for (int i = 0; i < size; i++) {
            if (ranks[i] < 0 || ranks[i] >= nplets) {
                throw new IllegalArgumentException("a rank must be one of " + nplets + " n-plets: found " + ranks[i]);
            }
        }
        return this;
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
