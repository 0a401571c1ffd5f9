package org.oinfo.statistics.interval;

/**
 * A scan of the data beside scans of data sets drawn from the fitted Gaussian.
 *
 * @param order k
 * @param observed the data
 * @param low lower ends of the intervals, percentiles of the data sets; NaN where too few were drawn
 * @param high upper ends of the intervals
 * @param mean means over the data sets
 * @param deviation standard deviations over the data sets
 * @param resamples number of data sets
 */
public record SamplingIntervals(
        int order,
        ScanSummary observed,
        ScanSummary low,
        ScanSummary high,
        ScanSummary mean,
        ScanSummary deviation,
        int resamples) {}
