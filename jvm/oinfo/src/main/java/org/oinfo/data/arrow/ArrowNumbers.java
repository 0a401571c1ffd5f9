package org.oinfo.data.arrow;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;
import org.oinfo.data.array.NumberType;

/** Copies numbers of a batch to where all of them are gathered; those that are missing become NaN. */
final class ArrowNumbers {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment values;
    private final MemorySegment validity;
    private final boolean nulls;
    private final NumberType stored;
    private final NumberType type;
    private final MemorySegment out;

    /**
     * Makes ready.
     *
     * @param leaf the field of the numbers
     * @param type what they are gathered as: the type that they have, or double
     */
    ArrowNumbers(ArrowBatch batch, ArrowField leaf, NumberType type, MemorySegment out) {
        this.values = batch.values(leaf);
        this.validity = batch.validity(leaf);
        this.nulls = batch.hasNulls(leaf);
        this.stored = Objects.requireNonNull(leaf.number());
        this.type = type;
        this.out = out;
    }

    /** Whether the bit of a value says that it is missing. */
    static boolean isNull(MemorySegment validity, long value) {
        return !bit(validity, value);
    }

    private static boolean bit(MemorySegment bits, long index) {
        return ((bits.get(ValueLayout.JAVA_BYTE, index / Byte.SIZE) >> (index % Byte.SIZE)) & 1) != 0;
    }

    /** Copies values from .. from+count-1. */
    void copy(long from, long count, long at) {
        if (stored == NumberType.B1 || type != stored) {
            for (long i = 0; i < count; i++) {
                put(at + i, value(from + i));
            }
        } else {
            long bytes = type.bytes();
            MemorySegment.copy(values, from * bytes, out, at * bytes, count * bytes);
        }
        for (long i = 0; nulls && i < count; i++) {
            if (isNull(validity, from + i)) {
                put(at + i, Double.NaN);
            }
        }
    }

    /** Values that are all missing. */
    void fill(long count, long at) {
        for (long i = 0; i < count; i++) {
            put(at + i, Double.NaN);
        }
    }

    private double value(long index) {
        if (stored == NumberType.B1) {
            return bit(values, index) ? 1 : 0;
        }
        double[] one = new double[1];
        stored.decode(values, index * stored.bytes(), ByteOrder.LITTLE_ENDIAN, one, 0, 1);
        return one[0];
    }

    private void put(long at, double value) {
        switch (type) {
            case B1 -> out.set(ValueLayout.JAVA_BYTE, at, (byte) value);
            case F2 -> out.set(SHORT, at * Short.BYTES, Float.floatToFloat16((float) value));
            case F4 -> out.set(FLOAT, at * Float.BYTES, (float) value);
            default -> out.set(DOUBLE, at * Double.BYTES, value);
        }
    }
}
