package org.oinfo.statistics.interval;

import org.oinfo.estimate.Estimator;

/**
 * How sampling intervals under a fitted Gaussian are made.
 *
 * @param resamples number B of data sets that are drawn, at least 20 and 2 / (1 - confidence) - 1
 * @param confidence share of the data sets that the intervals hold, between 0 and 1
 * @param drawing how a data set is drawn
 * @param estimator of the correlations of samples that are drawn
 * @param biasCorrect whether Omega is less the bias of Gaussian entropies, in the data and in every data set drawn
 * @param seed of all draws
 */
public record ResamplingSettings(
        int resamples,
        double confidence,
        GaussianDrawing drawing,
        Estimator estimator,
        boolean biasCorrect,
        long seed) {
    /**
     * Checks the numbers against each other.
     *
     * @throws org.oinfo.data.BadInputException one of them is out of range
     */
    public ResamplingSettings {
        Percentiles.require(resamples, confidence);
    }
}
