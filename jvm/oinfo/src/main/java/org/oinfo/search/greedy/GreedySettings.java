package org.oinfo.search.greedy;

import java.io.Serializable;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Ends;
import org.oinfo.scan.BlockGrid;

/**
 * Settings of a greedy search.
 *
 * @param startOrder order of the n-plets that it starts from, at least 2; every n-plet of that order is scanned. Omega of pairs
 *     is 0, so 3 is the smallest that says where to start
 * @param starts number R of starts at each end: the R most extreme n-plets
 * @param beam number W of distinct n-plets that each start keeps at every step
 * @param maxOrder the largest order, at least {@code startOrder}
 * @param ends grow towards synergy, redundancy or both
 * @param biasSamples number of samples T whose {@link org.oinfo.estimate.BiasCorrection} is subtracted from every measure; 0
 *     for raw values. The correction shifts whole orders: no choice among n-plets of one order changes, but the best order of a
 *     path may
 */
public record GreedySettings(int startOrder, int starts, int beam, int maxOrder, Ends ends, int biasSamples)
        implements Serializable {
    /** The largest order where none is asked for. */
    public static final int USUAL_MAX_ORDER = 20;

    /** The smallest order whose n-plets differ in Omega. */
    public static final int USUAL_START_ORDER = 3;

    /** Checks what does not depend on the data. */
    public GreedySettings {
        if (startOrder < 2) {
            throw new BadInputException("a greedy search must start from n-plets of 2 or more variables: start order="
                    + startOrder + "; 3 is usual");
        }
        if (maxOrder < startOrder) {
            throw new BadInputException(
                    "the largest order of a greedy search must not be below the order it starts from:" + " max order="
                            + maxOrder + ", start order=" + startOrder + "; choose a larger max order");
        }
        if (starts < 1) {
            throw new BadInputException(
                    "a greedy search must have at least 1 start at each end: starts=" + starts + "; choose 1 or more");
        }
        if (beam < 1) {
            throw new BadInputException(
                    "a greedy search must keep at least 1 n-plet at each step: beam=" + beam + "; choose 1 or more");
        }
    }

    /** Ten starts at both ends from triplets, the best n-plet kept at each step, raw values. */
    public static GreedySettings upTo(int maxOrder) {
        return new GreedySettings(USUAL_START_ORDER, 10, 1, maxOrder, Ends.BOTH, 0);
    }

    /**
     * The largest order where none is asked for: 20 or the start order, but no more than N and T-1.
     *
     * @param samples T; 0 when unknown
     */
    public static int usualMaxOrder(int startOrder, int variables, int samples) {
        int most = samples == 0 ? variables : Math.min(variables, samples - 1);
        return Math.max(startOrder, Math.min(USUAL_MAX_ORDER, most));
    }

    /**
     * Refuses what these variables do not have.
     *
     * @param variables N
     * @param samples T; 0 when unknown
     * @throws BadInputException an order exceeds N or T-1, or C(N, start order) exceeds 2^63-1
     */
    public void check(int variables, int samples) {
        within("start", startOrder, variables, samples);
        within("max", maxOrder, variables, samples);
        BlockGrid.total(variables, startOrder);
    }

    static void within(String name, int order, int variables, int samples) {
        if (order > variables) {
            throw new BadInputException("the " + name + " order must not exceed the number of variables: " + name
                    + " order=" + order + ", N=" + variables + "; choose a smaller order or more columns");
        }
        if (samples > 0 && order >= samples) {
            throw new BadInputException("the " + name + " order must be below the number of samples, or every n-plet is"
                    + " singular: " + name + " order=" + order + ", T=" + samples
                    + "; choose a smaller order or give more samples");
        }
    }

    /** Starts from n-plets of another order. */
    public GreedySettings withStartOrder(int value) {
        return new GreedySettings(value, starts, beam, maxOrder, ends, biasSamples);
    }

    /** Grows to another largest order. */
    public GreedySettings withMaxOrder(int value) {
        return new GreedySettings(startOrder, starts, beam, value, ends, biasSamples);
    }

    /** Grows so many starts at each end. */
    public GreedySettings withStarts(int value) {
        return new GreedySettings(startOrder, value, beam, maxOrder, ends, biasSamples);
    }

    /** Keeps so many n-plets of each start at every step. */
    public GreedySettings withBeam(int value) {
        return new GreedySettings(startOrder, starts, value, maxOrder, ends, biasSamples);
    }

    /** Grows towards one end or both. */
    public GreedySettings withEnds(Ends value) {
        return new GreedySettings(startOrder, starts, beam, maxOrder, value, biasSamples);
    }

    /** Subtracts the bias of so many samples; 0 for raw values. */
    public GreedySettings withBiasSamples(int value) {
        return new GreedySettings(startOrder, starts, beam, maxOrder, ends, value);
    }
}
