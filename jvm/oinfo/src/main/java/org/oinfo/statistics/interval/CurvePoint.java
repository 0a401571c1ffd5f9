package org.oinfo.statistics.interval;

/**
 * Summary of the scans of random subsets of one size, raw, in nats.
 *
 * @param order k
 * @param samples size of the subsets T'
 * @param repeats number of subsets
 * @param bias of Omega for T' Gaussian samples: subtract it from min, mean and max to correct them
 * @param mean means over the subsets
 * @param deviation standard deviations over the subsets; NaN of one
 * @param constant most variables that did not vary in a subset, and took no part in its scan
 */
public record CurvePoint(
        int order, int samples, int repeats, double bias, ScanSummary mean, ScanSummary deviation, int constant) {}
