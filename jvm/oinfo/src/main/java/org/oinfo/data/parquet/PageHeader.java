package org.oinfo.data.parquet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * What the header of a page says, in Thrift's compact protocol.
 *
 * @param unpacked number of bytes of the page once unpacked
 * @param packed number of bytes in the file
 * @param values number of values of a page of data, 0 of a dictionary
 * @param entries number of values of a dictionary, 0 of a page of data
 * @param next where the page itself begins
 */
record PageHeader(long unpacked, long packed, long values, long entries, long next) {
    /** Structs within structs: a header has two. */
    private static final int DEEPEST = 8;

    private static final int UNPACKED = 2;
    private static final int PACKED = 3;
    private static final int DATA = 5;
    private static final int DICTIONARY = 7;
    private static final int DATA_V2 = 8;
    private static final int COUNT = 1;

    /** Thrift's codes of types. */
    private static final int TRUE = 1;

    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int SHORT = 4;
    private static final int INT = 5;
    private static final int LONG = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int STRUCT = 12;

    /**
     * Reads a header.
     *
     * @throws IllegalStateException it is none
     */
    static PageHeader read(MemorySegment file, long at) {
        Cursor cursor = new Cursor(file, at);
        long[] fields = new long[DATA_V2 + 1];
        cursor.struct(fields, 0);
        return new PageHeader(
                fields[UNPACKED], fields[PACKED], fields[DATA] + fields[DATA_V2], fields[DICTIONARY], cursor.at);
    }

    private static final class Cursor {
        private final MemorySegment file;
        private long at;

        Cursor(MemorySegment file, long at) {
            this.file = file;
            this.at = at;
        }

        private int next() {
            if (at >= file.byteSize()) {
                throw new IllegalStateException("a page begins beyond the end of the file");
            }
            return Byte.toUnsignedInt(file.get(ValueLayout.JAVA_BYTE, at++));
        }

        private long number() {
            long bits = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                int one = next();
                bits |= (long) (one & 0x7F) << shift;
                if (one < 0x80) {
                    return (bits >>> 1) ^ -(bits & 1);
                }
            }
            throw new IllegalStateException("the header of a page holds a number without end");
        }

        /** Reads numbers into the fields that there are, and of structs in them their first number. */
        void struct(long[] fields, int depth) {
            if (depth > DEEPEST) {
                throw new IllegalStateException("the header of a page has no end");
            }
            long id = 0;
            for (int head = next(); head != 0; head = next()) {
                id = head >>> 4 == 0 ? number() : id + (head >>> 4);
                long value = value(head & 0xF, depth);
                if (id >= 0 && id < fields.length) {
                    fields[(int) id] = value;
                }
            }
        }

        private long value(int type, int depth) {
            return switch (type) {
                case TRUE, FALSE -> 0;
                case BYTE -> next();
                case SHORT, INT, LONG -> number();
                case DOUBLE -> skip(Double.BYTES);
                // A length is written as it is, a number with its sign in the last bit.
                case BINARY -> skip(unsigned());
                case STRUCT -> {
                    long[] inner = new long[COUNT + 1];
                    struct(inner, depth + 1);
                    yield inner[COUNT];
                }
                default -> throw new IllegalStateException("the header of a page holds what none has");
            };
        }

        private long unsigned() {
            long signed = number();
            return (signed << 1) ^ (signed >> (Long.SIZE - 1));
        }

        private long skip(long bytes) {
            if (bytes < 0 || bytes > file.byteSize() - at) {
                throw new IllegalStateException("the header of a page ends beyond the end of the file");
            }
            at += bytes;
            return 0;
        }
    }
}
