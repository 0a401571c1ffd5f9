package org.oinfo.parallel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes that are written one after the other, in as much room as they need; numbers are little-endian. */
public final class Bytes {
    private static final int FIRST = 256;

    private ByteBuffer buffer = ByteBuffer.allocate(FIRST).order(ByteOrder.LITTLE_ENDIAN);

    /** What a piece found, as it is written. */
    static <P> ByteBuffer of(Form<P> form, P found) {
        Bytes bytes = new Bytes();
        form.write(found, bytes);
        return bytes.buffer.flip();
    }

    /** Where so many bytes more are to be written. */
    public ByteBuffer room(int more) {
        if (buffer.remaining() < more) {
            int grown =
                    Math.max(Math.addExact(buffer.position(), more), (int) Math.min(2L * buffer.capacity(), 1 << 30));
            buffer = ByteBuffer.allocate(grown).order(ByteOrder.LITTLE_ENDIAN).put(buffer.flip());
        }
        return buffer;
    }

    /** Writes a number. */
    public Bytes put(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    /** Writes a number. */
    public Bytes put(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    /** Writes a number, the bits as they are. */
    public Bytes put(double value) {
        room(Double.BYTES).putDouble(value);
        return this;
    }

    /** Writes how many there are, and them. */
    public Bytes put(double[] values) {
        ByteBuffer to = room(Math.addExact(Integer.BYTES, Math.multiplyExact(Double.BYTES, values.length)));
        to.putInt(values.length);
        for (double value : values) {
            to.putDouble(value);
        }
        return this;
    }

    /** Writes how many there are, and them. */
    public Bytes put(int[] values) {
        ByteBuffer to = room(Integer.BYTES + Integer.BYTES * values.length);
        to.putInt(values.length);
        for (int value : values) {
            to.putInt(value);
        }
        return this;
    }

    /**
     * Reads an array that was put.
     *
     * @throws IllegalArgumentException it is longer than what there is
     */
    public static double[] doubles(ByteBuffer from) {
        double[] values = new double[length(from, Double.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = from.getDouble();
        }
        return values;
    }

    /**
     * Reads an array that was put.
     *
     * @throws IllegalArgumentException it is longer than what there is
     */
    public static int[] ints(ByteBuffer from) {
        int[] values = new int[length(from, Integer.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = from.getInt();
        }
        return values;
    }

    private static int length(ByteBuffer from, int each) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining() / each) {
            throw new IllegalArgumentException("an array must end where its bytes do: found a length of " + length);
        }
        return length;
    }

    /**
     * Reads counts of some of the n-plets of a scan.
     *
     * @param nplets that there are
     * @throws IllegalArgumentException one is negative, or together they are more than there are
     */
    public static long[] counts(ByteBuffer from, int number, long nplets) {
        long[] counts = new long[number];
        long left = nplets;
        for (int i = 0; i < number; i++) {
            counts[i] = from.getLong();
            if (counts[i] < 0 || counts[i] > left) {
                throw new IllegalArgumentException("counts must be of " + nplets + " n-plets: found " + counts[i]);
            }
            left -= counts[i];
        }
        return counts;
    }
}
