package org.oinfo.search.greedy;

import java.io.Serializable;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Ends;

/**
 * Settings of a greedy search from every pair.
 *
 * @param maxOrder the largest order, at least 3
 * @param top number K of n-plets that are kept of each order at each end, at least 1
 * @param ends grow towards synergy, redundancy or both
 * @param biasSamples number of samples T whose {@link org.oinfo.estimate.BiasCorrection} is subtracted from every measure; 0
 *     for raw values
 */
public record EveryPairSettings(int maxOrder, int top, Ends ends, int biasSamples) implements Serializable {
    /** Order of the n-plets that pairs grow into first. */
    public static final int FIRST_ORDER = 3;

    /** Checks what does not depend on the data. */
    public EveryPairSettings {
        if (maxOrder < FIRST_ORDER) {
            throw new BadInputException("the largest order of a greedy search from pairs must be 3 or more: max order="
                    + maxOrder + "; choose a larger max order");
        }
        if (top < 1) {
            throw new BadInputException("a greedy search from pairs must keep at least 1 n-plet of each order: top="
                    + top + "; choose 1 or more");
        }
    }

    /** Both ends, 20 n-plets of each order, raw values. */
    public static EveryPairSettings upTo(int maxOrder) {
        return new EveryPairSettings(maxOrder, 20, Ends.BOTH, 0);
    }

    /**
     * Refuses what these variables do not have.
     *
     * @param variables N
     * @param samples T; 0 when unknown
     * @throws BadInputException the largest order exceeds N or T-1
     */
    public void check(int variables, int samples) {
        GreedySettings.within("max", maxOrder, variables, samples);
    }

    /** Keeps so many n-plets of each order at each end. */
    public EveryPairSettings withTop(int value) {
        return new EveryPairSettings(maxOrder, value, ends, biasSamples);
    }

    /** Grows towards one end or both. */
    public EveryPairSettings withEnds(Ends value) {
        return new EveryPairSettings(maxOrder, top, value, biasSamples);
    }

    /** Subtracts the bias of so many samples; 0 for raw values. */
    public EveryPairSettings withBiasSamples(int value) {
        return new EveryPairSettings(maxOrder, top, ends, value);
    }
}
