package org.oinfo.data.text;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import org.oinfo.data.BadInputException;
import org.oinfo.data.InputFile;

/**
 * The text of a file as bytes of UTF-8, without byte order mark: UTF-8, or UTF-16 that says so by its mark. Any other encoding
 * is refused, since bytes alone do not tell which it is.
 */
public final class TextStream extends FilterInputStream {
    private static final int MARK = 3;

    private final InputFile input;
    private final boolean utf16;
    private final Utf8Check check = new Utf8Check();

    /** Bytes delivered, and those of a mark before them. */
    private long offset;

    private TextStream(InputFile input, InputStream utf8, boolean utf16, int offset) {
        super(utf8);
        this.input = input;
        this.utf16 = utf16;
        this.offset = offset;
    }

    /** The text of a file. */
    public static TextStream open(InputFile input) throws IOException {
        return of(input, Files.newInputStream(input.path()));
    }

    /** The text of a file as lines. */
    public static BufferedReader reader(InputFile input) throws IOException {
        return new BufferedReader(new InputStreamReader(open(input), StandardCharsets.UTF_8));
    }

    /** The text of a file whose bytes come from a stream. */
    static TextStream of(InputFile input, InputStream bytes) throws IOException {
        byte[] mark = bytes.readNBytes(MARK);
        if (mark.length == MARK && (mark[0] & 0xFF) == 0xEF && (mark[1] & 0xFF) == 0xBB && (mark[2] & 0xFF) == 0xBF) {
            return new TextStream(input, bytes, false, MARK);
        }
        if (isUtf16(mark)) {
            InputStream rest = after(Arrays.copyOfRange(mark, 2, mark.length), bytes);
            InputStream utf8 = new Utf16Stream(rest, (mark[0] & 0xFF) == 0xFE, input.source());
            return new TextStream(input, utf8, true, 0);
        }
        return new TextStream(input, after(mark, bytes), false, 0);
    }

    /** Whether the first bytes of a file are the mark of text in UTF-16. */
    public static boolean isUtf16(byte[] head) {
        int mark = head.length < 2 ? 0 : ((head[0] & 0xFF) << 8) | (head[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    private static InputStream after(byte[] first, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(first), rest);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] out, int from, int length) throws IOException {
        int count = super.read(out, from, length);
        if (count < 0) {
            if (!check.isComplete()) {
                throw new BadInputException("text must be UTF-8: " + input.source()
                        + " ends within a character, at byte offset " + offset + "; it may be cut short, or "
                        + remedy("WINDOWS-1252"));
            }
            return count;
        }
        int wrong = check.firstWrong(out, from, from + count);
        if (wrong != Utf8Check.SOUND) {
            throw refuse(check.wrongByte(), offset + wrong - from);
        }
        offset += count;
        return count;
    }

    private BadInputException refuse(int found, long at) throws IOException {
        String where = utf16 ? "" : " at line " + lineAt(at) + " (byte offset " + at + ")";
        if (found == 0) {
            return new BadInputException("text must not hold NUL: " + input.source() + " has one" + where
                    + "; it is no text, or is damaged, or is UTF-16 without a byte order mark: "
                    + remedy(at % 2 == 0 ? "UTF-16BE" : "UTF-16LE"));
        }
        return new BadInputException(String.format(
                Locale.ROOT,
                "text must be UTF-8: %s has the byte 0x%02X%s, which is not; %s",
                input.source(),
                found,
                where,
                remedy("WINDOWS-1252")));
    }

    private String remedy(String from) {
        String name = input.source().matches("[\\w./-]+") ? input.source() : "FILE";
        return "convert it with 'iconv -f " + from + " -t UTF-8 " + name
                + " > NEW' (after -f the encoding it was saved in)";
    }

    /** Number of the line that holds a byte of the file, from 1; read anew, since nothing counts lines before they are needed. */
    private long lineAt(long at) throws IOException {
        long line = 1;
        int before = 0;
        try (InputStream bytes = Files.newInputStream(input.path())) {
            byte[] block = new byte[1 << 16];
            long left = at;
            for (int count = bytes.read(block); count > 0 && left > 0; count = bytes.read(block)) {
                for (int i = 0; i < Math.min(count, left); i++) {
                    line += (block[i] == '\n' && before != '\r') || block[i] == '\r' ? 1 : 0;
                    before = block[i];
                }
                left -= count;
            }
        }
        return line;
    }
}
