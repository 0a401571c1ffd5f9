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
     * A block, or the blocks that an earlier scan or other machines left.
     *
     * @param ranks its ranks, as ranges
     * @param blocks how many they are
     * @param walked whether the worker went to its end
     * @param scored n-plets that its landscape holds
     * @param determinants sum of their determinants; NaN where they are not summed
     */
    public record Entry(List<Pieces.Range> ranks, long blocks, boolean walked, long scored, double determinants) {
        /** Whether it holds as many n-plets as it has ranks, if it was gone through. */
        public boolean counts() {
            return !walked || scored == nplets();
        }

        /** How many ranks it has. */
        public long nplets() {
            return ranks.stream().mapToLong(range -> range.to() - range.from()).sum();
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
        entries.put(block, entry(Pieces.of(block, block + 1), walked, found));
    }

    /** An earlier scan left some blocks, merged. */
    synchronized void kept(Pieces blocks, Landscape found) {
        if (blocks.count() > 0) {
            entries.put(KEPT, entry(blocks, true, found));
        }
    }

    /** The whole was found elsewhere, on other machines for instance. */
    public synchronized void elsewhere(Landscape found) {
        entries.put(KEPT, entry(Pieces.of(0, grid.count()), found.total() == grid.total(), found));
    }

    private Entry entry(Pieces blocks, boolean walked, Landscape found) {
        List<Pieces.Range> ranks = blocks.ranges().stream()
                .filter(range -> grid.start(range.from()) < grid.start(range.to()))
                .map(range -> new Pieces.Range(grid.start(range.from()), grid.start(range.to())))
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

    /** The first rank of block i, and one past the last for the number of blocks. */
    public long start(long i) {
        return grid.start(i);
    }
}
