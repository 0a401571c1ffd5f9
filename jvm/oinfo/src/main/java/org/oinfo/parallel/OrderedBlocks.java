package org.oinfo.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Runs numbered blocks of work on several threads and merges what they found strictly in the order of their numbers, so that
 * the result has the same bits for any number of threads.
 *
 * <p>An instance is run once.
 *
 * @param <P> what a block finds
 */
public final class OrderedBlocks<P> {
    /** The blocks; {@link #part} and {@link #merge} are called by one thread at a time. */
    public interface Work<P> {
        /** Number of blocks. */
        long blocks();

        /** Whether there is anything to do in a block. */
        boolean worthwhile(long block);

        /** Where a block that is about to begin records. */
        P part();

        /** Takes what the next block found. */
        void merge(P part);

        /** The state of one more thread. */
        Worker<P> worker();

        /** What is run, for messages. */
        String name();
    }

    /** What one thread does. */
    public interface Worker<P> extends AutoCloseable {
        /** Runs a block in small steps, as long as the watch of the run says so. */
        void run(long block, P into);

        /** Gives back what it holds outside the heap. */
        @Override
        default void close() {}
    }

    private final Work<P> work;
    private final Watch watch;
    /** Blocks that were run before an earlier one was, by position among those worthwhile. */
    private final TreeMap<Long, P> waiting = new TreeMap<>();

    private long nextBlock;
    private long handedOut;
    private long mergedBlocks;

    /** A run of these blocks. */
    public OrderedBlocks(Work<P> work, Watch watch) {
        this.work = work;
        this.watch = watch;
    }

    /** Runs all blocks, or until the watch or an interruption of this thread stops it: then what was found is merged too. */
    public void run(int threads) {
        int workers = (int) Math.min(threads, work.blocks());
        List<Future<?>> running = new ArrayList<>(workers);
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(this::work));
            }
            for (Future<?> worker : running) {
                await(worker);
            }
        }
        waiting.values().forEach(work::merge);
    }

    private void await(Future<?> worker) {
        boolean interrupted = false;
        while (true) {
            try {
                worker.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                watch.stop();
            } catch (ExecutionException e) {
                watch.stop();
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException("a worker of the scan failed: " + work.name(), e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        boolean failed = true;
        try (Worker<P> worker = work.worker()) {
            for (Block<P> block = next(); block != null && !watch.stopped(); block = next()) {
                worker.run(block.number, block.into);
                finish(block);
            }
            failed = false;
        } finally {
            if (failed) {
                // The others need not finish what will be thrown away.
                watch.stop();
            }
        }
    }

    /** The next block that is worthwhile, or null when all are handed out. */
    private synchronized @Nullable Block<P> next() {
        while (nextBlock < work.blocks()) {
            long number = nextBlock++;
            if (work.worthwhile(number)) {
                return new Block<>(handedOut++, number, work.part());
            }
        }
        return null;
    }

    private synchronized void finish(Block<P> block) {
        waiting.put(block.position, block.into);
        while (!waiting.isEmpty() && waiting.firstKey() == mergedBlocks) {
            work.merge(waiting.pollFirstEntry().getValue());
            mergedBlocks++;
        }
    }

    /** A block and its position among those worthwhile. */
    private record Block<P>(long position, long number, P into) {}
}
