package org.oinfo.statistics.comparison;

import java.io.Serializable;
import org.oinfo.data.BadInputException;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.Measure;

/**
 * Settings of a comparison.
 *
 * @param order number of variables k of the n-plets, at least 3; 2 for other measures than Omega
 * @param measure whose difference, first data set less second, ranks the n-plets and is tested
 * @param permutations number of permutations B
 * @param paired whether sample t of both data sets belongs together: labels are exchanged within pairs only
 * @param seed of all permutations
 * @param biasCorrect whether reported values are less the bias of the estimator; p-values do not depend on it, because the data sets keep
 *     their sizes in every permutation
 */
public record ComparisonSettings(
        int order, Measure measure, int permutations, boolean paired, long seed, boolean biasCorrect)
        implements Serializable {
    /** The most permutations: two values of each are kept. */
    public static final int MOST_PERMUTATIONS = 10_000_000;

    /** The most n-plets of an order: each is scored twice, and twice again in every permutation. */
    public static final long MOST_NPLETS = 100_000_000;

    /**
     * Checks the numbers that stand for themselves.
     *
     * @throws BadInputException the order is too small or the number of permutations out of range
     */
    public ComparisonSettings {
        int least = measure == Measure.O ? 3 : 2;
        if (order < least) {
            throw new BadInputException("the order of a comparison must be at least " + least
                    + (measure == Measure.O ? ", the O-information of pairs is 0" : "") + ": order=" + order
                    + "; choose "
                    + least + " or more");
        }
        if (permutations < 1 || permutations > MOST_PERMUTATIONS) {
            throw new BadInputException("the number of permutations must be 1 to " + MOST_PERMUTATIONS
                    + ": permutations=" + permutations + "; 1000 give p-values down to 0.001");
        }
    }

    /** A thousand permutations, ranked by Omega, unpaired, seed 1, raw values. */
    public static ComparisonSettings of(int order) {
        return of(order, Measure.O);
    }

    /** The same ranked by any measure. */
    public static ComparisonSettings of(int order, Measure measure) {
        return new ComparisonSettings(order, measure, 1000, false, 1, false);
    }

    /** The same with another number of permutations. */
    public ComparisonSettings withPermutations(int value) {
        return new ComparisonSettings(order, measure, value, paired, seed, biasCorrect);
    }

    /** The same for samples that belong together, or do not. */
    public ComparisonSettings withPaired(boolean value) {
        return new ComparisonSettings(order, measure, permutations, value, seed, biasCorrect);
    }

    /** The same with another seed. */
    public ComparisonSettings withSeed(long value) {
        return new ComparisonSettings(order, measure, permutations, paired, value, biasCorrect);
    }

    /** The same with bias correction on or off. */
    public ComparisonSettings withBiasCorrect(boolean value) {
        return new ComparisonSettings(order, measure, permutations, paired, seed, value);
    }

    /**
     * Refuses data sets that cannot be compared so.
     *
     * @param first samples of the first data set
     * @param second samples of the second
     * @param variables N that vary in both
     * @throws BadInputException N is below the order, a data set has too few samples, pairs of unequal data sets are asked for, or there
     *     are too many n-plets
     */
    public void check(int first, int second, int variables) {
        if (order > variables) {
            throw new BadInputException("the order must be at most the number of variables that vary in both data sets:"
                    + " order=" + order + ", N=" + variables + "; choose a smaller order or more columns");
        }
        if (Math.min(first, second) <= order) {
            throw new BadInputException("there must be more samples than the order, or every n-plet is singular: T="
                    + Math.min(first, second) + ", order=" + order + "; choose a smaller order or give more samples");
        }
        if (paired && first != second) {
            throw new BadInputException(
                    "paired data sets must have as many samples, sample t of one with sample t of the" + " other: T="
                            + first + " and T=" + second + "; give rows that belong together, or compare unpaired");
        }
        long nplets = BlockGrid.total(variables, order);
        if (nplets > MOST_NPLETS) {
            throw new BadInputException("a comparison scores every n-plet of at most " + MOST_NPLETS + ": N="
                    + variables + ", order=" + order + " has " + nplets + "; choose fewer columns or a smaller order");
        }
    }
}
