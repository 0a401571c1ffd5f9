package org.oinfo.data.damaged;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.damaged.Reading.Found;

/**
 * What must come of reading bytes, whatever they are: a refusal in one line, or what can be used; with memory that is bounded by their number.
 * Anything else is an exception or an {@link AssertionError}.
 */
public final class Contract {
    /** Opening may allocate so many bytes for each of the input, and so many besides. */
    private static final long ALLOCATED_A_BYTE = 64;

    private static final long ALLOCATED = 16L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Contract() {}

    /** Opens what is read. */
    @FunctionalInterface
    public interface Opening {
        /**
         * Opens it.
         *
         * @throws BadInputException it cannot be used
         */
        Found open() throws IOException;
    }

    /**
     * Opens and checks.
     *
     * @param bytes number of bytes that are read
     * @param random which parts of it are compared
     * @return whether it was read; false where it was refused
     */
    public static boolean isRead(int bytes, Opening opening, SplittableRandom random) throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try (Found found = opened(opening, before, bytes)) {
            found.check(bytes, random);
            return true;
        } catch (BadInputException e) {
            requireBounded(before, bytes);
            requireOneLine(e);
            return false;
        }
    }

    private static Found opened(Opening opening, long before, int bytes) throws IOException {
        Found found = opening.open();
        try {
            requireBounded(before, bytes);
        } catch (AssertionError e) {
            found.close();
            throw e;
        }
        return found;
    }

    private static void requireBounded(long before, int bytes) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        require(allocated <= ALLOCATED_A_BYTE * bytes + ALLOCATED, "bounded memory for " + bytes + " bytes", allocated);
    }

    static void requireOneLine(BadInputException refusal) {
        String message = String.valueOf(refusal.getMessage());
        if (message.isBlank() || !Excerpt.oneLine(message).equals(message)) {
            throw new AssertionError("must be one line of text: " + message, refusal);
        }
    }

    /** Cheaper than an assertion of AssertJ, which a million inputs would notice. */
    public static void require(boolean holds, String what, Object found) {
        if (!holds) {
            throw new AssertionError(
                    "must be " + what + ": " + (found instanceof int[] array ? Arrays.toString(array) : found));
        }
    }
}
