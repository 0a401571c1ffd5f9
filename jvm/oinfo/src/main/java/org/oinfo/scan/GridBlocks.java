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

    /** Scans ranges of ranks on one thread. */
    interface Scanner<P> extends AutoCloseable {
        /** Adds the n-plets with ranks in [from, to). */
        void scan(long from, long to, P into);

        @Override
        default void close() {}
    }

    /** A scanner of one more thread. */
    abstract Scanner<P> scanner();

    @Override
    public long count() {
        return grid.count();
    }

    @Override
    public boolean worthwhile(long block) {
        return grid.start(block) < grid.start(block + 1);
    }

    @Override
    public OrderedFold.Worker<P> worker() {
        Scanner<P> scanner = scanner();
        return new OrderedFold.Worker<>() {
            @Override
            public void run(long block, P into) {
                scan(scanner, block, into);
            }

            @Override
            public void close() {
                scanner.close();
            }
        };
    }

    private void scan(Scanner<P> scanner, long block, P into) {
        long from = grid.start(block);
        long end = grid.start(block + 1);
        while (from < end && watch.goOn()) {
            long to = Math.min(end, grid.boundaryAtOrAfter(from + slice));
            scanner.scan(from, to, into);
            watch.advanced(order, to - from);
            from = to;
        }
    }
}
