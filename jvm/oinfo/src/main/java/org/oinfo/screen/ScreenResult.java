package org.oinfo.screen;

import java.util.function.Function;

/**
 * What a screen found, and how far it looked.
 *
 * @param variables number of variables
 * @param screened of them, those that a cut divides near their median: the others, most of whose samples share a value, were left out
 * @param triplets number of triplets of these that were tested
 * @param possible number of triplets of these
 * @param seed of the choice of triplets, where not all were tested
 * @param pairsFound pairs whose dependence is not monotone
 * @param tripletsFound triplets that depend on each other beyond their pairs, not monotonely
 */
public record ScreenResult(
        int variables,
        int screened,
        long triplets,
        long possible,
        long seed,
        Findings pairsFound,
        Findings tripletsFound) {
    /** Whether anything was found. */
    public boolean found() {
        return pairsFound.count() + tripletsFound.count() > 0;
    }

    /** The same with other names of the variables, in the same order. */
    public ScreenResult map(Function<int[], int[]> names) {
        return new ScreenResult(
                variables, screened, triplets, possible, seed, pairsFound.map(names), tripletsFound.map(names));
    }
}
