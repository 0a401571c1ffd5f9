package org.oinfo.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that share numbered tasks. Which thread runs which task is left open, so tasks write to places of
 * their own and the caller folds them in order of their numbers.
 */
public final class Workers implements AutoCloseable {
    private final int threads;
    private final @Nullable ExecutorService pool;

    /** A pool of so many threads; none of its own where that is 1. */
    public Workers(int threads) {
        this.threads = threads;
        this.pool = threads == 1 ? null : Executors.newFixedThreadPool(threads);
    }

    /** Number of threads. */
    public int threads() {
        return threads;
    }

    /**
     * Runs tasks 0..tasks-1 and returns when all are done.
     *
     * @param newWorker called once per thread that takes part; what it returns runs tasks and may hold scratch memory
     */
    public void run(int tasks, Supplier<? extends IntConsumer> newWorker) {
        if (pool == null || tasks == 1) {
            IntConsumer worker = newWorker.get();
            for (int task = 0; task < tasks; task++) {
                worker.accept(task);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        List<Callable<Boolean>> shares = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, tasks); i++) {
            shares.add(() -> {
                IntConsumer worker = newWorker.get();
                for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
                    worker.accept(task);
                }
                return true;
            });
        }
        await(pool, shares);
    }

    private static void await(ExecutorService pool, List<Callable<Boolean>> shares) {
        try {
            for (Future<Boolean> share : pool.invokeAll(shares)) {
                share.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted before all tasks were done");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
