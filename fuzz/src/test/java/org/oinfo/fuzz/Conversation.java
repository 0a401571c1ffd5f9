package org.oinfo.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What is sent, and what is answered: the input ends when an answer has come, or has not for ten seconds. */
final class Conversation extends InputStream {
    private static final long NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ByteArrayInputStream bytes;
    private final String awaited;
    private final Answers answers = new Answers();

    Conversation(byte[] bytes, String awaited) {
        this.bytes = new ByteArrayInputStream(bytes);
        this.awaited = awaited;
    }

    /** Keeps all, and wakes who waits for more. */
    private static final class Answers extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] from, int at, int length) {
            super.write(from, at, length);
            notifyAll();
        }

        @Override
        public synchronized void write(int b) {
            super.write(b);
            notifyAll();
        }

        synchronized void await(String text) throws InterruptedException {
            long end = System.nanoTime() + NANOS;
            for (long left = NANOS;
                    left > 0 && !toString(StandardCharsets.UTF_8).contains(text); ) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = end - System.nanoTime();
            }
        }
    }

    /** Where answers go. */
    ByteArrayOutputStream answers() {
        return answers;
    }

    @Override
    public int read() throws IOException {
        int next = bytes.read();
        return next >= 0 ? next : end();
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int read = bytes.read(to, from, length);
        return read >= 0 ? read : end();
    }

    private int end() throws IOException {
        try {
            answers.await(awaited);
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
