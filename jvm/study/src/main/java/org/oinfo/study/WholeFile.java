package org.oinfo.study;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
        Path temporary = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            // For a process that is ended before the end.
            temporary.toFile().deleteOnExit();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                content.write(out);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException(target + " cannot be written", e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
