package org.oinfo.data.npz;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;

/**
 * The directory of a zip archive, ZIP64 included; java.util.zip does not say where the bytes of a member lie, and so could not map them.
 * Format: <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE</a>, sections 4.3 and 4.5.
 */
final class ZipDirectory {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_BYTES = 56;
    private static final int MEMBER = 0x02014b50;
    private static final int MEMBER_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int EXTRA_64 = 1;
    private static final int ENCRYPTED = 1;
    /** Stands for a number that does not fit, which is in the extra field then. */
    private static final long TOO_LONG = 0xFFFFFFFFL;

    private final MemorySegment file;
    private final String source;

    private ZipDirectory(MemorySegment file, String source) {
        this.file = file;
        this.source = source;
    }

    /**
     * The members of an archive.
     *
     * @throws BadInputException it is cut short or damaged
     */
    static List<ZipMember> read(MemorySegment file, String source) {
        return new ZipDirectory(file, source).members();
    }

    private List<ZipMember> members() {
        long end = end();
        long at = unsigned(end + 16);
        long count = Short.toUnsignedLong(file.get(SHORT, end + 10));
        if (end >= LOCATOR_64_BYTES && file.get(INT, end - LOCATOR_64_BYTES) == LOCATOR_64) {
            long end64 = file.get(LONG, end - LOCATOR_64_BYTES + 8);
            require(end64, END_64_BYTES, END_64);
            count = file.get(LONG, end64 + 32);
            at = file.get(LONG, end64 + 48);
        }
        List<ZipMember> members = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            require(at, MEMBER_BYTES, MEMBER);
            int name = unsignedShort(at + 28);
            int extra = unsignedShort(at + 30);
            require(at, (long) MEMBER_BYTES + name + extra, MEMBER);
            members.add(member(at, name, extra));
            at += (long) MEMBER_BYTES + name + extra + unsignedShort(at + 32);
        }
        return members;
    }

    /** Where the last record begins; a comment may follow it. */
    private long end() {
        // A truncated archive may have fewer bytes than the record.
        long first = Math.max(0, file.byteSize() - END_BYTES - LONGEST_COMMENT);
        for (long at = file.byteSize() - END_BYTES; at >= first; at--) {
            if (file.get(INT, at) == END) {
                return at;
            }
        }
        throw damaged("has no directory at its end");
    }

    private ZipMember member(long at, int nameBytes, int extraBytes) {
        byte[] text = file.asSlice(at + MEMBER_BYTES, nameBytes).toArray(ValueLayout.JAVA_BYTE);
        String name = new String(text, StandardCharsets.UTF_8);
        if ((unsignedShort(at + 8) & ENCRYPTED) != 0) {
            throw new BadInputException(
                    "a zip archive must not be encrypted: " + source + " is; save it again without a password");
        }
        // Sizes and offset, each in the extra field where it is too long for its own; there in this order.
        long[] values = {unsigned(at + 24), unsigned(at + 20), unsigned(at + 42)};
        long extra = extra64(at + MEMBER_BYTES + nameBytes, extraBytes);
        for (int i = 0; i < values.length && extra >= 0; i++) {
            if (values[i] == TOO_LONG) {
                requireBytes(extra, Long.BYTES);
                values[i] = file.get(LONG, extra);
                extra += Long.BYTES;
            }
        }
        long local = values[2];
        require(local, LOCAL_BYTES, LOCAL);
        long data = local + LOCAL_BYTES + unsignedShort(local + 26) + unsignedShort(local + 28);
        requireBytes(data, values[1]);
        int method = unsignedShort(at + 10);
        int crc = file.get(INT, at + 16);
        String shown = Excerpt.oneLine(name) + " in " + source;
        return new ZipMember(name, method, values[0], crc, file.asSlice(data, values[1]), shown);
    }

    /** Where the long numbers of an extra field begin, or -1. */
    private long extra64(long from, int bytes) {
        for (long at = from; at + 4 <= from + bytes; at += 4 + unsignedShort(at + 2)) {
            if (unsignedShort(at) == EXTRA_64) {
                return at + 4;
            }
        }
        return -1;
    }

    private int unsignedShort(long at) {
        return Short.toUnsignedInt(file.get(SHORT, at));
    }

    private long unsigned(long at) {
        return Integer.toUnsignedLong(file.get(INT, at));
    }

    private void require(long at, long bytes, int signature) {
        requireBytes(at, bytes);
        if (file.get(INT, at) != signature) {
            throw damaged("has something else at byte " + at + " than its directory says");
        }
    }

    private void requireBytes(long at, long bytes) {
        if (at < 0 || bytes < 0 || at > file.byteSize() || bytes > file.byteSize() - at) {
            throw damaged("has " + file.byteSize() + " bytes, and its directory speaks of more");
        }
    }

    private BadInputException damaged(String found) {
        return new BadInputException("a zip archive must be whole: " + source + ' ' + found
                + "; the file is cut short or damaged, copy or save it again");
    }
}
