package org.oinfo.data.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.oinfo.data.BadInputException;

/** A part of a text that ends with the end of a line, and moves on. */
final class LineBuffer {
    private static final int SIZE = 1 << 18;
    private static final int MOST = 1 << 30;

    private final InputStream text;
    private final String source;

    /** [0, end) are whole lines, [end, filled) the beginning of another; then padding. */
    private byte[] bytes = new byte[SIZE + DecimalBytes.PADDING];

    private int end;
    private int filled;
    private boolean exhausted;

    LineBuffer(InputStream text, String source) {
        this.text = text;
        this.source = source;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the whole lines end; the byte before is an end of line. */
    int end() {
        return end;
    }

    /**
     * Moves on, or, where nothing has been used, takes in more; {@code used} is at 0 then.
     *
     * @param used the bytes before are needed no more
     * @return whether there are whole lines that were not there before
     */
    boolean more(int used) throws IOException {
        int before = end - used;
        System.arraycopy(bytes, used, bytes, 0, filled - used);
        filled -= used;
        end = before;
        while (!exhausted && end == before) {
            fill();
        }
        return end > before;
    }

    private void fill() throws IOException {
        int room = bytes.length - DecimalBytes.PADDING;
        // One byte is left for the end of the last line.
        if (filled == room - 1) {
            if (room >= MOST) {
                throw new BadInputException("a line or a quoted field must be shorter than 1 GiB: " + source
                        + " has a longer one; check its quotes and ends of lines");
            }
            bytes = Arrays.copyOf(bytes, 2 * room + DecimalBytes.PADDING);
            room = bytes.length - DecimalBytes.PADDING;
        }
        int from = filled;
        int count = text.readNBytes(bytes, filled, room - 1 - filled);
        filled += count;
        exhausted = filled < room - 1;
        if (exhausted && filled > 0 && bytes[filled - 1] != '\n' && bytes[filled - 1] != '\r') {
            bytes[filled++] = '\n';
        }
        lastLineEnd(from);
    }

    /** A carriage return at the very end may be half of one. */
    private void lastLineEnd(int from) {
        if (exhausted) {
            end = filled;
            return;
        }
        int carriage = end;
        for (int i = filled - 1; i >= Math.max(from, end); i--) {
            if (bytes[i] == '\n') {
                end = i + 1;
                return;
            }
            if (bytes[i] == '\r' && carriage == end && i < filled - 1) {
                carriage = i + 1;
            }
        }
        end = carriage;
    }
}
