package org.oinfo;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.Derivation;
import org.oinfo.data.Samples;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Ties;
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

    /** A source of scores alone, which were made before. */
    SampleSource(@Nullable SampleScores scores, OInformationOptions options, @Nullable Samples samples) {
        this(samples, options);
        this.scores = scores;
    }

    /**
     * Scores of every sample, of the variables that take part, by position.
     *
     * @param needs the analysis that looks at them
     * @throws org.oinfo.data.BadInputException a covariance was given, or an estimate that does not fit the analysis
     */
    synchronized SampleScores scores(Needs needs) {
        if (scores != null) {
            needs.check(options.estimate());
            return scores;
        }
        Samples all = samples;
        if (all == null) {
            throw needs.samplesMissing();
        }
        needs.check(options.estimate());
        EstimateOptions how = options.estimate().withThreads(options.threads());
        scores = kept(all, SampleScores.class, how, Double.BYTES * values(all), () -> SampleScores.of(all, how));
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
        return neighbours(samples, options.estimate().withThreads(options.threads()), Monitor.NONE);
    }

    /** The variables of samples in the scale of the knn estimator. */
    static KnnSamples neighbours(Samples samples, EstimateOptions how, Monitor monitor) {
        long bytes = Double.BYTES * values(samples);
        return kept(samples, KnnSamples.class, how, bytes, () -> KnnSamples.of(samples, how, monitor));
    }

    /**
     * An estimate of samples, which stays with them where they stay.
     *
     * @param bytes that it takes, about
     */
    static <V> V kept(Samples samples, Class<V> kind, EstimateOptions options, long bytes, Supplier<V> make) {
        // It does not depend on the threads, nor on the seed unless ties are broken by it.
        EstimateOptions how = options.withThreads(1);
        EstimateOptions key = how.ties() == Ties.RANDOM ? how : how.withSeed(0);
        return samples.kept(new Derivation<>(kind, key, bytes), make);
    }

    /** Number of values T N. */
    static long values(Samples samples) {
        return (long) samples.samples() * samples.variables();
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
