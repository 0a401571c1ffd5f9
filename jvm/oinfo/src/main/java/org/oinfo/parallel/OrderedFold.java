package org.oinfo.parallel;

import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Folds what numbered pieces of work found, strictly in the order of their numbers, so that the result has the same bits for
 * any number of {@link Workers}, and for pieces that other machines do. What was found until the run was stopped is folded too.
 *
 * @param <P> what a piece of work finds
 */
public final class OrderedFold<P> {
    /** The pieces of a work; {@link #part} and {@link #merge} are called by one thread at a time. */
    public interface Work<P> {
        /** Number of pieces. */
        long count();

        /** Whether there is anything to do in a piece. */
        default boolean worthwhile(long number) {
            return true;
        }

        /** Where a piece that is about to begin records. */
        P part();

        /** Takes what the next piece found. */
        void merge(P part);

        /** Whether a piece was gone through to its end: it may have been stopped. */
        default boolean whole(long number, P part) {
            return true;
        }

        /** How a piece is written where the run keeps what is finished; null where pieces are not kept. */
        default @Nullable Form<P> form() {
            return null;
        }

        /**
         * Told that the first pieces, so many, are merged and whole, and nothing else is merged.
         *
         * @param last whether it is told no more
         */
        default void reached(long pieces, boolean last) {}

        /**
         * The state of one more thread.
         *
         * @param resources closes what is handed to it when the thread's work ends
         */
        Worker<P> worker(WorkerResources resources);
    }

    /** The work of one thread. */
    @FunctionalInterface
    public interface Worker<P> {
        /** Runs a piece in small steps, as long as the watch of the run says so. */
        void run(long number, P into);
    }

    /** Takes what a piece found. */
    private interface Sink<P> {
        void take(long number, P found);
    }

    private final Sink<P> sink;
    /** Pieces that were done before an earlier one was, by number; null for those in which nothing was found. */
    private final TreeMap<Long, @Nullable P> waiting = new TreeMap<>();

    private long folded;

    private OrderedFold(Sink<P> sink) {
        this.sink = sink;
    }

    /** Runs all pieces of a work, or those that are begun before the watch says no or this thread is interrupted. */
    public static <P> void run(Work<P> work, int threads, Watch watch) {
        Merging<P> merging = new Merging<>(work);
        OrderedFold<P> fold = new OrderedFold<>(merging);
        KeptPieces<P> kept = new KeptPieces<>(work.form(), watch);
        fold.run(
                work.count(),
                threads,
                watch,
                kept,
                work::worthwhile,
                resources -> fold.worker(work, kept, watch, resources));
        merging.end(fold.folded);
        kept.end(fold.folded == work.count() && !watch.stopped());
    }

    /** Merges pieces, and tells how many of the first ones are whole, as long as no other is merged. */
    private static final class Merging<P> implements Sink<P> {
        private final Work<P> work;
        private boolean cut;

        Merging(Work<P> work) {
            this.work = work;
        }

        @Override
        public void take(long number, P part) {
            if (!cut && !work.whole(number, part)) {
                cut = true;
                work.reached(number, true);
            }
            work.merge(part);
            if (!cut) {
                work.reached(number + 1, false);
            }
        }

        void end(long folded) {
            if (!cut) {
                work.reached(folded, true);
            }
        }
    }

    /** As {@link #run(int, int, Watch, Form, Supplier, ObjIntConsumer)}, of repetitions that are not kept. */
    public static <P> void run(
            int count,
            int threads,
            Watch watch,
            Supplier<? extends IntFunction<? extends @Nullable P>> newWorker,
            ObjIntConsumer<P> sink) {
        run(count, threads, watch, null, newWorker, sink);
    }

    /**
     * Runs repetitions 0 .. count-1, or those that are begun before the watch says no or this thread is interrupted.
     *
     * @param form how a repetition is written where the run keeps what is finished
     * @param newWorker called once per thread; what it returns runs a repetition and may hold scratch memory, and returns null
     *     where a repetition was stopped before it was finished
     * @param sink takes what the repetitions found, one at a time, in the order of their numbers
     */
    public static <P> void run(
            int count,
            int threads,
            Watch watch,
            @Nullable Form<P> form,
            Supplier<? extends IntFunction<? extends @Nullable P>> newWorker,
            ObjIntConsumer<P> sink) {
        OrderedFold<P> fold = new OrderedFold<>((number, found) -> sink.accept(found, (int) number));
        KeptPieces<P> kept = new KeptPieces<>(form, watch);
        fold.run(count, threads, watch, kept, number -> true, resources -> {
            IntFunction<? extends @Nullable P> worker = newWorker.get();
            return number -> fold.finish(number, repetition(number, worker, kept));
        });
        kept.end(fold.folded == count && !watch.stopped());
    }

    private static <P> @Nullable P repetition(
            long number, IntFunction<? extends @Nullable P> worker, KeptPieces<P> kept) {
        P before = kept.find(number);
        if (before != null || !kept.wanted(number)) {
            return before;
        }
        P found = worker.apply((int) number);
        if (found != null) {
            kept.keep(number, found);
        }
        return found;
    }

    private void run(
            long count,
            int threads,
            Watch watch,
            KeptPieces<P> kept,
            LongPredicate worthwhile,
            Function<WorkerResources, Workers.Worker> newWorker) {
        if (!kept.gather(count, worthwhile, this::finish)) {
            try (Workers workers = new Workers(Math.clamp(count, 1, threads), watch)) {
                workers.runUntilStopped(count, newWorker);
            }
        }
        // The best of the last piece is known only now that it is folded in.
        watch.finished();
    }

    private Workers.Worker worker(Work<P> work, KeptPieces<P> kept, Watch watch, WorkerResources resources) {
        Worker<P> worker = work.worker(resources);
        return number -> {
            P part = null;
            if (work.worthwhile(number)) {
                part = kept.find(number);
                if (part == null && kept.wanted(number)) {
                    part = begin(work);
                    worker.run(number, part);
                    // Only a run that is stopped cuts a piece short.
                    if (!watch.stopped()) {
                        kept.keep(number, part);
                    }
                }
            }
            finish(number, part);
        };
    }

    private synchronized P begin(Work<P> work) {
        return work.part();
    }

    private synchronized void finish(long number, @Nullable P found) {
        waiting.put(number, found);
        for (; !waiting.isEmpty() && waiting.firstKey() == folded; folded++) {
            P next = waiting.pollFirstEntry().getValue();
            if (next != null) {
                sink.take(folded, next);
            }
        }
    }
}
