package org.oinfo.kernels;

/** How much of a landscape a scan records; each level holds what the ones before it hold. */
public enum Level {
    /** Number of n-plets, and the K most synergistic and most redundant ones. */
    EXTREMES,
    /** Adds the counts by sign and of singular n-plets, and the mean of Omega. */
    PLAIN,
    /** Adds the count and mean of Omega per variable, and the variance and histogram of Omega. */
    FULL;

    /** Whether n-plets are counted by sign and singularity, and Omega averaged. */
    public boolean counts() {
        return this != EXTREMES;
    }
}
