package org.oinfo.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What came back of tasks and waits to be merged: a few, so that this process holds no more; then Spark waits. Thread-safe. */
final class Returns implements AutoCloseable {
    private static final int WAITING = 64;
    private static final int POLL_MILLIS = 100;

    private final BlockingQueue<Outcome> waiting = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean closed;

    /** Called by Spark's thread, which must go on when nobody takes any more. */
    void put(Outcome outcome) {
        try {
            while (!closed && !waiting.offer(outcome, POLL_MILLIS, TimeUnit.MILLISECONDS)) {}
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next; null where none comes soon. */
    @Nullable
    Outcome next() throws InterruptedException {
        return waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** All that wait. */
    List<Outcome> rest() {
        List<Outcome> rest = new ArrayList<>();
        waiting.drainTo(rest);
        return rest;
    }

    @Override
    public void close() {
        closed = true;
    }
}
