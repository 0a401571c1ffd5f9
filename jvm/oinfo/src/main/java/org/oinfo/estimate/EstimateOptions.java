package org.oinfo.estimate;

import java.util.Objects;
import org.oinfo.data.BadInputException;

/**
 * How to estimate. {@code ties} and {@code seed} matter to the copula only, {@code seed} with random ties only, {@code bins}
 * to the discrete estimator, which takes no shrinkage.
 *
 * @param bins into how many bins of about equally many samples variables with more values are cut, 2 to 256; 0 for values as
 *     they are, and for other estimators than discrete
 * @param threads threads to use, at least 1; the result does not depend on it
 */
public record EstimateOptions(Estimator estimator, Ties ties, Shrinkage shrinkage, long seed, int bins, int threads) {
    private static final int MOST_BINS = 256;

    /** Checks the options against each other. */
    public EstimateOptions {
        Objects.requireNonNull(estimator, "estimator");
        Objects.requireNonNull(ties, "ties");
        Objects.requireNonNull(shrinkage, "shrinkage");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: threads=" + threads);
        }
        if (estimator == Estimator.DISCRETE && shrinkage != Shrinkage.NONE) {
            throw new BadInputException("shrinkage is for correlations, the discrete estimator has none: shrinkage="
                    + shrinkage + "; choose another estimator, or no shrinkage");
        }
        if (bins != 0 && estimator != Estimator.DISCRETE) {
            throw new BadInputException("bins are for the discrete estimator: estimator=" + estimator + ", bins=" + bins
                    + "; choose that first");
        }
        if (bins != 0 && (bins < 2 || bins > MOST_BINS)) {
            throw new BadInputException("the number of bins must be 2 to " + MOST_BINS + ": bins=" + bins);
        }
    }

    /** Gaussian copula, average ranks, no shrinkage, seed 1, all processors. */
    public static EstimateOptions defaults() {
        return new EstimateOptions(
                Estimator.COPULA,
                Ties.AVERAGE,
                Shrinkage.NONE,
                1,
                0,
                Runtime.getRuntime().availableProcessors());
    }

    /** The same with another estimator. */
    public EstimateOptions withEstimator(Estimator value) {
        return new EstimateOptions(value, ties, shrinkage, seed, bins, threads);
    }

    /** The same with another treatment of ties. */
    public EstimateOptions withTies(Ties value) {
        return new EstimateOptions(estimator, value, shrinkage, seed, bins, threads);
    }

    /** The same with another shrinkage. */
    public EstimateOptions withShrinkage(Shrinkage value) {
        return new EstimateOptions(estimator, ties, value, seed, bins, threads);
    }

    /** The same with another seed. */
    public EstimateOptions withSeed(long value) {
        return new EstimateOptions(estimator, ties, shrinkage, value, bins, threads);
    }

    /** The same with so many bins, or with values as they are for 0; for the discrete estimator only. */
    public EstimateOptions withBins(int value) {
        return new EstimateOptions(estimator, ties, shrinkage, seed, value, threads);
    }

    /** The same with another number of threads. */
    public EstimateOptions withThreads(int value) {
        return new EstimateOptions(estimator, ties, shrinkage, seed, bins, value);
    }
}
