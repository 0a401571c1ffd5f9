package org.oinfo.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The thread that writes records: those who found them do not wait for the disk. */
final class RecordWriter implements AutoCloseable {
    private static final long FORCE_NANOS = 5_000_000_000L;
    /** A pause is so many times as long as the write before it took. */
    private static final int PAUSES_PER_WRITE = 100;

    /** Where so many bytes wait, there is no pause, and whoever finds more waits for the disk. */
    private static final int MOST_WAITING = 1 << 24;

    private final Path file;
    private final Records records;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Thread thread;

    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private boolean closed;
    /** Kept as it is: there may be no memory for another. */
    private volatile @Nullable Throwable problem;

    /** Whether somebody was told: an error must not be thrown while it is thrown. */
    private boolean told;

    RecordWriter(Path file, Records records) {
        this.file = file;
        this.records = records;
        this.thread = Thread.ofPlatform().daemon().name("oinfo-journal").start(this::run);
    }

    /**
     * Takes a record that is to be written.
     *
     * @throws UncheckedIOException an earlier one could not be
     */
    void add(byte[] record) {
        lock.lock();
        try {
            while (waiting.size() >= MOST_WAITING && problem == null) {
                room.awaitUninterruptibly();
            }
            refuse();
            waiting.write(record, 0, record.length);
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    private void refuse() {
        told = problem != null;
        switch (problem) {
            case null -> {}
            case IOException e ->
                throw new UncheckedIOException("the journal " + file + " cannot be written; what it had is kept", e);
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    private void run() {
        try {
            long forced = System.nanoTime();
            long pause = 0;
            boolean unforced = false;
            while (!ended()) {
                byte[] next = take(pause);
                long begun = System.nanoTime();
                if (next.length > 0) {
                    records.append(next);
                    unforced = true;
                    pause = PAUSES_PER_WRITE * (System.nanoTime() - begun);
                }
                if (unforced && begun - forced >= FORCE_NANOS) {
                    records.force();
                    forced = begun;
                    unforced = false;
                }
            }
            records.force();
        } catch (IOException | RuntimeException | Error e) {
            failed(e);
        }
    }

    private void failed(Throwable e) {
        problem = e;
        lock.lock();
        try {
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean ended() {
        lock.lock();
        try {
            return closed && waiting.size() == 0;
        } finally {
            lock.unlock();
        }
    }

    /** What waits, after a pause; perhaps nothing, for the disk is to be waited for. */
    private byte[] take(long pause) {
        lock.lock();
        try {
            for (long left = pause; left > 0 && !closed && waiting.size() < MOST_WAITING; ) {
                left = more.awaitNanos(left);
            }
            for (long left = FORCE_NANOS; left > 0 && waiting.size() == 0 && !closed; ) {
                left = more.awaitNanos(left);
            }
            byte[] taken = waiting.toByteArray();
            waiting.reset();
            room.signalAll();
            return taken;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody knows this thread", e);
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits, and returns when the disk has it. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            more.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (problem instanceof Error && !told) {
            // Not the error itself: the only one that Java has left may be on its way already.
            throw new IllegalStateException(
                    "the journal " + file + " could not be written; what it had is kept: " + problem);
        }
        if (!told) {
            refuse();
        }
    }
}
