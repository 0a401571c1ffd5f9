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

    /**
     * Reads, and again where something came of it that must not: classes that are loaded for the first time take memory, and more when a fuzzer
     * changes them. What comes of it twice is a finding.
     */
    default boolean readSurely(byte[] input) throws IOException {
        try {
            return read(input);
        } catch (AssertionError once) {
            return read(input);
        }
    }

    /** Small inputs to begin with, most of which are understood. */
    List<byte[]> seeds() throws IOException;
}
