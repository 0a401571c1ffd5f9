package org.oinfo.estimate.options;

import java.io.Serializable;
import java.util.Objects;
import org.oinfo.data.BadInputException;

/**
 * How to estimate. {@code ties} and {@code seed} matter where values are ranked, {@code seed} with random ties only, {@code discrete}
 * to the discrete estimator, {@code knn} to nearest neighbours; these two take no shrinkage.
 *
 * @param discrete how joint states are counted
 * @param knn how nearest neighbours are found
 * @param threads threads to use, at least 1; the result does not depend on it
 */
public record EstimateOptions(
        Estimator estimator,
        Ties ties,
        Shrinkage shrinkage,
        long seed,
        DiscreteOptions discrete,
        KnnOptions knn,
        int threads)
        implements Serializable {
    /** Checks the options against each other. */
    public EstimateOptions {
        Objects.requireNonNull(estimator, "estimator");
        Objects.requireNonNull(ties, "ties");
        Objects.requireNonNull(shrinkage, "shrinkage");
        Objects.requireNonNull(discrete, "discrete");
        Objects.requireNonNull(knn, "knn");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: threads=" + threads);
        }
        if (!estimator.correlates() && shrinkage != Shrinkage.NONE) {
            throw new BadInputException("shrinkage is for correlations, the " + estimator.text()
                    + " estimator has none: shrinkage=" + shrinkage
                    + "; choose another estimator, or no shrinkage");
        }
        if (estimator == Estimator.KNN && ties == Ties.ORDINAL) {
            throw new BadInputException(
                    "the knn estimator takes average or random ties: ordinal ones make equal values neighbours"
                            + " in the order of the samples; choose one of these");
        }
        if (discrete.bins() != 0 && estimator != Estimator.DISCRETE) {
            throw new BadInputException("bins are for the discrete estimator: estimator=" + estimator + ", bins="
                    + discrete.bins() + "; choose that first");
        }
    }

    /** Gaussian copula, average ranks, no shrinkage, seed 1, all processors. */
    public static EstimateOptions defaults() {
        return new EstimateOptions(
                Estimator.COPULA,
                Ties.AVERAGE,
                Shrinkage.NONE,
                1,
                DiscreteOptions.defaults(),
                KnnOptions.defaults(),
                Runtime.getRuntime().availableProcessors());
    }

    /** The same with another estimator. */
    public EstimateOptions withEstimator(Estimator value) {
        return new EstimateOptions(value, ties, shrinkage, seed, discrete, knn, threads);
    }

    /** The same with another treatment of ties. */
    public EstimateOptions withTies(Ties value) {
        return new EstimateOptions(estimator, value, shrinkage, seed, discrete, knn, threads);
    }

    /** The same with another shrinkage. */
    public EstimateOptions withShrinkage(Shrinkage value) {
        return new EstimateOptions(estimator, ties, value, seed, discrete, knn, threads);
    }

    /** The same with another seed. */
    public EstimateOptions withSeed(long value) {
        return new EstimateOptions(estimator, ties, shrinkage, value, discrete, knn, threads);
    }

    /** The same with so many bins, or with values as they are for 0; for the discrete estimator only. */
    public EstimateOptions withBins(int value) {
        return new EstimateOptions(estimator, ties, shrinkage, seed, discrete.withBins(value), knn, threads);
    }

    /** The same with another way to count joint states. */
    public EstimateOptions withDiscrete(DiscreteOptions value) {
        return new EstimateOptions(estimator, ties, shrinkage, seed, value, knn, threads);
    }

    /** Bins of the discrete estimator; 0 for values as they are. */
    public int bins() {
        return discrete.bins();
    }

    /** The same with other nearest neighbours. */
    public EstimateOptions withKnn(KnnOptions value) {
        return new EstimateOptions(estimator, ties, shrinkage, seed, discrete, value, threads);
    }

    /** The same with another number of threads. */
    public EstimateOptions withThreads(int value) {
        return new EstimateOptions(estimator, ties, shrinkage, seed, discrete, knn, value);
    }
}
