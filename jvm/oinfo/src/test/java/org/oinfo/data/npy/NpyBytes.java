package org.oinfo.data.npy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes .npy files for tests, from the description of the format and from raw bit patterns. */
public final class NpyBytes {
    private NpyBytes() {}

    /** A file of any header text and content; the text is padded as numpy does. */
    static byte[] file(int major, String header, byte[] content) {
        int prefix = major == 1 ? 10 : 12;
        int length = (prefix + header.length() + 1 + 63) / 64 * 64 - prefix;
        String padded = header + " ".repeat(length - header.length() - 1) + "\n";
        ByteBuffer start = ByteBuffer.allocate(prefix).order(ByteOrder.LITTLE_ENDIAN);
        start.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) major, 0});
        if (major == 1) {
            start.putShort((short) length);
        } else {
            start.putInt(length);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(start.array());
        out.writeBytes(padded.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(content);
        return out.toByteArray();
    }

    static String header(String descr, boolean fortran, int rows, int columns) {
        return "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': (" + rows
                + ", " + columns + "), }";
    }

    /**
     * Elements as bit patterns.
     *
     * @param bits [rows*columns] row-major
     * @param bytes size of an element
     */
    static byte[] content(long[] bits, int rows, int columns, int bytes, ByteOrder order, boolean fortran) {
        ByteBuffer content = ByteBuffer.allocate(bits.length * bytes).order(order);
        for (int i = 0; i < bits.length; i++) {
            long element = fortran ? bits[i % rows * columns + i / rows] : bits[i];
            switch (bytes) {
                case 1 -> content.put((byte) element);
                case 2 -> content.putShort((short) element);
                case 4 -> content.putInt((int) element);
                default -> content.putLong(element);
            }
        }
        return content.array();
    }

    /** A little-endian f8 array in C order. */
    public static byte[] doubles(double[][] x) {
        int columns = x[0].length;
        long[] bits = new long[x.length * columns];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToRawLongBits(x[i / columns][i % columns]);
        }
        byte[] content = content(bits, x.length, columns, 8, ByteOrder.LITTLE_ENDIAN, false);
        return file(1, header("<f8", false, x.length, columns), content);
    }

    /**
     * A little-endian f8 array of any number of axes.
     *
     * @param values in the order of the indices, the last one fastest
     */
    public static byte[] array(List<Long> shape, boolean fortran, double[] values) {
        ByteBuffer content = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            long rest = i;
            long before = values.length;
            long element = 0;
            for (int axis = shape.size() - 1; axis >= 0; axis--) {
                before /= shape.get(axis);
                element += rest % shape.get(axis) * before;
                rest /= shape.get(axis);
            }
            content.putDouble(Math.toIntExact(fortran ? element : i) * 8, values[i]);
        }
        String text = shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ",)"));
        String header =
                "{'descr': '<f8', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + text + ", }";
        return file(1, header, content.array());
    }

    public static Path write(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
