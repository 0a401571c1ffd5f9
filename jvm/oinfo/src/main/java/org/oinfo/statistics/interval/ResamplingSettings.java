package org.oinfo.statistics.interval;

import java.io.Serializable;
import org.oinfo.estimate.options.Estimator;

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
        int resamples, double confidence, GaussianDrawing drawing, Estimator estimator, boolean biasCorrect, long seed)
        implements Serializable {
    /**
     * Checks the numbers against each other.
     *
     * @throws org.oinfo.data.BadInputException one of them is out of range
     */
    public ResamplingSettings {
        Percentiles.require(resamples, confidence);
    }

    /** 200 data sets drawn as samples and ranked anew, 95 %, seed 1, raw values. */
    public static ResamplingSettings defaults() {
        return new ResamplingSettings(200, 0.95, GaussianDrawing.SAMPLES, Estimator.COPULA, false, 1);
    }

    /** The same with another number of data sets; where they are few, {@link #withConfidence} comes first. */
    public ResamplingSettings withResamples(int value) {
        return new ResamplingSettings(value, confidence, drawing, estimator, biasCorrect, seed);
    }

    /** The same with another confidence. */
    public ResamplingSettings withConfidence(double value) {
        return new ResamplingSettings(resamples, value, drawing, estimator, biasCorrect, seed);
    }

    /** The same with another way to draw, and the estimator of what is drawn. */
    public ResamplingSettings withDrawing(GaussianDrawing value, Estimator estimatedBy) {
        return new ResamplingSettings(resamples, confidence, value, estimatedBy, biasCorrect, seed);
    }

    /** The same with bias correction on or off. */
    public ResamplingSettings withBiasCorrect(boolean value) {
        return new ResamplingSettings(resamples, confidence, drawing, estimator, value, seed);
    }

    /** The same with another seed. */
    public ResamplingSettings withSeed(long value) {
        return new ResamplingSettings(resamples, confidence, drawing, estimator, biasCorrect, value);
    }
}
