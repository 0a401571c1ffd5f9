package org.oinfo.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes an array of doubles as .npy: format 1.0, type {@code <f8}, C order. The file appears under its name only when it is
 * complete, by {@link #commit}; until then a temporary file beside it takes the values, and is gone after {@link #close}.
 * Format: <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>.
 */
public final class NpyWriter implements Closeable {
    private static final byte[] START = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    /** Bytes before the values are a multiple of this. */
    private static final int ALIGNMENT = 64;

    private static final int BUFFER = 1 << 20;

    private final Path target;
    private final Path temporary;
    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long missing;

    /** Writes to a channel that commits nothing itself. */
    NpyWriter(Path target, Path temporary, WritableByteChannel channel, long... shape) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
        this.missing = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        buffer.put(header(shape));
    }

    /**
     * Makes ready to write an array.
     *
     * @param target the file, whose folder exists; one that is there already stays as it is until {@link #commit}
     * @param shape lengths of the axes, the slowest first
     * @throws IOException a file cannot be made there
     */
    public static NpyWriter open(Path target, long... shape) throws IOException {
        Path name = target.getFileName();
        Path temporary =
                target.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            // For a process that is ended before close.
            temporary.toFile().deleteOnExit();
            return new NpyWriter(target, temporary, channel, shape);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private static byte[] header(long[] shape) {
        String axes = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        String comma = shape.length == 1 ? "," : "";
        String text = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + axes + comma + "), }";
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

    /** Appends values[0 .. count-1]. */
    public void write(double[] values, int count) throws IOException {
        if (count > missing) {
            throw new IllegalStateException(
                    "there must be no more values than the shape has room for: " + (count - missing) + " too many");
        }
        missing -= count;
        for (int at = 0; at < count; ) {
            if (buffer.remaining() < Double.BYTES) {
                drain();
            }
            int run = Math.min(count - at, buffer.remaining() / Double.BYTES);
            buffer.asDoubleBuffer().put(values, at, run);
            buffer.position(buffer.position() + run * Double.BYTES);
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
            channel.close();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
        try {
            channel.close();
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
