package org.oinfo.journal;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Records behind the head of a journal, each as it was found and never written over. What follows the first one that is not whole was being
 * written when the process ended, or is damaged: it is cut off.
 *
 * <pre>
 *   length, content, checksum | length, content, checksum | ...
 * </pre>
 */
final class Records implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int AROUND = 2 * Integer.BYTES;

    private final OpenJournal journal;
    private final RandomAccessFile file;
    private final long cut;
    private long end;

    /** Takes a record that was found. */
    @FunctionalInterface
    interface Visitor {
        /** Takes it; whether it is one: else it is cut off with all behind it. */
        boolean take(long at, ByteBuffer content);
    }

    /** Reads all records. */
    Records(OpenJournal journal, Visitor visitor) throws IOException {
        this.journal = journal;
        this.file = journal.file();
        this.end = journal.behindHead();
        long whole = file.length();
        file.seek(end);
        // The stream shares the file's place, and is not closed: that would close the file.
        InputStream in = new BufferedInputStream(new FileInputStream(file.getFD()), BUFFER);
        while (true) {
            ByteBuffer content = next(in, whole - end);
            if (content == null || !visitor.take(end, content.slice().order(ByteOrder.LITTLE_ENDIAN))) {
                break;
            }
            end += content.limit() + Integer.BYTES;
        }
        cut = whole - end;
        if (cut > 0) {
            file.setLength(end);
        }
        file.getFD().sync();
    }

    /** The next record, positioned at its content; null where there is no whole one. */
    private static @Nullable ByteBuffer next(InputStream in, long left) throws IOException {
        if (left < AROUND) {
            return null;
        }
        byte[] head = in.readNBytes(Integer.BYTES);
        int length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 0 || length > left - AROUND) {
            return null;
        }
        ByteBuffer record = ByteBuffer.allocate(Integer.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        record.put(head);
        record.put(in.readNBytes(length)).flip();
        int checksum = ByteBuffer.wrap(in.readNBytes(Integer.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        return Crc.of(record.duplicate()) == checksum ? record.position(Integer.BYTES) : null;
    }

    /** Number of bytes that were cut off. */
    long cut() {
        return cut;
    }

    /** A record as it is written. */
    static byte[] record(ByteBuffer content) {
        ByteBuffer record = ByteBuffer.allocate(content.remaining() + AROUND).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(content.remaining()).put(content.duplicate());
        record.putInt(Crc.of(record.duplicate().flip()));
        return record.array();
    }

    /** Writes records, which survive the end of the process from here on. */
    synchronized void append(byte[] records) throws IOException {
        file.seek(end);
        file.write(records);
        end += records.length;
    }

    /** Returns when the disk has what was written. */
    void force() throws IOException {
        file.getFD().sync();
    }

    /** The content of the record at a place where one was found. */
    synchronized ByteBuffer read(long at) throws IOException {
        file.seek(at);
        byte[] head = new byte[Integer.BYTES];
        file.readFully(head);
        byte[] content =
                new byte[ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt()];
        file.readFully(content);
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        journal.close();
    }
}
