package org.oinfo.statistics.interval;

/** How resamples become a confidence interval. */
public enum IntervalMethod {
    /**
     * Bias-corrected and accelerated: percentiles that are shifted by how far the resamples lie to one side of the estimate
     * and by how its standard error changes with its value. The default.
     */
    BCA,
    /** The percentiles themselves. */
    PERCENTILE
}
