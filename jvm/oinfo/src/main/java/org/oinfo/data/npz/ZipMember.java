package org.oinfo.data.npz;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32;
import org.oinfo.data.BadInputException;
import org.oinfo.data.array.Deflated;

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
    /** Bytes whose checksum is taken at a time. */
    private static final int PIECE = 1 << 20;

    /** The first bytes, at most {@code most}. */
    MemorySegment head(int most) {
        requireKnown();
        return method == STORED
                ? packed.asSlice(0, Math.min(most, packed.byteSize()))
                : deflated().head((int) Math.min(most, size));
    }

    /**
     * All bytes: where they lie if they are stored as they are, else in new memory.
     *
     * @throws BadInputException they are not what the directory says
     */
    MemorySegment bytes(Arena arena) {
        requireKnown();
        CRC32 sum = new CRC32();
        long count = method == STORED ? stored(sum) : deflated().count(size, sum);
        if (count != size || (int) sum.getValue() != crc) {
            throw damaged();
        }
        return method == STORED ? packed : deflated().all(arena, size);
    }

    private Deflated deflated() {
        return new Deflated(packed, true, this::damaged);
    }

    private long stored(CRC32 sum) {
        for (long at = 0; at < packed.byteSize(); at += PIECE) {
            sum.update(
                    packed.asSlice(at, Math.min(PIECE, packed.byteSize() - at)).asByteBuffer());
        }
        return packed.byteSize();
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
