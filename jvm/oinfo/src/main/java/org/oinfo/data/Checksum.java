package org.oinfo.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
