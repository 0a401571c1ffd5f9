package org.oinfo.data.matlab;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.function.Supplier;
import org.oinfo.data.BadInputException;

/**
 * A data element: a tag of type and size, and what it is about. Up to 4 bytes may lie in the tag itself.
 *
 * @param type what it is
 * @param content its bytes
 * @param next where the next one begins
 */
record MatElement(int type, MemorySegment content, long next) {
    private static final int TAG = 8;
    private static final int SMALL = 4;
    private static final int COMPRESSED = 15;

    /**
     * Reads a tag.
     *
     * @param bytes what the element lies in
     * @param at where it begins
     * @param beginning whether there may be no more of it than the bytes hold, as of something that was not read to its end
     * @param damaged what is thrown where it ends beyond the bytes
     */
    static MatElement at(
            MemorySegment bytes, long at, ByteOrder order, boolean beginning, Supplier<BadInputException> damaged) {
        if (at > bytes.byteSize() - TAG) {
            throw damaged.get();
        }
        ValueLayout.OfInt number = ValueLayout.JAVA_INT_UNALIGNED.withOrder(order);
        int first = bytes.get(number, at);
        int small = first >>> Short.SIZE;
        if (small > 0) {
            if (small > SMALL) {
                throw damaged.get();
            }
            return new MatElement(first & 0xFFFF, bytes.asSlice(at + SMALL, small), at + TAG);
        }
        long left = bytes.byteSize() - at - TAG;
        long size = Integer.toUnsignedLong(bytes.get(number, at + SMALL));
        if (size > left && !beginning) {
            throw damaged.get();
        }
        // Elements begin at multiples of 8 bytes, but for what follows a compressed one.
        long padded = first == COMPRESSED ? size : (size + TAG - 1) / TAG * TAG;
        return new MatElement(first, bytes.asSlice(at + TAG, Math.min(size, left)), at + TAG + padded);
    }
}
