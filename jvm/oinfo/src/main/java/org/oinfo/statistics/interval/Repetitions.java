package org.oinfo.statistics.interval;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oinfo.parallel.OrderedBlocks;
import org.oinfo.parallel.Watch;

/**
 * Runs numbered repetitions on several threads and hands over what they found in the order of their numbers, so that sums have
 * the same bits for any number of threads. When the watch stops the run, those that are finished are handed over.
 *
 * @param <P> what a repetition finds
 */
final class Repetitions<P> implements OrderedBlocks.Work<Repetitions.Found<P>> {
    /** What one thread runs; it may hold scratch memory. */
    interface Task<P> {
        /** Runs a repetition; null when it was stopped before it was finished. */
        @Nullable
        P run(int number);
    }

    /** Takes what a repetition found; called by one thread at a time. */
    interface Sink<P> {
        void take(int number, P found);
    }

    /** What a repetition found, once it is finished. */
    static final class Found<P> {
        private int number;
        private @Nullable P value;
    }

    private final int count;
    private final String name;
    private final Watch watch;
    private final Supplier<Task<P>> newTask;
    private final Sink<P> sink;

    private Repetitions(int count, String name, Watch watch, Supplier<Task<P>> newTask, Sink<P> sink) {
        this.count = count;
        this.name = name;
        this.watch = watch;
        this.newTask = newTask;
        this.sink = sink;
    }

    /**
     * Runs repetitions 0 .. count-1.
     *
     * @param name what they are, for messages
     * @param newTask called once per thread
     */
    static <P> void run(int count, int threads, Watch watch, String name, Supplier<Task<P>> newTask, Sink<P> sink) {
        if (count > 0) {
            new OrderedBlocks<>(new Repetitions<>(count, name, watch, newTask, sink), watch).run(threads);
        }
    }

    @Override
    public long blocks() {
        return count;
    }

    @Override
    public boolean worthwhile(long block) {
        return true;
    }

    @Override
    public Found<P> part() {
        return new Found<>();
    }

    @Override
    public void merge(Found<P> part) {
        if (part.value != null) {
            sink.take(part.number, part.value);
        }
    }

    @Override
    public OrderedBlocks.Worker<Found<P>> worker() {
        Task<P> task = newTask.get();
        return (block, into) -> {
            if (watch.goOn()) {
                into.number = (int) block;
                into.value = task.run(into.number);
            }
        };
    }

    @Override
    public String name() {
        return name;
    }
}
