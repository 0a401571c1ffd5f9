package org.oinfo.scan.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

/**
 * The file of a journal: a head, and behind it two places. One of them the disk surely has; the other is written over until the disk
 * has it, too, and then they change. So whenever the process is killed or the machine stops, one of the two is whole: a place that was not
 * written to its end has no right checksum. One process at a time has it open.
 *
 * <pre>
 *   head | sequence, length, content, checksum | sequence, length, content, checksum
 * </pre>
 */
final class JournalFile implements AutoCloseable {
    /** Bytes around the content of a place. */
    static final int AROUND = 2 * Long.BYTES + Integer.BYTES;

    /** A lock of a file holds against other processes; this is for the threads of this one. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private static final int PLACES = 2;

    private final Path path;
    private final Path real;
    private final RandomAccessFile file;
    private final long behindHead;
    private final long place;
    private final @Nullable ByteBuffer newest;
    private final boolean torn;
    /** Of what was written last; 0 where there is nothing. */
    private long sequence;
    /** The place that the disk need not have. */
    private int target;

    private JournalFile(Path path, Path real, RandomAccessFile file, JournalHead head) throws IOException {
        this.path = path;
        this.real = real;
        this.file = file;
        this.place = head.place();
        byte[] begin = new byte[(int) Math.min(file.length(), JournalHead.mostBytes())];
        file.readFully(begin);
        byte[] expected = head.bytes();
        behindHead = expected.length;
        if (begin.length < expected.length && Arrays.equals(begin, Arrays.copyOf(expected, begin.length))) {
            // New, or killed while it was begun.
            file.seek(0);
            file.write(expected);
        } else {
            head.requireSame(path.toString(), begin);
        }
        ByteBuffer found = null;
        int bad = 0;
        for (int i = 0; i < PLACES; i++) {
            ByteBuffer content = read(i);
            long number = content == null ? 0 : content.getLong(0);
            if (number > sequence) {
                sequence = number;
                found = content;
                target = 1 - i;
            }
            bad += content == null && file.length() > at(i) ? 1 : 0;
        }
        if (bad == PLACES) {
            throw new BadInputException("a journal must have one whole copy of what was found: both in " + path
                    + " are damaged; delete it, and the scan begins again");
        }
        torn = bad > 0;
        file.getFD().sync();
        newest = found == null ? null : found.slice(2 * Long.BYTES, found.limit() - AROUND);
    }

    /**
     * Opens a journal, or begins it.
     *
     * @throws BadInputException it cannot be written, is in use, is another file, or is of another scan
     */
    static JournalFile open(Path name, JournalHead head) {
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
                JournalFile opened = new JournalFile(name, real, file, head);
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
            throw new BadInputException("a journal must be a file that can be written: " + name + " cannot, "
                    + e.getClass().getSimpleName() + "; check that its folder exists and may be written to");
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
        return new BadInputException("a journal must be of one scan at a time: " + name
                + " is in use by another process or thread; wait for its end, or name another file");
    }

    /** A place as it was written, without its checksum; null where it is not whole. */
    private @Nullable ByteBuffer read(int number) throws IOException {
        long begin = at(number);
        if (file.length() < begin + AROUND) {
            return null;
        }
        file.seek(begin);
        byte[] fixed = new byte[2 * Long.BYTES];
        file.readFully(fixed);
        long length = littleEndian(fixed).getLong(Long.BYTES);
        if (length < 0 || length > Math.min(place, file.length() - begin) - AROUND) {
            return null;
        }
        byte[] bytes = new byte[(int) length + AROUND];
        file.seek(begin);
        file.readFully(bytes);
        ByteBuffer all = littleEndian(bytes);
        int end = bytes.length - Integer.BYTES;
        return PartialResult.checksum(all.slice(0, end)) == all.getInt(end) ? all : null;
    }

    private long at(int number) {
        return behindHead + number * place;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What was written last; null where there is nothing. */
    @Nullable
    ByteBuffer newest() {
        return newest;
    }

    /** Whether a copy was found that is not whole. */
    boolean torn() {
        return torn;
    }

    /**
     * Writes over what the disk need not have. It survives the end of the process from here on.
     *
     * @param force whether to return only when the disk has it
     */
    void write(byte[] content, boolean force) {
        byte[] bytes = new byte[content.length + AROUND];
        ByteBuffer all = littleEndian(bytes);
        all.putLong(sequence + 1).putLong(content.length).put(content);
        all.putInt(PartialResult.checksum(all.duplicate().flip()));
        try {
            file.seek(at(target));
            file.write(bytes);
            sequence++;
            if (force) {
                file.getFD().sync();
                target = 1 - target;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + path + " cannot be written; what it had is kept", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
            OPEN.remove(real);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + path + " cannot be closed", e);
        }
    }
}
