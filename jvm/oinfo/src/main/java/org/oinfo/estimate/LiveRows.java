package org.oinfo.estimate;

import org.oinfo.data.Samples;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.parallel.Workers;

/** The centred rows that an estimator makes of samples, of the variables that vary. */
interface LiveRows extends CentredRows, AutoCloseable {
    /**
     * Rows as the options ask for them.
     *
     * @throws org.oinfo.data.BadInputException the samples are too many to rank, the values of a variable span more than the
     *     largest double, or the estimator has no correlations
     */
    static LiveRows of(Samples samples, EstimateOptions options, Workers workers) {
        return switch (options.estimator()) {
            case COPULA -> new CopulaRows(samples, options, workers);
            case GAUSSIAN -> new GaussianRows(samples, workers);
            case DISCRETE, KNN -> throw CorrelationEstimator.noCorrelations(options.estimator());
        };
    }

    /** The samples that the rows are made of. */
    Samples source();

    /** Positions of the variables that vary, ascending. */
    int[] live();

    /** Positions of the constant variables, ascending. */
    int[] dead();

    /** How many values of live variables share their value with another sample; 0 unless the estimator ranks. */
    default long tiedValues() {
        return 0;
    }

    @Override
    default int samples() {
        return source().samples();
    }

    @Override
    default int variables() {
        return live().length;
    }

    @Override
    default void close() {}
}
