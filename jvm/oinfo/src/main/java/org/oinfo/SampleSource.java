package org.oinfo;

import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.estimate.SampleScores;
import org.oinfo.knn.KnnSamples;
import org.oinfo.parallel.Monitor;

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
     * Scores of every sample, of the variables that take part, by position.
     *
     * @param needs the analysis that looks at them
     * @throws BadInputException a covariance was given, or an estimate that does not fit the analysis
     */
    synchronized SampleScores scores(Needs needs) {
        if (samples == null) {
            throw needs.samplesMissing();
        }
        needs.check(options.estimate());
        if (scores == null) {
            scores = SampleScores.of(samples, options.estimate().withThreads(options.threads()));
        }
        return scores;
    }

    /**
     * The variables that take part in the scale of the knn estimator, by position.
     *
     * @param needs the analysis that looks at them
     */
    KnnSamples neighbours(Needs needs) {
        if (samples == null) {
            throw needs.samplesMissing();
        }
        needs.check(options.estimate());
        return KnnSamples.of(samples, options.estimate().withThreads(options.threads()), Monitor.NONE);
    }

    /** The samples themselves; null where a covariance was given. */
    @Nullable
    Samples samples() {
        return samples;
    }

    @Override
    public void close() {
        if (samples != null) {
            samples.close();
        }
    }
}
