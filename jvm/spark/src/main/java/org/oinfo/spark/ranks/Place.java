package org.oinfo.spark.ranks;

import java.io.Serializable;
import org.apache.spark.Partitioner;

/**
 * Numbers for what is sent: a slab is a run of rows that is read at once, a cell one bucket of one column, column by column.
 *
 * @param buckets the most that a column has
 * @param slabRows rows of a slab
 */
public record Place(int buckets, int slabRows) implements Serializable {
    /** Of 64 MB of values, where a row has fewer than 32,768. */
    private static final int SLAB_VALUES = 1 << 23;

    private static final int LEAST_ROWS = 256;
    private static final int MOST_ROWS = 1 << 15;
    private static final int SLAB_BITS = 24;
    private static final int CELL_BITS = Long.SIZE - 1 - SLAB_BITS;

    /** Slabs for so many columns: a power of two of rows, of which leaves of sums are multiples, and blocks parts. */
    public static Place of(int columns, int buckets) {
        int rows = Math.max(1, SLAB_VALUES / columns);
        return new Place(buckets, Math.clamp(Integer.highestOneBit(rows), LEAST_ROWS, MOST_ROWS));
    }

    long cell(int column, int of) {
        return (long) column * buckets + of / 2;
    }

    /** The column that a cell is of. */
    public int column(long cell) {
        return (int) (cell / buckets);
    }

    int classOf(long cell) {
        return 2 * (int) (cell % buckets);
    }

    /** Cell by cell, slab by slab. */
    static long byCell(long cell, long slab) {
        return cell << SLAB_BITS | slab;
    }

    static long cellOf(long byCell) {
        return byCell >>> SLAB_BITS;
    }

    static long slabOf(long byCell) {
        return byCell & ((1L << SLAB_BITS) - 1);
    }

    /** Slab by slab, cell by cell. */
    static long bySlab(long slab, long cell) {
        return slab << CELL_BITS | cell;
    }

    static long slabFirst(long bySlab) {
        return bySlab >>> CELL_BITS;
    }

    static long cellLast(long bySlab) {
        return bySlab & ((1L << CELL_BITS) - 1);
    }

    /** What belongs to a cell goes to one machine. */
    public static final class ByCell extends Partitioner {
        private static final long serialVersionUID = 1L;
        private final int partitions;

        /** So many tasks. */
        public ByCell(int partitions) {
            this.partitions = partitions;
        }

        @Override
        public int numPartitions() {
            return partitions;
        }

        @Override
        public int getPartition(Object key) {
            return (int) (cellOf((Long) key) % partitions);
        }
    }

    /** What belongs to a share goes to one task. */
    public static final class ByShare extends Partitioner {
        private static final long serialVersionUID = 1L;
        private final int shares;
        private final long slabsEach;

        /**
         * A task for each share.
         *
         * @param slabsEach slabs of a share
         */
        public ByShare(int shares, long slabsEach) {
            this.shares = shares;
            this.slabsEach = slabsEach;
        }

        @Override
        public int numPartitions() {
            return shares;
        }

        @Override
        public int getPartition(Object key) {
            return (int) (slabFirst((Long) key) / slabsEach);
        }
    }
}
