package org.oinfo.cli.worker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of bytes. One that is too long is read to its end and refused, so that the next one is found. */
final class Lines {
    /** Bytes of the longest line, 1 MiB: arrays travel as files. */
    static final int LONGEST = 1 << 20;

    private final InputStream in;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next line without its end; nothing where there is none any more.
     *
     * @throws RpcProblem it is too long
     */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        while (b >= 0 && b != '\n') {
            length++;
            if (length <= LONGEST) {
                line.write(b);
            }
            b = in.read();
        }
        if (length > LONGEST) {
            throw new RpcProblem(
                    RpcProblem.NO_CALL,
                    "a message must be at most " + LONGEST + " bytes long: found " + length
                            + "; name arrays and lists by their files");
        }
        return Optional.of(line.toByteArray());
    }
}
