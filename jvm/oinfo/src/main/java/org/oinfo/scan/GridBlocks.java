package org.oinfo.scan;

import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;

/**
 * Some blocks of a grid as numbered work. A worker goes through its block in slices that end at (k-2)-prefix boundaries, so
 * that it can report progress and stop soon.
 *
 * @param <P> what a block finds
 */
abstract class GridBlocks<P> implements OrderedFold.Work<P> {
    private final BlockGrid grid;
    private final Pieces todo;
    private final int order;
    private final long slice;
    private final Watch watch;

    /** Blocks of a grid of n-plets of an order. */
    GridBlocks(BlockGrid grid, Pieces todo, int order, long slice, Watch watch) {
        this.grid = grid;
        this.todo = todo;
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
        return todo.count();
    }

    @Override
    public boolean worthwhile(long number) {
        return nplets(number) > 0;
    }

    /** n-plets of the block with this number among those to do. */
    final long nplets(long number) {
        return grid.nplets(todo.at(number));
    }

    /** Goes through the block with this number among those to do, as long as the watch says so; returns whether to its end. */
    final boolean goThrough(long number, Slices slices) {
        long block = todo.at(number);
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
