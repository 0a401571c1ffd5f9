package org.oinfo.statistics.surrogate;

import java.io.Serializable;
import java.util.List;
import org.oinfo.data.BadInputException;

/**
 * Settings of a null distribution.
 *
 * @param order number of variables k of the n-plets, at least 3
 * @param surrogates number of surrogates B
 * @param kind how a surrogate is made
 * @param seed of all surrogates
 * @param family the n-plets of which p_fwer takes the extremes
 * @param biasCorrect whether reported values are less the bias of the estimator. At either end p-values do not depend on it, because
 *     it is the same for all n-plets of the order, in the data and in the surrogates; it has a part in the sign that says at which end
 *     a given n-plet is tested
 */
public record NullSettings(int order, int surrogates, Surrogate kind, long seed, Family family, boolean biasCorrect)
        implements Serializable {
    /** The most surrogates: two values of each are kept. */
    public static final int MOST_SURROGATES = 10_000_000;

    /** With T rotations of a single variable no p-value is below 1/T: fewer than this never reach 0.05. */
    private static final int FEWEST_SHIFTED_SAMPLES = 20;

    /** Fewer surrogates cannot reject at 0.05, and a tree is asked for a verdict. */
    private static final int FEWEST_OF_A_TREE = 19;

    /** N-plets that are compared with the same extremes. */
    public enum Family {
        /** Every n-plet of the order: right whatever was looked at. */
        ORDER,
        /** The given n-plets only: right when they were chosen without these data. */
        LIST,
        /** What a greedy search comes to, run again on every surrogate: right for what the same search found. */
        SEARCH
    }

    /**
     * Checks the numbers that stand for themselves.
     *
     * @throws BadInputException the order is below 3 or the number of surrogates out of range, for a tree below 19
     */
    public NullSettings {
        if (order < 3) {
            throw new BadInputException(
                    "the order of a null distribution must be at least 3, the O-information of pairs is 0: order="
                            + order + "; choose 3 or more");
        }
        if (surrogates < 1 || surrogates > MOST_SURROGATES) {
            throw new BadInputException("the number of surrogates must be 1 to " + MOST_SURROGATES + ": surrogates="
                    + surrogates + "; 1000 give p-values down to 0.001");
        }
        if (kind == Surrogate.TREE && surrogates < FEWEST_OF_A_TREE) {
            throw new BadInputException("a test against a tree needs at least " + FEWEST_OF_A_TREE
                    + " surrogates, or no p can be at most 0.05: surrogates=" + surrogates
                    + "; 1000 give p-values down to 0.001");
        }
    }

    /**
     * Refuses samples that these surrogates cannot be made of.
     *
     * @param samples T
     * @param variables N that take part
     * @throws BadInputException T is too small for the order or for rotations, or N is below the order
     */
    public void check(int samples, int variables) {
        if (order > variables) {
            throw new BadInputException("the order must be 3 to the number of variables: order=" + order + ", N="
                    + variables + "; choose a smaller order or more columns");
        }
        if (samples <= order) {
            throw new BadInputException("there must be more samples than the order, or every n-plet is singular: T="
                    + samples + ", order=" + order + "; choose a smaller order or give more samples");
        }
        if (kind == Surrogate.SHIFT && samples < FEWEST_SHIFTED_SAMPLES) {
            throw new BadInputException("circular shifts need at least " + FEWEST_SHIFTED_SAMPLES
                    + " samples, there are only T rotations of a variable: T=" + samples
                    + "; use shuffles or give more samples");
        }
    }

    /**
     * Refuses n-plets that are not all of the order.
     *
     * @throws BadInputException one is not, or there is none
     */
    public void check(List<int[]> nplets) {
        if (nplets.isEmpty()) {
            throw new BadInputException(
                    "there must be at least one n-plet to test: found none; give a list of n-plets");
        }
        for (int i = 0; i < nplets.size(); i++) {
            if (nplets.get(i).length != order) {
                throw new BadInputException("all n-plets must be of the order of the null distribution: order=" + order
                        + ", n-plet " + i + " (from 0) has " + nplets.get(i).length
                        + " variables; test one order at a time");
            }
        }
    }

    /** A thousand shuffles, seed 1, the whole order, raw values. */
    public static NullSettings of(int order) {
        return new NullSettings(order, 1000, Surrogate.SHUFFLE, 1, Family.ORDER, false);
    }

    /** The same with another number of surrogates. */
    public NullSettings withSurrogates(int value) {
        return new NullSettings(order, value, kind, seed, family, biasCorrect);
    }

    /** The same with surrogates of another kind. */
    public NullSettings withKind(Surrogate value) {
        return new NullSettings(order, surrogates, value, seed, family, biasCorrect);
    }

    /** The same with another seed. */
    public NullSettings withSeed(long value) {
        return new NullSettings(order, surrogates, kind, value, family, biasCorrect);
    }

    /** The same with another family. */
    public NullSettings withFamily(Family value) {
        return new NullSettings(order, surrogates, kind, seed, value, biasCorrect);
    }

    /** The same with bias correction on or off. */
    public NullSettings withBiasCorrect(boolean value) {
        return new NullSettings(order, surrogates, kind, seed, family, value);
    }
}
