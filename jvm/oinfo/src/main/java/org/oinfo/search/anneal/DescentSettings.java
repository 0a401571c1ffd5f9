package org.oinfo.search.anneal;

import java.io.Serializable;
import org.oinfo.kernels.Ends;

/**
 * How n-plets are improved step by step.
 *
 * @param ends towards which ends each n-plet descends
 * @param smallestOrder where removing a member is a move too: the smallest order it may lead to
 * @param largestOrder where adding a variable is a move too: the largest order it may lead to
 * @param biasSamples number of samples T whose {@link org.oinfo.estimate.BiasCorrection} is subtracted from every measure, and before
 *     orders are compared with each other; 0 for raw values
 */
public record DescentSettings(Ends ends, int smallestOrder, int largestOrder, int biasSamples) implements Serializable {
    /** Swaps alone: every n-plet keeps its order. */
    public static DescentSettings swaps(Ends ends) {
        return new DescentSettings(ends, Integer.MAX_VALUE, 0, 0);
    }

    /** Subtracts the bias of so many samples; 0 for raw values. */
    public DescentSettings withBiasSamples(int samples) {
        return new DescentSettings(ends, smallestOrder, largestOrder, samples);
    }
}
