package org.oinfo.scan;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.oinfo.kernels.Landscape;

/** What the workers of a scan say of each block when they have gone through it, whatever becomes of it later. Thread-safe. */
public final class BlockLedger {
    /** Before all blocks. */
    private static final long KEPT = -1;

    private final BlockGrid grid;
    private final TreeMap<Long, Entry> entries = new TreeMap<>();

    /**
     * A block, or several that are known together.
     *
     * @param ranks of its n-plets; of several blocks all of them
     * @param blocks how many they are
     * @param walked whether the worker went to its end
     * @param scored n-plets that its landscape holds
     * @param determinants sum of their determinants; NaN where they are not summed
     */
    public record Entry(List<Ranks> ranks, long blocks, boolean walked, long scored, double determinants) {
        public Entry {
            ranks = List.copyOf(ranks);
        }

        /** Whether it holds as many n-plets as it has ranks, if it was gone through. */
        public boolean counts() {
            return !walked || scored == nplets();
        }

        /** Number of its ranks. */
        public long nplets() {
            return ranks.stream().mapToLong(Ranks::count).sum();
        }

        /** Its sum of determinants; of several blocks, their mean. */
        public double share() {
            return determinants / blocks;
        }
    }

    /**
     * Consecutive ranks.
     *
     * @param from the first
     * @param to one past the last
     */
    public record Ranks(long from, long to) {
        /** How many they are. */
        public long count() {
            return to - from;
        }
    }

    BlockLedger(BlockGrid grid) {
        this.grid = grid;
    }

    /** A worker is done with a block. */
    synchronized void tell(long block, boolean walked, Landscape found) {
        entries.put(block, entry(Pieces.of(block, block + 1), walked, found));
    }

    /** An earlier scan left these blocks, merged. */
    synchronized void kept(Pieces blocks, Landscape found) {
        if (blocks.count() > 0) {
            entries.put(KEPT, entry(blocks, true, found));
        }
    }

    /** Where nobody here told of any block, all was done elsewhere, or kept as a whole. */
    public synchronized void elsewhere(Landscape found) {
        if (entries.isEmpty()) {
            entries.put(KEPT, entry(Pieces.of(0, blocks()), found.total() == total(), found));
        }
    }

    private Entry entry(Pieces blocks, boolean walked, Landscape found) {
        List<Ranks> ranks = blocks.ranges().stream()
                .map(range -> new Ranks(grid.start(range.from()), grid.start(range.to())))
                .filter(range -> range.count() > 0)
                .toList();
        return new Entry(ranks, blocks.count(), walked, found.total(), found.determinants());
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
