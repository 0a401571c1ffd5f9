package org.oinfo.data;

import java.util.function.Supplier;

/**
 * Work on samples that somebody may change meanwhile. Where a mapped file was cut short, Java throws an {@link InternalError}, not
 * always where the read was; where it was written over, values are mixed and nothing is thrown.
 */
public final class SteadyInput {
    private SteadyInput() {}

    /**
     * Does it on the calling thread; what it does on others throws here, too.
     *
     * @throws BadInputException the samples have changed, whatever came of it
     */
    public static <R> R during(Samples samples, Supplier<R> work) {
        R result;
        try {
            result = work.get();
        } catch (BadInputException | InternalError e) {
            // Zeros in place of values may have led to another complaint.
            samples.requireUnchanged();
            throw e;
        }
        samples.requireUnchanged();
        return result;
    }
}
