package org.oinfo.scan;

import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;

/**
 * The blocks of a grid as numbered work. A worker goes through its block in slices that end at (k-2)-prefix boundaries, so
 * that it can report progress and stop soon.
 *
 * @param <P> what a block finds
 */
abstract class GridBlocks<P> implements OrderedFold.Work<P> {
    private final BlockGrid grid;
    private final int order;
    private final long slice;
    private final Watch watch;

    /** The blocks of a grid of n-plets of an order. */
    GridBlocks(BlockGrid grid, int order, long slice, Watch watch) {
        this.grid = grid;
        this.order = order;
        this.slice = slice;
        this.watch = watch;
    }

    /** Takes consecutive ranks. */
    @FunctionalInterface
    interface Slices {
        /** Takes the n-plets with ranks in [from, to). */
        void take(long from, long to);
    }

    @Override
    public long count() {
        return grid.count();
    }

    @Override
    public boolean worthwhile(long block) {
        return grid.start(block) < grid.start(block + 1);
    }

    /** Goes through a block as long as the watch says so; returns whether to its end. */
    final boolean goThrough(long block, Slices slices) {
        long from = grid.start(block);
        long end = grid.start(block + 1);
        while (from < end && watch.goOn()) {
            long to = Math.min(end, grid.boundaryAtOrAfter(from + slice));
            slices.take(from, to);
            watch.advanced(order, to - from);
            from = to;
        }
        return from >= end;
    }
}
