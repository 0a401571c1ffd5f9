package org.oinfo.data.array;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.oinfo.data.BadInputException;

/**
 * Bytes as deflate packed them. They are counted before memory is made for them, whatever a file claims.
 *
 * @param packed the packed bytes
 * @param raw whether they are without the header and checksum of zlib
 * @param damaged what is thrown if they are not sound
 */
public record Deflated(MemorySegment packed, boolean raw, Supplier<BadInputException> damaged) {
    /** Bytes that come out of or go into the inflater at a time. */
    private static final int PIECE = 1 << 16;

    /** Takes what comes out. */
    private interface Taker {
        /** Takes bytes; false for no more. */
        boolean take(ByteBuffer bytes);
    }

    /** The first bytes that come out, at most {@code most}. */
    public MemorySegment head(int most) {
        // Grows with what comes out, which may be much less.
        ByteBuffer[] head = {ByteBuffer.allocate(Math.min(most, PIECE))};
        inflate(bytes -> {
            while (head[0].remaining() < bytes.remaining() && head[0].capacity() < most) {
                head[0] = ByteBuffer.allocate(Math.min(most, 2 * head[0].capacity()))
                        .put(head[0].flip());
            }
            bytes.limit(bytes.position() + Math.min(bytes.remaining(), head[0].remaining()));
            head[0].put(bytes);
            return head[0].hasRemaining();
        });
        return MemorySegment.ofBuffer(head[0].flip());
    }

    /**
     * How many bytes come out; stops where there are more than {@code most}.
     *
     * @param sum sees them
     */
    public long count(long most, CRC32 sum) {
        long[] count = {0};
        inflate(bytes -> {
            count[0] += bytes.remaining();
            sum.update(bytes);
            return count[0] <= most;
        });
        return count[0];
    }

    /**
     * All that comes out, in new memory.
     *
     * @param size as many bytes as were counted
     */
    public MemorySegment all(Arena arena, long size) {
        MemorySegment all = arena.allocate(size, Double.BYTES);
        long[] at = {0};
        inflate(bytes -> {
            int length = bytes.remaining();
            all.asSlice(at[0], length).copyFrom(MemorySegment.ofBuffer(bytes));
            at[0] += length;
            return true;
        });
        return all;
    }

    private void inflate(Taker taker) {
        try (Inflater inflater = new Inflater(raw)) {
            ByteBuffer out = ByteBuffer.allocate(PIECE);
            long at = 0;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    if (at == packed.byteSize()) {
                        throw damaged.get();
                    }
                    long length = Math.min(PIECE, packed.byteSize() - at);
                    inflater.setInput(packed.asSlice(at, length).asByteBuffer());
                    at += length;
                }
                inflater.inflate(out.clear());
                if (inflater.needsDictionary()) {
                    throw damaged.get();
                }
                if (!taker.take(out.flip())) {
                    return;
                }
            }
        } catch (DataFormatException e) {
            throw damaged.get();
        }
    }
}
