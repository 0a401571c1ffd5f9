package org.oinfo.study;

import java.io.BufferedOutputStream;
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
        /** Writes it; the stream is closed by the caller. */
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
            content.write(out);
            out.flush();
            pending.commit();
        } catch (IOException e) {
            throw new IOException(target + " cannot be written", e);
        }
    }
}
