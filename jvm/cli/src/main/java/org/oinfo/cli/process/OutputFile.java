package org.oinfo.cli.process;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;

/**
 * Where a result goes: standard output, or a file that appears under its name only when it is complete. The temporary file
 * beside it is made before any work, so that a place that cannot be written is refused in time.
 */
public final class OutputFile implements AutoCloseable {
    private final Writer writer;
    private final @Nullable Path temporary;
    private final @Nullable Path target;

    private OutputFile(OutputStream out, @Nullable Path temporary, @Nullable Path target) {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.temporary = temporary;
        this.target = target;
    }

    /**
     * Makes ready to write.
     *
     * @param name the option --out, or null for standard output
     * @param inputs files that are read and must not be written over
     */
    public static OutputFile open(@Nullable String name, List<String> inputs, OutputStream standard) {
        if (name == null) {
            return new OutputFile(standard, null, null);
        }
        Path target = checked(name, inputs);
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                // A device or a named pipe cannot be replaced.
                return new OutputFile(new PipedOutput(Files.newOutputStream(target), name), null, null);
            }
            Path temporary = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
            OutputStream out = Files.newOutputStream(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            // For a process that is ended before close.
            temporary.toFile().deleteOnExit();
            return new OutputFile(new PipedOutput(out, name), temporary, target);
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    /** The file of this name, to be replaced by something that is no text: a device or a pipe is refused, too. */
    public static Path target(String name, List<String> inputs) {
        Path target = checked(name, inputs);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new BadInputException(
                    "--out must be a file that can be replaced: " + name + " is none; choose another name");
        }
        return target;
    }

    private static Path checked(String name, List<String> inputs) {
        try {
            Path target = Path.of(name);
            if (Files.exists(target)) {
                target = target.toRealPath();
            }
            refuse(target, name, inputs);
            return target;
        } catch (IOException | InvalidPathException e) {
            throw unwritable(name, e);
        }
    }

    private static BadInputException unwritable(String name, Exception e) {
        return new BadInputException("--out must be a file that can be written: " + name + " cannot, "
                + e.getClass().getSimpleName() + "; check that its folder exists and may be written to");
    }

    private static void refuse(Path target, String name, List<String> inputs) throws IOException {
        if (name.isBlank()) {
            throw new BadInputException("--out must be the name of a file: found none; give one");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && Files.notExists(folder)) {
            throw new BadInputException("--out must be in a folder that exists: there is no folder "
                    + target.getParent() + " for " + name + "; create it or choose another");
        }
        if (Files.isDirectory(target)) {
            throw new BadInputException("--out must be a file: " + name + " is a directory; name a file in it");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new BadInputException(
                    "--out must be a file that can be written: no permission for " + name + "; choose another");
        }
        for (String input : inputs) {
            Path path = Path.of(input);
            if (Files.exists(target) && Files.exists(path) && Files.isSameFile(target, path)) {
                throw new BadInputException("--out must not be the input: both are " + name + "; choose another name");
            }
        }
    }

    /** Where the result is written. */
    public Writer writer() {
        return writer;
    }

    /** The result is complete: it appears under its name. */
    public void commit() throws IOException {
        writer.flush();
        if (temporary != null && target != null) {
            writer.close();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Without {@link #commit} nothing remains. */
    @Override
    public void close() throws IOException {
        if (temporary != null) {
            try {
                writer.close();
            } finally {
                // Also when what is still in the buffer cannot be written.
                Files.deleteIfExists(temporary);
            }
        }
    }
}
