package org.oinfo.data.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.oinfo.data.BadInputException;

/** Text in UTF-16 as bytes of UTF-8. */
final class Utf16Stream extends InputStream {
    private static final int BLOCK = 1 << 15;

    private final InputStream bytes;
    private final String source;
    private final int highByte;
    private final byte[] block = new byte[BLOCK];
    private final StringBuilder units = new StringBuilder();
    private byte[] utf8 = {};
    private int at;

    /** Bytes of the file that have been read, the byte order mark among them. */
    private long read = 2;

    private long line = 1;

    /**
     * The text after the byte order mark.
     *
     * @param bytes what follows the mark
     * @param bigEndian whether the first byte of two is the higher
     */
    Utf16Stream(InputStream bytes, boolean bigEndian, String source) {
        this.bytes = bytes;
        this.highByte = bigEndian ? 0 : 1;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return at < utf8.length || refill() ? utf8[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        if (length > 0 && at == utf8.length && !refill()) {
            return -1;
        }
        int count = Math.min(length, utf8.length - at);
        System.arraycopy(utf8, at, out, offset, count);
        at += count;
        return count;
    }

    private boolean refill() throws IOException {
        int count = bytes.readNBytes(block, 0, BLOCK);
        for (int i = 0; i < count; i += 2) {
            if (i + 1 == count) {
                throw refuse("ends within a character");
            }
            add((char) (((block[i + highByte] & 0xFF) << 8) | (block[i + 1 - highByte] & 0xFF)));
            read += 2;
        }
        boolean end = count < BLOCK;
        int last = units.length();
        // The second half of a character may be in the next block.
        boolean open = last > 0 && Character.isHighSurrogate(units.charAt(last - 1));
        if (open && end) {
            throw refuse("ends within a character");
        }
        String whole = units.substring(0, open ? last - 1 : last);
        units.delete(0, whole.length());
        utf8 = whole.getBytes(StandardCharsets.UTF_8);
        at = 0;
        return utf8.length > 0 || (!end && refill());
    }

    private void add(char unit) {
        int last = units.length();
        boolean open = last > 0 && Character.isHighSurrogate(units.charAt(last - 1));
        if (open != Character.isLowSurrogate(unit)) {
            throw refuse("has half a character");
        }
        units.append(unit);
        line += unit == '\n' ? 1 : 0;
    }

    private BadInputException refuse(String found) {
        return new BadInputException("text that begins as UTF-16 must be UTF-16 to its end: " + source + ' ' + found
                + " at line " + line + " (byte offset " + read + "); save it as UTF-8");
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
