package org.oinfo.data.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Which files are Arrow's, by their first bytes; no library is loaded for it. */
public final class ArrowSignature {
    static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);

    /** Before the length of each message. */
    static final int CONTINUATION = -1;

    private ArrowSignature() {}

    /** Whether it is a file with an index at its end. */
    static boolean isFile(byte[] head) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (i >= head.length || head[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a file or a stream, which begins with a message whose length is a multiple of 8. */
    public static boolean isArrow(byte[] head) {
        if (isFile(head)) {
            return true;
        }
        if (head.length < 2 * Integer.BYTES) {
            return false;
        }
        ByteBuffer begin = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int length = begin.getInt(Integer.BYTES);
        return begin.getInt(0) == CONTINUATION && length > 0 && length % Long.BYTES == 0;
    }
}
