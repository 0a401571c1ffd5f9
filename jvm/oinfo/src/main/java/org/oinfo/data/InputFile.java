package org.oinfo.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A regular file that holds the input. Standard input and pipes are copied to a temporary file first, which only this user
 * can read and which goes when this is closed.
 */
public final class InputFile implements AutoCloseable {
    static final String STANDARD_INPUT = "standard input";

    private final Path path;
    private final String source;
    /** Holds the copy of what is no file. */
    private final @Nullable TemporaryFolder temporary;
    /** Of the file as it was when it was found. */
    private final BasicFileAttributes found;

    private InputFile(Path path, String source, @Nullable TemporaryFolder temporary) throws IOException {
        this.path = path;
        this.source = source;
        this.temporary = temporary;
        this.found = Files.readAttributes(path, BasicFileAttributes.class);
    }

    /**
     * Finds the input.
     *
     * @param pathOrDash a path, or {@code -} for standard input
     * @param stdin standard input
     * @throws BadInputException if there is no readable, non-empty file of that name
     */
    public static InputFile open(String pathOrDash, InputStream stdin) {
        InputFile input = pathOrDash.equals("-") ? spool(stdin, STANDARD_INPUT) : named(pathOrDash);
        if (input.size() == 0) {
            input.close();
            throw new BadInputException(
                    "the input must hold data: " + input.source + " is empty; check what was meant to write it");
        }
        return input;
    }

    /**
     * Refuses what is no file that can be read, before anything is read.
     *
     * @throws BadInputException if there is no readable file of that name
     */
    public static void requireReadable(String name) {
        readable(name);
    }

    /**
     * A copy of what a stream brings, which may be nothing.
     *
     * @param source names the input in messages
     * @throws UncheckedIOException it cannot be read or copied
     */
    public static InputFile copyOf(InputStream stream, String source) {
        return spool(stream, source);
    }

    private static Path readable(String name) {
        if (name.isBlank()) {
            throw new BadInputException(
                    "the input must be the name of a file, or - for standard input: found an empty name; give one");
        }
        String source = Excerpt.oneLine(name);
        Path path = path(name, source);
        if (!Files.exists(path)) {
            throw new BadInputException("the input must exist: there is no file " + source + "; check the path");
        }
        if (Files.isDirectory(path)) {
            throw new BadInputException(
                    "the input must be a file: " + source + " is a directory; name a .npy or .csv file in it");
        }
        if (!Files.isReadable(path)) {
            throw new BadInputException(
                    "the input must be readable: no permission to read " + source + "; change its permissions");
        }
        return path;
    }

    private static InputFile named(String name) {
        Path path = readable(name);
        String source = Excerpt.oneLine(name);
        try {
            if (Files.isRegularFile(path)) {
                return new InputFile(path, source, null);
            }
            try (InputStream pipe = Files.newInputStream(path)) {
                return spool(pipe, source);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    private static Path path(String name, String source) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new BadInputException("the input must be a path or - for standard input: found " + source);
        }
    }

    private static InputFile spool(InputStream stream, String source) {
        try {
            TemporaryFolder folder = TemporaryFolder.open();
            boolean whole = false;
            try {
                Path copy = folder.file("input");
                try (OutputStream out = Files.newOutputStream(copy)) {
                    stream.transferTo(out);
                }
                InputFile made = new InputFile(copy, source, folder);
                whole = true;
                return made;
            } finally {
                if (!whole) {
                    folder.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + source + " to a temporary file", e);
        }
    }

    public Path path() {
        return path;
    }

    /** The name of the input in messages. */
    public String source() {
        return source;
    }

    long size() {
        return found.size();
    }

    /**
     * Refuses a file that has been written to since it was found. One that was deleted or replaced by another is still read as it
     * was by those who have it open.
     *
     * @throws BadInputException its size or its time is another
     */
    public void requireUnchanged() {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            // It is gone.
            return;
        }
        boolean same = Objects.equals(now.fileKey(), found.fileKey());
        if (same && (now.size() != found.size() || !now.lastModifiedTime().equals(found.lastModifiedTime()))) {
            throw new BadInputException("the input must stay as it is while it is read: " + source
                    + " was written to meanwhile, and had " + found.size() + " bytes before and " + now.size()
                    + " after; wait until it is complete, then run this again");
        }
    }

    /** The first bytes, at most {@code count}. */
    public byte[] head(int count) {
        try (InputStream stream = Files.newInputStream(path)) {
            return stream.readNBytes(count);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    @Override
    public void close() {
        if (temporary != null) {
            try {
                temporary.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete the temporary file " + path, e);
            }
        }
    }
}
