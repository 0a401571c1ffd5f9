package org.oinfo.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256, by which an output names its input. */
public final class Checksum {
    private static final int BUFFER = 1 << 16;

    private Checksum() {}

    /** An empty digest. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Lower-case hexadecimal of what the digest has seen. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Checksum of values, 8 bytes each. */
    public static String of(double... values) {
        MessageDigest digest = digest();
        update(digest, values, values.length);
        return hex(digest);
    }

    /** Checksum of n-plets or other lists of numbers, 4 bytes each, a list after its length. */
    public static String of(List<int[]> lists) {
        MessageDigest digest = digest();
        for (int[] list : lists) {
            ByteBuffer bytes =
                    ByteBuffer.allocate((list.length + 1) * Integer.BYTES).putInt(list.length);
            bytes.asIntBuffer().put(list);
            digest.update(bytes.rewind());
        }
        return hex(digest);
    }

    /** Checksum of the values of samples, row by row: of a file it is another than that of its bytes. */
    public static String of(Samples samples) {
        MessageDigest digest = digest();
        int variables = samples.variables();
        int rows = Math.max(1, BUFFER / Double.BYTES / variables);
        double[] block = new double[rows * variables];
        for (int row = 0; row < samples.samples(); row += rows) {
            int count = Math.min(rows, samples.samples() - row);
            samples.read(row, count, 0, variables, block);
            update(digest, block, count * variables);
        }
        return hex(digest);
    }

    private static void update(MessageDigest digest, double[] values, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values, 0, count);
        digest.update(bytes);
    }

    /** Checksum of mapped memory of any size. */
    public static String of(MemorySegment bytes) {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        for (long at = 0; at < bytes.byteSize(); at += BUFFER) {
            int count = (int) Math.min(BUFFER, bytes.byteSize() - at);
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, buffer, 0, count);
            digest.update(buffer, 0, count);
        }
        return hex(digest);
    }
}
