package org.oinfo.data.parquet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Walks over a struct in Thrift's compact protocol, and refuses one that speaks of more than its bytes: the library allocates what a
 * length says. Format: <a href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">specification</a>.
 */
final class CompactStruct {
    private static final int DEEPEST = 24;

    /** Which type a number has; who reads a struct ignores those that have another than they should. */
    enum Kind {
        BOOLEAN,
        INT,
        LONG,
        /** A list, whose number is the type of its elements. */
        LIST
    }

    /** Type of the elements of a list. */
    static final int INT_ELEMENTS = 5;

    static final int BINARY_ELEMENTS = 8;
    static final int STRUCT_ELEMENTS = 12;

    /** Takes the numbers of a struct; true is 1, false 0. */
    interface Numbers {
        /**
         * A number, or a list whose elements are still to come.
         *
         * @param of field of the struct that it is in, or 0 in the struct itself
         * @param field its field
         * @param depth how many structs and lists it is within
         */
        void found(int of, int field, int depth, Kind kind, long number);
    }

    private final MemorySegment bytes;
    private final Numbers numbers;
    private long at;

    private CompactStruct(MemorySegment bytes, long from, Numbers numbers) {
        this.bytes = bytes;
        this.at = from;
        this.numbers = numbers;
    }

    /**
     * Walks over a struct.
     *
     * @param from where it begins
     * @return where it ends
     * @throws IllegalStateException it is not well formed, or goes beyond the bytes
     */
    static long walk(MemorySegment bytes, long from, Numbers numbers) {
        CompactStruct struct = new CompactStruct(bytes, from, numbers);
        struct.fields(0, 0);
        return struct.at;
    }

    /** An unsigned number of 7 bits a byte. */
    static long varint(MemorySegment bytes, long at) {
        return new CompactStruct(bytes, at, (of, field, depth, kind, number) -> {}).varint();
    }

    private void fields(int of, int depth) {
        require(depth < DEEPEST);
        int field = 0;
        for (int head = next(); head != 0; head = next()) {
            field = head >> 4 == 0 ? (int) number() : field + (head >> 4);
            switch (head & 15) {
                case 1, 2 -> numbers.found(of, field, depth, Kind.BOOLEAN, 2 - (head & 15));
                case 5 -> numbers.found(of, field, depth, Kind.INT, int32());
                case 6 -> numbers.found(of, field, depth, Kind.LONG, number());
                case 9 -> {
                    numbers.found(of, field, depth, Kind.LIST, peek() & 15);
                    list(field, depth + 1);
                }
                default -> value(head & 15, field, depth);
            }
        }
    }

    /**
     * Passes over a value that is no number of a struct. Booleans in lists are refused: a description has none, and the library, which
     * takes them for nothing where the protocol has a byte, would read on elsewhere than this does.
     */
    private void value(int type, int field, int depth) {
        switch (type) {
            case 3 -> next();
            case 4, 5, 6 -> number();
            case 7 -> pass(Double.BYTES);
            case 8 -> pass(varint());
            case 9, 10 -> list(field, depth + 1);
            case 11 -> map(depth + 1);
            case 12 -> fields(field, depth + 1);
            default -> require(false);
        }
    }

    private void list(int field, int depth) {
        int head = next();
        long count = head >> 4 == 15 ? varint() : head >> 4;
        // Each element takes a byte at least.
        require(count >= 0 && count <= bytes.byteSize() - at && depth < DEEPEST);
        for (long i = 0; i < count; i++) {
            value(head & 15, field, depth);
        }
    }

    private void map(int depth) {
        long count = varint();
        require(count >= 0 && count <= bytes.byteSize() - at && depth < DEEPEST);
        int types = count == 0 ? 0 : next();
        for (long i = 0; i < count; i++) {
            value(types >> 4, -1, depth);
            value(types & 15, -1, depth);
        }
    }

    private void pass(long count) {
        require(count >= 0 && count <= bytes.byteSize() - at);
        at += count;
    }

    private int next() {
        int next = peek();
        at++;
        return next;
    }

    private int peek() {
        require(at < bytes.byteSize());
        return bytes.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
    }

    private int int32() {
        long number = number();
        require(number == (int) number);
        return (int) number;
    }

    /** A signed number: zigzag. */
    private long number() {
        long coded = varint();
        return coded >>> 1 ^ -(coded & 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int b = next();
            value |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new IllegalStateException("a number in a description is too long");
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("a description is not well formed, or speaks of more than is there");
        }
    }
}
