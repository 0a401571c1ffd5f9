package org.oinfo.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The numbers of a memory segment. */
public enum ElementType {
    /** IEEE single precision. */
    FLOAT32(Float.BYTES) {
        @Override
        double value(MemorySegment x, long index) {
            return x.get(ValueLayout.JAVA_FLOAT_UNALIGNED, index * Float.BYTES);
        }
    },
    /** IEEE double precision. */
    FLOAT64(Double.BYTES) {
        @Override
        double value(MemorySegment x, long index) {
            return x.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, index * Double.BYTES);
        }
    };

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Size of a number. */
    public int bytes() {
        return bytes;
    }

    /** The number at an index, as a double: nothing is lost. */
    abstract double value(MemorySegment x, long index);
}
