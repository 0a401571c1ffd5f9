package org.oinfo.scan;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.oinfo.kernels.Landscape;

/** What the workers of a scan say of each block when they have gone through it, whatever becomes of it later. Thread-safe. */
public final class BlockLedger {
    private final BlockGrid grid;
    private final TreeMap<Long, Entry> entries = new TreeMap<>();

    /**
     * A block, or the first blocks that an earlier scan left.
     *
     * @param from its first rank
     * @param to one past its last
     * @param blocks how many they are
     * @param walked whether the worker went to its end
     * @param scored n-plets that its landscape holds
     * @param determinants sum of their determinants; NaN where they are not summed
     */
    public record Entry(long from, long to, long blocks, boolean walked, long scored, double determinants) {
        /** Whether it holds as many n-plets as it has ranks, if it was gone through. */
        public boolean counts() {
            return !walked || scored == to - from;
        }

        /** Its sum of determinants; of several blocks, their mean. */
        public double share() {
            return determinants / blocks;
        }
    }

    BlockLedger(BlockGrid grid) {
        this.grid = grid;
    }

    /** A worker is done with a block. */
    synchronized void tell(long block, boolean walked, Landscape found) {
        entries.put(block, entry(block, block + 1, walked, found));
    }

    /** An earlier scan left the first blocks, merged. */
    synchronized void kept(long blocks, Landscape found) {
        if (blocks > 0) {
            entries.put(-1L, entry(0, blocks, true, found));
        }
    }

    private Entry entry(long from, long to, boolean walked, Landscape found) {
        return new Entry(grid.start(from), grid.start(to), to - from, walked, found.total(), found.determinants());
    }

    /** Number of blocks of the scan. */
    public long blocks() {
        return grid.count();
    }

    /** Number of n-plets C(N,k). */
    public long total() {
        return grid.total();
    }

    /** What was told of, by rank. */
    public synchronized List<Entry> entries() {
        Collection<Entry> all = entries.values();
        return List.copyOf(all);
    }

    /** Blocks from a rank on begin at ranks of the grid: the first rank of block i. */
    public long start(long block) {
        return grid.start(block);
    }
}
