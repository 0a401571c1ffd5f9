package org.oinfo.kernels;

/** How much of a landscape a scan records. */
public enum Level {
    /** Counts by sign, singular n-plets, mean of Omega, and the K most synergistic and most redundant n-plets. */
    PLAIN,
    /** Plain, and the variance and histogram of Omega, and the count and mean of Omega per variable. */
    FULL
}
