package org.oinfo.estimate.options;

/** What distances of nearest neighbours are taken of. */
public enum KnnScale {
    /** Normal scores of the ranks, as the copula has them: free of units and margins. */
    SCORES,
    /** Values less their mean, by their standard deviation. */
    STANDARD,
    /** Values as they are: the variable of the largest spread decides what is near. */
    NONE
}
