package org.oinfo.statistics.interval;

/** How correlations are drawn under a fitted Gaussian. */
public enum GaussianDrawing {
    /** T samples are drawn, and their correlations estimated as those of the data were: ranked for the copula. */
    SAMPLES,
    /** Their covariance is drawn at once: the same for the gaussian estimator, without the noise of ranks for the copula. */
    COVARIANCE
}
