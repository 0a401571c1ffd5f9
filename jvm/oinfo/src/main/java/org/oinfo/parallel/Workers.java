package org.oinfo.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that share numbered tasks, handed out in ascending order. Which thread runs which task is left
 * open, so tasks write to places of their own and the caller folds them in order of their numbers, as {@link OrderedFold} does.
 *
 * <p>One way to stop: once the watch says no, or the calling thread is interrupted, no more tasks are begun; those begun are
 * finished, and the flag of the interruption stays. One way to fail: what a task threw reaches the caller as it is, and no more
 * tasks are begun. After either, the threads do nothing more.
 */
public final class Workers implements AutoCloseable {
    private final int threads;
    private final Watch watch;
    private final boolean stoppable;
    private final @Nullable ExecutorService pool;

    /** The work of one thread. */
    @FunctionalInterface
    public interface Worker {
        /** Runs a task. */
        void run(long task);
    }

    /** So many threads, which only an interruption stops; none but the calling one where that is 1. */
    public Workers(int threads) {
        this(threads, new Watch(Monitor.NONE));
    }

    /** So many threads, which a watch stops too; none but the calling one where that is 1. */
    public Workers(int threads, Watch watch) {
        this(threads, watch, true);
    }

    private Workers(int threads, Watch watch, boolean stoppable) {
        this.threads = threads;
        this.watch = watch;
        this.stoppable = stoppable;
        this.pool = threads == 1 ? null : Executors.newFixedThreadPool(threads);
    }

    /** The calling thread alone, which nothing stops: for the steps of a task that is always finished. */
    public static Workers inline() {
        return new Workers(1, new Watch(Monitor.NONE), false);
    }

    /** Number of threads. */
    public int threads() {
        return threads;
    }

    /**
     * Runs tasks 0..tasks-1 and returns when all are done; the watch counts them as units without an order.
     *
     * @param newWorker called once per thread that takes part; what it returns runs tasks and may hold scratch memory
     * @throws CancellationException stopped before all tasks were done
     */
    public void run(int tasks, Supplier<? extends IntConsumer> newWorker) {
        boolean all = runUntilStopped(tasks, resources -> {
            IntConsumer worker = newWorker.get();
            return task -> {
                worker.accept((int) task);
                watch.advanced(0, 1);
            };
        });
        if (!all) {
            throw new CancellationException("stopped before all tasks were done");
        }
    }

    /**
     * Runs tasks 0..tasks-1, or as many of the first ones as are begun before it is stopped; these are done when it returns.
     *
     * @param newWorker called once per thread that takes part; what it opens and hands to the resources is closed by that thread
     *     when it has no more to do, has been stopped or has failed
     * @return whether all tasks are done
     */
    public boolean runUntilStopped(long tasks, Function<WorkerResources, ? extends Worker> newWorker) {
        Run run = new Run(tasks, newWorker);
        int shares = (int) Math.min(threads, tasks);
        if (pool == null || shares <= 1) {
            run.share();
        } else {
            List<Future<?>> running = new ArrayList<>(shares);
            for (int i = 0; i < shares; i++) {
                running.add(pool.submit(run::share));
            }
            await(running, run);
        }
        run.rethrow();
        return run.done.get() == tasks;
    }

    private void await(List<Future<?>> running, Run run) {
        boolean interrupted = false;
        for (int i = 0; i < running.size(); ) {
            try {
                running.get(i).get();
                i++;
            } catch (InterruptedException e) {
                interrupted = true;
                watch.stop();
            } catch (ExecutionException e) {
                // A share keeps what its task threw, unless there was no memory even for that.
                run.failed(Objects.requireNonNullElse(e.getCause(), e));
                i++;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }

    /** Tasks that threads share. */
    private final class Run {
        private final long tasks;
        private final Function<WorkerResources, ? extends Worker> newWorker;
        private final AtomicLong next = new AtomicLong();
        private final AtomicLong done = new AtomicLong();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Run(long tasks, Function<WorkerResources, ? extends Worker> newWorker) {
            this.tasks = tasks;
            this.newWorker = newWorker;
        }

        /** The tasks of one thread. */
        void share() {
            try (WorkerResources resources = new WorkerResources()) {
                Worker worker = newWorker.apply(resources);
                while (next.get() < tasks && (!stoppable || watch.goOn())) {
                    long task = next.getAndIncrement();
                    if (task < tasks) {
                        worker.run(task);
                        done.incrementAndGet();
                    }
                }
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }

        /** The others need not finish what will be thrown away. */
        void failed(Throwable e) {
            failure.compareAndSet(null, e);
            watch.stop();
        }

        /** Throws what a task threw first. */
        void rethrow() {
            switch (failure.get()) {
                case null -> {}
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
    }
}
