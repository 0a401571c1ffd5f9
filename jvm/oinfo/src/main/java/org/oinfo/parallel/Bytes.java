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

    /** Reads an array that was put. */
    public static double[] doubles(ByteBuffer from) {
        double[] values = new double[from.getInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = from.getDouble();
        }
        return values;
    }

    /** Reads an array that was put. */
    public static int[] ints(ByteBuffer from) {
        int[] values = new int[from.getInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = from.getInt();
        }
        return values;
    }
}
