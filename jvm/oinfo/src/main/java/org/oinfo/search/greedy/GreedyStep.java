package org.oinfo.search.greedy;

import org.oinfo.search.FoundNplet;

/**
 * One order of a greedy path.
 *
 * @param added position of the variable that was added last; -1 at the start. With a beam of more than one n-plet the n-plet
 *     it was added to need not be that of the step before
 * @param found the best n-plet of its order that the path came to, and its measures
 */
public record GreedyStep(int added, FoundNplet found) {
    /** At the start. */
    static final int START = -1;
}
