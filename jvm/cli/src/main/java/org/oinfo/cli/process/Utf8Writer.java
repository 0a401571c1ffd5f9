package org.oinfo.cli.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8, gathered to large pieces; a piece that is large already goes as it is, which is several times as fast as char by char. */
final class Utf8Writer extends Writer {
    private static final int LARGE = 1 << 16;

    private final OutputStream out;
    private final StringBuilder gathered = new StringBuilder(LARGE);

    Utf8Writer(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        gathered.append(text, from, length);
        drainLarge();
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        if (length >= LARGE && whole(gathered) && whole(text)) {
            drain(gathered.length());
            out.write(text.substring(from, from + length).getBytes(StandardCharsets.UTF_8));
            return;
        }
        gathered.append(text, from, from + length);
        drainLarge();
    }

    /** Whether it does not end within a character of two chars. */
    private static boolean whole(CharSequence text) {
        return text.isEmpty() || !Character.isHighSurrogate(text.charAt(text.length() - 1));
    }

    private void drainLarge() throws IOException {
        if (gathered.length() >= LARGE) {
            drain(gathered.length() - (whole(gathered) ? 0 : 1));
        }
    }

    private void drain(int length) throws IOException {
        out.write(gathered.substring(0, length).getBytes(StandardCharsets.UTF_8));
        gathered.delete(0, length);
    }

    @Override
    public void flush() throws IOException {
        drain(gathered.length());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
