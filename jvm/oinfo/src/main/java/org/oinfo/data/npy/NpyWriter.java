package org.oinfo.data.npy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.oinfo.data.PendingFile;

/**
 * Writes an array of numbers as .npy: format 1.0, little-endian, C order. The file appears under its name only when it is
 * complete, by {@link #commit}; until then a {@link PendingFile} takes the values, which is gone after {@link #close}.
 * Format: <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>.
 */
public final class NpyWriter implements Closeable {
    private static final byte[] START = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    /** Bytes before the values are a multiple of this. */
    private static final int ALIGNMENT = 64;

    /** Small, because many arrays may be written side by side. */
    private static final int BUFFER = 1 << 17;

    /** The number types that are written. */
    public enum Type {
        /** float. */
        F4(Float.BYTES),
        /** double. */
        F8(Double.BYTES),
        /** int. */
        I4(Integer.BYTES);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }
    }

    private final Path target;
    private final PendingFile file;
    private final WritableByteChannel channel;
    private final Type type;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long missing;

    /** Writes to a channel, which is that of the file but in tests. */
    NpyWriter(Path target, PendingFile file, WritableByteChannel channel, Type type, long... shape) {
        this.target = target;
        this.file = file;
        this.channel = channel;
        this.type = type;
        this.missing = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        buffer.put(header(type, shape));
    }

    /** Makes ready to write an array of doubles, as {@link #open(Path, Type, long...)}. */
    public static NpyWriter open(Path target, long... shape) throws IOException {
        return open(target, Type.F8, shape);
    }

    /**
     * Makes ready to write an array.
     *
     * @param target the file, whose folder exists; one that is there already stays as it is until {@link #commit}
     * @param type of all its values
     * @param shape lengths of the axes, the slowest first
     * @throws IOException a file cannot be made there
     */
    public static NpyWriter open(Path target, Type type, long... shape) throws IOException {
        try {
            PendingFile file = PendingFile.open(target);
            return new NpyWriter(target, file, file.channel(), type, shape);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** What comes before the values of an array, the slowest axis first. */
    public static byte[] header(Type type, long... shape) {
        return header("'<" + type.name().toLowerCase(Locale.ROOT) + "'", shape);
    }

    /**
     * What comes before the values of an array of records.
     *
     * @param fields numpy's dtype, as it is written: a list of names and types
     */
    public static byte[] recordHeader(String fields, long count) {
        return header(fields, count);
    }

    private static byte[] header(String descr, long... shape) {
        String axes = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        String comma = shape.length == 1 ? "," : "";
        String text = "{'descr': " + descr + ", 'fortran_order': False, 'shape': (" + axes + comma + "), }";
        int prefix = START.length + Short.BYTES;
        int length = Math.ceilDiv(prefix + text.length() + 1, ALIGNMENT) * ALIGNMENT - prefix;
        ByteBuffer header = ByteBuffer.allocate(prefix + length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(START).putShort((short) length);
        header.put(text.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }

    /** Appends values[0 .. count-1] to an array of doubles. */
    public void write(double[] values, int count) throws IOException {
        append(Type.F8, count, (at, run) -> buffer.asDoubleBuffer().put(values, at, run));
    }

    /** Appends values[0 .. count-1] to an array of floats. */
    public void write(float[] values, int count) throws IOException {
        append(Type.F4, count, (at, run) -> buffer.asFloatBuffer().put(values, at, run));
    }

    /** Appends values[0 .. count-1] to an array of ints. */
    public void write(int[] values, int count) throws IOException {
        append(Type.I4, count, (at, run) -> buffer.asIntBuffer().put(values, at, run));
    }

    /** Puts some of the values where the buffer is at. */
    private interface Source {
        void put(int at, int run);
    }

    private void append(Type given, int count, Source source) throws IOException {
        if (given != type) {
            throw new IllegalStateException("values must be of the array's type " + type + ": found " + given);
        }
        if (count > missing) {
            throw new IllegalStateException(
                    "there must be no more values than the shape has room for: " + (count - missing) + " too many");
        }
        missing -= count;
        for (int at = 0; at < count; ) {
            if (buffer.remaining() < type.bytes) {
                drain();
            }
            int run = Math.min(count - at, buffer.remaining() / type.bytes);
            source.put(at, run);
            buffer.position(buffer.position() + run * type.bytes);
            at += run;
        }
    }

    /** The array is complete: it appears under its name. */
    public void commit() throws IOException {
        if (missing > 0) {
            throw new IllegalStateException("every value must be written: " + missing + " are missing");
        }
        drain();
        try {
            file.commit();
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private void drain() throws IOException {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw failed(target, e);
        }
        buffer.clear();
    }

    private static IOException failed(Path target, IOException cause) {
        return new IOException(target + " cannot be written", cause);
    }

    /** Without {@link #commit} nothing remains. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
