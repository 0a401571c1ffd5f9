package org.oinfo.fuzz;

import java.io.IOException;
import java.util.List;

/** What reads bytes that others wrote. */
public interface Target {
    /**
     * Reads.
     *
     * @return whether they were understood; false where they were refused in one line
     * @throws AssertionError anything else came of it, as does any other exception
     */
    boolean read(byte[] input) throws IOException;

    /** Small inputs to begin with, each of which is understood. */
    List<byte[]> seeds() throws IOException;
}
