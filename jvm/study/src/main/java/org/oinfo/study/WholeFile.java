package org.oinfo.study;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import org.oinfo.data.PendingFile;

/** Writes files that appear under their name only when they are complete. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes what a file shall hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes it; closing the stream is harmless and not needed. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, or leaves the one that is there as it is.
     *
     * @throws IOException it cannot be written; nothing remains of the attempt
     */
    public static void write(Path target, Content content) throws IOException {
        try (PendingFile pending = PendingFile.open(target);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(pending.channel()))) {
            content.write(new StaysOpen(out));
            out.flush();
            pending.commit();
        } catch (IOException e) {
            throw new IOException(target + " cannot be written", e);
        }
    }

    /** Stays open when libraries close what they wrote to: the file behind is committed first. */
    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
