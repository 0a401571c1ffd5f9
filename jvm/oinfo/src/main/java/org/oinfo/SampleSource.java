package org.oinfo;

import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.estimate.Estimator;
import org.oinfo.estimate.SampleScores;

/** The samples an estimate was made of, for the analyses that look at them again; their scores are made once, when first asked for. */
final class SampleSource implements AutoCloseable {
    private final @Nullable Samples samples;
    private final OInformationOptions options;
    private @Nullable SampleScores scores;

    /**
     * A source.
     *
     * @param samples none where a covariance was given
     */
    SampleSource(@Nullable Samples samples, OInformationOptions options) {
        this.samples = samples;
        this.options = options;
    }

    /**
     * The samples themselves.
     *
     * @param analysis what they are for
     * @throws BadInputException a covariance was given
     */
    Samples samples(String analysis) {
        if (samples == null) {
            throw new BadInputException(analysis
                    + " needs the samples themselves: found a covariance; give the samples it was estimated from");
        }
        return samples;
    }

    /**
     * Scores of every sample, of the variables that take part, by position.
     *
     * @param analysis what they are for
     * @throws BadInputException a covariance was given, or the estimator is discrete
     */
    synchronized SampleScores scores(String analysis) {
        Samples from = samples(analysis);
        if (options.estimate().estimator() == Estimator.DISCRETE) {
            throw new BadInputException(
                    analysis + " needs the estimator copula or gaussian: found discrete; choose another estimator");
        }
        if (scores == null) {
            scores = SampleScores.of(from, options.estimate().withThreads(options.threads()));
        }
        return scores;
    }

    @Override
    public void close() {
        if (samples != null) {
            samples.close();
        }
    }
}
