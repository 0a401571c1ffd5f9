package org.oinfo.data.array;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The number types that an array of a file may have; the names in lower case are numpy's codes. */
public enum NumberType {
    F2(2),
    F4(4),
    F8(8),
    /** bfloat16: the upper half of an F4. */
    BF16(2),
    I1(1),
    I2(2),
    I4(4),
    I8(8),
    U1(1),
    U2(2),
    U4(4),
    U8(8),
    /** bool: zero is 0, anything else 1. */
    B1(1);

    /** Elements converted at a time: small enough for the first-level cache. */
    private static final int CHUNK = 1024;

    /** Below this many elements one get each is cheaper than the set-up of a bulk copy. */
    private static final int FEW = 8;

    private static final ValueLayout.OfDouble DOUBLE_LITTLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE_BIG =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    /** The type with a numpy code such as {@code f8}, or null. */
    public static @Nullable NumberType of(String code) {
        for (NumberType type : values()) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        return null;
    }

    /** numpy's code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Size of an element. */
    public int bytes() {
        return bytes;
    }

    /** Whether an element can be NaN or infinite. */
    public boolean isFloating() {
        return this == F2 || this == F4 || this == F8 || this == BF16;
    }

    /**
     * Converts consecutive elements to double, exactly, but for 8-byte integers beyond 2^53: those become the nearest double.
     *
     * @param source where the elements are
     * @param offset byte offset of the first, of any alignment
     * @param order their byte order
     * @param out receives {@code count} values from index {@code at}
     */
    public void decode(MemorySegment source, long offset, ByteOrder order, double[] out, int at, int count) {
        if (this == F8) {
            decodeDoubles(source, offset, order == ByteOrder.BIG_ENDIAN ? DOUBLE_BIG : DOUBLE_LITTLE, out, at, count);
            return;
        }
        for (int done = 0; done < count; done += CHUNK) {
            int n = Math.min(CHUNK, count - done);
            long from = offset + (long) done * bytes;
            switch (bytes) {
                case 1 -> decodeBytes(source, from, out, at + done, n);
                case 2 -> decodeShorts(source, from, order, out, at + done, n);
                case 4 -> decodeInts(source, from, order, out, at + done, n);
                default -> decodeLongs(source, from, order, out, at + done, n);
            }
        }
    }

    private static void decodeDoubles(
            MemorySegment source, long offset, ValueLayout.OfDouble layout, double[] out, int at, int count) {
        if (count > FEW) {
            MemorySegment.copy(source, layout, offset, out, at, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            out[at + i] = source.get(layout, offset + 8L * i);
        }
    }

    private void decodeBytes(MemorySegment source, long offset, double[] out, int at, int count) {
        byte[] raw = new byte[count];
        MemorySegment.copy(source, ValueLayout.JAVA_BYTE, offset, raw, 0, count);
        for (int i = 0; i < count; i++) {
            out[at + i] = switch (this) {
                case I1 -> raw[i];
                case U1 -> Byte.toUnsignedInt(raw[i]);
                default -> raw[i] == 0 ? 0 : 1;
            };
        }
    }

    private void decodeShorts(MemorySegment source, long offset, ByteOrder order, double[] out, int at, int count) {
        short[] raw = new short[count];
        MemorySegment.copy(source, ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), offset, raw, 0, count);
        for (int i = 0; i < count; i++) {
            out[at + i] = switch (this) {
                case I2 -> raw[i];
                case U2 -> Short.toUnsignedInt(raw[i]);
                case BF16 -> Float.intBitsToFloat(raw[i] << Short.SIZE);
                default -> Float.float16ToFloat(raw[i]);
            };
        }
    }

    private void decodeInts(MemorySegment source, long offset, ByteOrder order, double[] out, int at, int count) {
        int[] raw = new int[count];
        MemorySegment.copy(source, ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), offset, raw, 0, count);
        for (int i = 0; i < count; i++) {
            out[at + i] = switch (this) {
                case I4 -> raw[i];
                case U4 -> Integer.toUnsignedLong(raw[i]);
                default -> Float.intBitsToFloat(raw[i]);
            };
        }
    }

    private void decodeLongs(MemorySegment source, long offset, ByteOrder order, double[] out, int at, int count) {
        long[] raw = new long[count];
        MemorySegment.copy(source, ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), offset, raw, 0, count);
        for (int i = 0; i < count; i++) {
            out[at + i] = this == I8 ? raw[i] : unsigned(raw[i]);
        }
    }

    /** Nearest double of an unsigned number: halved with its last bit kept sticky, so that doubling rounds once. */
    private static double unsigned(long value) {
        return value >= 0 ? value : 2.0 * ((value >>> 1) | (value & 1));
    }
}
