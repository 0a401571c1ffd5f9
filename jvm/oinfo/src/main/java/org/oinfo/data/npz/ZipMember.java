package org.oinfo.data.npz;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.oinfo.data.BadInputException;

/**
 * A file in a zip archive.
 *
 * @param name its name
 * @param method how it is stored: 0 as it is, 8 deflated
 * @param size number of its bytes, as the directory says
 * @param crc their checksum, as the directory says
 * @param packed its bytes as they are stored
 * @param source what messages call it
 */
record ZipMember(String name, int method, long size, int crc, MemorySegment packed, String source) {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    /** Bytes that come out of or go into the inflater at a time. */
    private static final int PIECE = 1 << 20;

    /** Takes what comes out of an archive. */
    private interface Taker {
        /** Takes bytes; false for no more. */
        boolean take(ByteBuffer bytes);
    }

    /** The first bytes, at most {@code most}. */
    MemorySegment head(int most) {
        requireKnown();
        if (method == STORED) {
            return packed.asSlice(0, Math.min(most, packed.byteSize()));
        }
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(most, size));
        inflate(bytes -> {
            bytes.limit(bytes.position() + Math.min(bytes.remaining(), head.remaining()));
            head.put(bytes);
            return head.hasRemaining();
        });
        return MemorySegment.ofBuffer(head.flip());
    }

    /**
     * All bytes: where they lie if they are stored as they are, else in new memory. That is made when the bytes have been counted,
     * whatever the archive claims.
     *
     * @throws BadInputException they are not what the directory says
     */
    MemorySegment bytes(Arena arena) {
        requireKnown();
        long[] count = {0};
        CRC32 sum = new CRC32();
        Taker counter = bytes -> {
            count[0] += bytes.remaining();
            sum.update(bytes);
            return count[0] <= size;
        };
        if (method == STORED) {
            pieces(packed, counter);
        } else {
            inflate(counter);
        }
        if (count[0] != size || (int) sum.getValue() != crc) {
            throw damaged();
        }
        if (method == STORED) {
            return packed;
        }
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

    private static void pieces(MemorySegment bytes, Taker taker) {
        boolean more = true;
        for (long at = 0; more && at < bytes.byteSize(); at += PIECE) {
            more = taker.take(
                    bytes.asSlice(at, Math.min(PIECE, bytes.byteSize() - at)).asByteBuffer());
        }
    }

    private void inflate(Taker taker) {
        try (Inflater inflater = new Inflater(true)) {
            ByteBuffer out = ByteBuffer.allocate(PIECE);
            long at = 0;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    if (at == packed.byteSize()) {
                        throw damaged();
                    }
                    long length = Math.min(PIECE, packed.byteSize() - at);
                    inflater.setInput(packed.asSlice(at, length).asByteBuffer());
                    at += length;
                }
                inflater.inflate(out.clear());
                if (inflater.needsDictionary()) {
                    throw damaged();
                }
                if (!taker.take(out.flip())) {
                    return;
                }
            }
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    private void requireKnown() {
        if (method != STORED && method != DEFLATED) {
            throw new BadInputException("a member of an .npz must be stored or deflated: " + source
                    + " is packed by method " + method + "; save it again with numpy.savez");
        }
    }

    private BadInputException damaged() {
        return new BadInputException("a member of a zip archive must be as its directory says: " + source
                + " is not; the file is damaged, copy or save it again");
    }
}
