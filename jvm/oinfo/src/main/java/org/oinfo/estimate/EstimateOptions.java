package org.oinfo.estimate;

import java.util.Objects;

/**
 * How to estimate. {@code ties} and {@code seed} matter to the copula only, {@code seed} with random ties only.
 *
 * @param threads threads to use, at least 1; the result does not depend on it
 */
public record EstimateOptions(Estimator estimator, Ties ties, Shrinkage shrinkage, long seed, int threads) {
    /** Checks the number of threads. */
    public EstimateOptions {
        Objects.requireNonNull(estimator, "estimator");
        Objects.requireNonNull(ties, "ties");
        Objects.requireNonNull(shrinkage, "shrinkage");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: threads=" + threads);
        }
    }

    /** Gaussian copula, average ranks, no shrinkage, seed 1, all processors. */
    public static EstimateOptions defaults() {
        return new EstimateOptions(
                Estimator.COPULA,
                Ties.AVERAGE,
                Shrinkage.NONE,
                1,
                Runtime.getRuntime().availableProcessors());
    }

    /** The same with another estimator. */
    public EstimateOptions withEstimator(Estimator value) {
        return new EstimateOptions(value, ties, shrinkage, seed, threads);
    }

    /** The same with another treatment of ties. */
    public EstimateOptions withTies(Ties value) {
        return new EstimateOptions(estimator, value, shrinkage, seed, threads);
    }

    /** The same with another shrinkage. */
    public EstimateOptions withShrinkage(Shrinkage value) {
        return new EstimateOptions(estimator, ties, value, seed, threads);
    }

    /** The same with another seed. */
    public EstimateOptions withSeed(long value) {
        return new EstimateOptions(estimator, ties, shrinkage, value, threads);
    }

    /** The same with another number of threads. */
    public EstimateOptions withThreads(int value) {
        return new EstimateOptions(estimator, ties, shrinkage, seed, value);
    }
}
