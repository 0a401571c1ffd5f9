package org.oinfo;

import org.oinfo.scan.GivenNplets;

/** Takes the measures of given n-plets in their order, as they are found. */
@FunctionalInterface
public interface MeasuresSink {
    /** N-plets that it is handed at a time; the last time fewer. */
    int PIECE = GivenNplets.PIECE;

    /**
     * Takes those of the next n-plets; called by one thread at a time, and not again where it throws.
     *
     * @param values TC, DTC, Omega and S of each [4*count], nats; four NaN for a singular one; the array is not used again
     */
    void take(double[] values, int count);
}
