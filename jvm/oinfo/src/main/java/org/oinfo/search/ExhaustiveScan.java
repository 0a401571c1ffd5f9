package org.oinfo.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/**
 * Scores every n-plet of one order on several threads.
 *
 * <p>Threads take the blocks of a {@link BlockGrid} as they get free, each block is scanned into a landscape of its own, and
 * the landscapes are merged strictly in block order: the result is the same to the last bit for any number of threads.
 * Within a block a worker proceeds in slices that end at (k-2)-prefix boundaries, so that it can report progress and stop
 * soon. A kernel may add its sum of Omega to the landscape once a slice, so slices shape the last bit of the mean: like blocks
 * they depend on N and k only.
 *
 * <p>An instance is run once.
 */
public final class ExhaustiveScan {
    /** n-plets in a slice times k^2: a slice takes some milliseconds with SIMD and well below a second without. */
    private static final long SLICE_WORK = 1L << 24;

    private static final long SMALLEST_SLICE = 1L << 14;

    private final Backend backend;
    private final CorrelationMatrix matrix;
    private final ScanSettings settings;
    private final BlockGrid grid;
    private final long slice;

    private final Landscape merged;
    /** Blocks that were scanned before an earlier one was, by position in the order of blocks. */
    private final TreeMap<Long, Landscape> waiting = new TreeMap<>();

    private long nextBlock;
    private long handedOut;
    private long mergedBlocks;
    private volatile boolean stopped;

    /**
     * A scan of all n-plets of {@code settings.order()}.
     *
     * @throws org.oinfo.BadInputException C(N,k) exceeds 2^63-1
     */
    public ExhaustiveScan(Backend backend, CorrelationMatrix matrix, ScanSettings settings) {
        this(backend, matrix, settings, BlockGrid.of(matrix.variables(), settings.order()), sliceOf(settings.order()));
    }

    ExhaustiveScan(Backend backend, CorrelationMatrix matrix, ScanSettings settings, BlockGrid grid, long slice) {
        this.backend = backend;
        this.matrix = matrix;
        this.settings = settings;
        this.grid = grid;
        this.slice = slice;
        this.merged = Landscape.empty(matrix.variables(), settings);
    }

    static long sliceOf(int order) {
        return Math.max(SMALLEST_SLICE, SLICE_WORK / ((long) order * order));
    }

    /**
     * Runs the scan. When the monitor cancels it or this thread is interrupted, the n-plets scored until then are merged and
     * returned; compare {@link Landscape#total} with C(N,k).
     *
     * @param threads number of worker threads, at least 1
     */
    public Landscape run(int threads, ScanMonitor monitor) {
        int workers = (int) Math.min(threads, grid.count());
        List<Future<?>> running = new ArrayList<>(workers);
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(() -> work(monitor)));
            }
            for (Future<?> worker : running) {
                await(worker);
            }
        }
        waiting.values().forEach(merged::merge);
        return merged;
    }

    private void await(Future<?> worker) {
        boolean interrupted = false;
        while (true) {
            try {
                worker.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                stopped = true;
            } catch (ExecutionException e) {
                stopped = true;
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException("a worker of the scan failed: order=" + settings.order(), e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(ScanMonitor monitor) {
        boolean failed = true;
        try {
            ScanKernel kernel = backend.scan(matrix, settings);
            for (Block block = next(); block != null && !stopped; block = next()) {
                scan(kernel, block, monitor);
                finish(block);
            }
            failed = false;
        } finally {
            if (failed) {
                // The others need not finish what will be thrown away.
                stopped = true;
            }
        }
    }

    private void scan(ScanKernel kernel, Block block, ScanMonitor monitor) {
        long from = block.from;
        while (from < block.to && !stopped) {
            if (monitor.cancelled()) {
                stopped = true;
                return;
            }
            long to = Math.min(block.to, grid.boundaryAtOrAfter(from + slice));
            kernel.scan(from, to, block.into);
            monitor.advanced(settings.order(), to - from);
            from = to;
        }
    }

    /** The next block that is not empty, or null when all are handed out. */
    private synchronized @Nullable Block next() {
        while (nextBlock < grid.count()) {
            long from = grid.start(nextBlock);
            long to = grid.start(++nextBlock);
            if (from < to) {
                return new Block(handedOut++, from, to, merged.emptyForNextRange());
            }
        }
        return null;
    }

    private synchronized void finish(Block block) {
        waiting.put(block.position, block.into);
        while (!waiting.isEmpty() && waiting.firstKey() == mergedBlocks) {
            merged.merge(waiting.pollFirstEntry().getValue());
            mergedBlocks++;
        }
    }

    /** Ranks [from, to), the position-th block that is not empty. */
    private record Block(long position, long from, long to, Landscape into) {}
}
