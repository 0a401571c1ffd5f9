package org.oinfo.cli.process;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * An output whose reader may go away, as {@code | head} does: a {@link ClosedPipeException} then. Any other failure is told with the
 * name of the output, which the operating system leaves out.
 */
public final class PipedOutput extends FilterOutputStream {
    private final String name;

    public PipedOutput(OutputStream out, String name) {
        super(out);
        this.name = name;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            // The error has no class or number of its own in Java, only the text of the operating system.
            if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
                throw new ClosedPipeException(e);
            }
            throw new IOException(name + " cannot be written", e);
        }
    }
}
