package org.oinfo.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;

/** The file of a journal behind its head, which one process and one thread at a time has open. */
public final class OpenJournal implements AutoCloseable {
    /** A lock of a file holds against other processes; this is for the threads of this one. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path real;
    private final RandomAccessFile file;
    private final long behindHead;

    private OpenJournal(Path path, Path real, RandomAccessFile file, long behindHead) {
        this.path = path;
        this.real = real;
        this.file = file;
        this.behindHead = behindHead;
    }

    /** Reads what is behind the head. */
    @FunctionalInterface
    public interface Reader<J> {
        /** Reads it; what it throws closes the file. */
        J read(OpenJournal file) throws IOException;
    }

    /**
     * Opens a journal, or begins it.
     *
     * @throws BadInputException it cannot be written, is in use, is another file, or is of another run
     */
    public static <J> J open(Path name, JournalHead head, Reader<J> reader) {
        try {
            create(name);
            Path real = name.toRealPath();
            if (!OPEN.add(real)) {
                throw inUse(name);
            }
            RandomAccessFile file = null;
            boolean sound = false;
            try {
                file = new RandomAccessFile(real.toFile(), "rw");
                @Nullable FileLock lock = file.getChannel().tryLock();
                if (lock == null) {
                    throw inUse(name);
                }
                J opened = reader.read(new OpenJournal(name, real, file, head(name, file, head)));
                sound = true;
                return opened;
            } catch (OverlappingFileLockException e) {
                throw inUse(name);
            } finally {
                if (!sound) {
                    OPEN.remove(real);
                    if (file != null) {
                        file.close();
                    }
                }
            }
        } catch (IOException e) {
            // A class of its own says what is wrong, its message is but the name.
            String why = e.getClass() == IOException.class
                    ? e.getMessage()
                    : e.getClass().getSimpleName();
            throw new BadInputException("a journal must be a file that can be written: " + name + " cannot, " + why
                    + "; check that its folder exists and may be written to");
        }
    }

    private static void create(Path name) throws IOException {
        try {
            Files.createFile(name);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(name)) {
                throw new BadInputException("a journal must be a file: " + name + " is none; name a file");
            }
        }
    }

    private static BadInputException inUse(Path name) {
        return new BadInputException("a journal must be of one run at a time: " + name
                + " is in use by another process or thread; wait for its end, or name another file");
    }

    /** Compares the head, or writes it; how many bytes it has. */
    private static long head(Path name, RandomAccessFile file, JournalHead head) throws IOException {
        byte[] begin = new byte[(int) Math.min(file.length(), JournalHead.mostBytes())];
        file.readFully(begin);
        byte[] expected = head.bytes();
        if (begin.length < expected.length && Arrays.equals(begin, Arrays.copyOf(expected, begin.length))) {
            // New, or killed while it was begun.
            file.seek(0);
            file.write(expected);
        } else {
            head.requireSame(name.toString(), begin);
        }
        return expected.length;
    }

    /** As it was named. */
    public Path path() {
        return path;
    }

    /** The file. */
    public RandomAccessFile file() {
        return file;
    }

    /** Where what is behind the head begins. */
    public long behindHead() {
        return behindHead;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + path + " cannot be closed", e);
        } finally {
            OPEN.remove(real);
        }
    }
}
