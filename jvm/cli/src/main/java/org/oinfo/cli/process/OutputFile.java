package org.oinfo.cli.process;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.PendingFile;

/**
 * Where a result goes: standard output, or a file that appears under its name only when it is complete. The temporary file
 * beside it is made before any work, so that a place that cannot be written is refused in time.
 */
public final class OutputFile implements AutoCloseable {
    /** Bytes or chars of text that go on together. */
    private static final int GATHERED = 1 << 16;

    private static final String OUT = "--out";

    private final String option;
    private final OutputStream out;
    private final @Nullable OutputStream standard;
    private final @Nullable PendingFile pending;

    /** What is written. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it, each time the same. */
        void write(Writer out) throws IOException;
    }

    /** What is written, where it is no text. */
    @FunctionalInterface
    public interface Bytes {
        /** Writes all of them, each time the same. */
        void write(OutputStream out) throws IOException;
    }

    private OutputFile(
            String option, OutputStream out, @Nullable OutputStream standard, @Nullable PendingFile pending) {
        this.option = option;
        this.out = out;
        this.standard = standard;
        this.pending = pending;
    }

    /**
     * Makes ready to write.
     *
     * @param name the option --out, or null for standard output
     * @param inputs files that are read and must not be written over
     */
    public static OutputFile open(@Nullable String name, List<String> inputs, OutputStream standard) {
        return name == null ? new OutputFile(OUT, standard, standard, null) : open(OUT, name, inputs, standard);
    }

    /**
     * Makes ready to write what comes besides the result, and never on standard output.
     *
     * @param option that names the file
     * @param inputs files that are read and must not be written over
     */
    public static OutputFile beside(String option, String name, List<String> inputs) {
        return open(option, name, inputs, null);
    }

    private static OutputFile open(String option, String name, List<String> inputs, @Nullable OutputStream standard) {
        Path target = checked(option, name, inputs);
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                // A device or a named pipe cannot be replaced.
                return new OutputFile(option, new PipedOutput(Files.newOutputStream(target), name), standard, null);
            }
            PendingFile pending = PendingFile.open(target);
            return new OutputFile(option, new PipedOutput(pending.stream(), name), standard, pending);
        } catch (IOException e) {
            throw unwritable(option, name, e);
        }
    }

    /** The file of this name, to be replaced by something that is no text: a device or a pipe is refused, too. */
    public static Path target(String name, List<String> inputs) {
        return target(OUT, name, inputs);
    }

    /** The same of another option. */
    public static Path target(String option, String name, List<String> inputs) {
        Path target = checked(option, name, inputs);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new BadInputException(
                    option + " must be a file that can be replaced: " + name + " is none; choose another name");
        }
        return target;
    }

    private static Path checked(String option, String name, List<String> inputs) {
        try {
            Path target = Path.of(name);
            if (Files.exists(target)) {
                target = target.toRealPath();
            }
            refuse(option, target, name, inputs);
            return target;
        } catch (IOException | InvalidPathException e) {
            throw unwritable(option, name, e);
        }
    }

    private static BadInputException unwritable(String option, String name, Exception e) {
        return new BadInputException(option + " must be a file that can be written: " + name + " cannot, "
                + e.getClass().getSimpleName() + "; check that its folder exists and may be written to");
    }

    private static Path folder(Path target) {
        Path whole = target.toAbsolutePath();
        Path folder = whole.getParent();
        return folder == null ? whole : folder;
    }

    private static void refuse(String option, Path target, String name, List<String> inputs) throws IOException {
        if (name.isBlank()) {
            throw new BadInputException(option + " must be the name of a file: found none; give one");
        }
        if (Files.notExists(folder(target))) {
            throw new BadInputException(option + " must be in a folder that exists: there is no folder "
                    + target.getParent() + " for " + name + "; create it or choose another");
        }
        if (Files.isDirectory(target)) {
            throw new BadInputException(option + " must be a file: " + name + " is a directory; name a file in it");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new BadInputException(
                    option + " must be a file that can be written: no permission for " + name + "; choose another");
        }
        for (String input : inputs) {
            Path path = Path.of(input.replaceFirst("^file:(//[^/]*)?/", "/"));
            // A location on this machine may be a folder, whose files are parts.
            boolean part = input.startsWith("file:")
                    && Files.exists(target)
                    && Files.isDirectory(path)
                    && Files.isSameFile(path, folder(target));
            // A journal may be about to begin.
            boolean same = (Files.exists(target) && Files.exists(path))
                    ? Files.isSameFile(target, path)
                    : target.toAbsolutePath()
                            .normalize()
                            .equals(path.toAbsolutePath().normalize());
            if (same || part) {
                throw new BadInputException(
                        option + " must not be the input: both are " + name + "; choose another name");
            }
        }
    }

    /**
     * Writes the result, which is complete then: it appears under its name. Where it turns out that it cannot, because the folder
     * is gone or the disk is full, it comes on standard output instead of being lost.
     *
     * @throws IOException it could not be written to its place
     */
    public void write(Content content) throws IOException {
        writeBytes(stream -> {
            OutputStream gathered = new BufferedOutputStream(stream, GATHERED);
            Writer text = new BufferedWriter(new OutputStreamWriter(gathered, StandardCharsets.UTF_8), GATHERED);
            content.write(text);
            text.flush();
        });
    }

    /** As {@link #write}, of what is no text. */
    public void writeBytes(Bytes content) throws IOException {
        try {
            content.write(out);
            commit();
        } catch (ClosedPipeException e) {
            throw e;
        } catch (IOException e) {
            if (pending == null) {
                throw e;
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (standard == null) {
                throw new IOException(option + " failed: " + cause.getMessage(), e);
            }
            content.write(standard);
            standard.flush();
            IOException told = new IOException(
                    "the result is on standard output, because " + option + " failed: " + cause.getMessage());
            told.addSuppressed(e);
            throw told;
        }
    }

    /** The result is complete: it appears under its name. */
    private void commit() throws IOException {
        out.flush();
        if (pending != null) {
            pending.commit();
        }
    }

    /** Without {@link #write} nothing remains. */
    @Override
    public void close() throws IOException {
        if (pending != null) {
            pending.close();
        }
    }
}
