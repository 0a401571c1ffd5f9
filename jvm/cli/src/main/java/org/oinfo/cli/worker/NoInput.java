package org.oinfo.cli.worker;

import java.io.InputStream;
import org.oinfo.data.BadInputException;

/** What a command that is called finds on standard input, which is not its own. */
public final class NoInput extends InputStream {
    @Override
    public int read() {
        throw refused();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        throw refused();
    }

    private static BadInputException refused() {
        return new BadInputException("- must not be given here: standard input carries the calls; give a file");
    }
}
