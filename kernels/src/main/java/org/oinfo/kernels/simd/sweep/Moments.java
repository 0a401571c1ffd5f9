package org.oinfo.kernels.simd.sweep;

import org.oinfo.kernels.Distribution;

/**
 * Number, mean and squared deviations of the values of a range, merged row by row.
 *
 * <p>Source: Chan, Golub, LeVeque 1983, The American Statistician 37, 242 (doi 10.1080/00031305.1983.10483115).
 */
final class Moments {
    private long count;
    private double mean;
    /** Sum of squared deviations from the mean. */
    private double squares;

    void clear() {
        count = 0;
        mean = 0;
        squares = 0;
    }

    /** Merges those of other values. */
    void add(long otherCount, double otherMean, double otherSquares) {
        if (otherCount == 0) {
            return;
        }
        long all = count + otherCount;
        double delta = otherMean - mean;
        mean += delta * otherCount / all;
        squares += otherSquares + delta * delta * count * otherCount / all;
        count = all;
    }

    void addTo(Distribution distribution) {
        distribution.addMoments(count, mean, squares);
    }
}
