package org.oinfo.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Bytes, and the end of the input when an answer has come, or has not for ten seconds. */
final class AnsweredInput extends InputStream {
    private static final int WAITS = 100_000;
    private static final int NANOS = 100_000;

    private final ByteArrayInputStream bytes;
    private final ByteArrayOutputStream answers;
    private final String awaited;

    AnsweredInput(byte[] bytes, ByteArrayOutputStream answers, String awaited) {
        this.bytes = new ByteArrayInputStream(bytes);
        this.answers = answers;
        this.awaited = awaited;
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
        for (int i = 0; i < WAITS && !answers.toString(StandardCharsets.UTF_8).contains(awaited); i++) {
            try {
                Thread.sleep(0, NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        return -1;
    }
}
