package org.oinfo.scan.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.journal.Crc;
import org.oinfo.journal.JournalHead;
import org.oinfo.journal.OpenJournal;

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

    private static final int PLACES = 2;

    private final OpenJournal journal;
    private final RandomAccessFile file;
    private final long place;
    private final @Nullable ByteBuffer newest;
    private final boolean torn;
    /** Of what was written last; 0 where there is nothing. */
    private long sequence;
    /** The place that the disk need not have. */
    private int target;

    private JournalFile(OpenJournal journal, JournalHead head) throws IOException {
        this.journal = journal;
        this.file = journal.file();
        this.place = head.place();
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
            throw new BadInputException("a journal must have one whole copy of what was found: both in "
                    + journal.path() + " are damaged; delete it, and the scan begins again");
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
        return OpenJournal.open(name, head, opened -> new JournalFile(opened, head));
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
        return Crc.of(all.slice(0, end)) == all.getInt(end) ? all : null;
    }

    private long at(int number) {
        return journal.behindHead() + number * place;
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
        all.putInt(Crc.of(all.duplicate().flip()));
        try {
            file.seek(at(target));
            file.write(bytes);
            sequence++;
            if (force) {
                file.getFD().sync();
                target = 1 - target;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the journal " + journal.path() + " cannot be written; what it had is kept", e);
        }
    }

    /** As it was named. */
    Path path() {
        return journal.path();
    }

    @Override
    public void close() {
        journal.close();
    }
}
