package org.oinfo.cli.input;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.data.BadInputException;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.estimate.EstimateOptions;
import org.oinfo.estimate.Estimator;
import org.oinfo.estimate.Shrinkage;
import org.oinfo.estimate.Ties;
import org.oinfo.kernels.Backends;
import picocli.CommandLine.Option;

/** Options about how entropies are estimated. */
final class EstimatorOptions {
    private static final EstimateOptions USUAL = EstimateOptions.defaults();

    @Option(
            names = "--estimator",
            paramLabel = "copula|gaussian|discrete",
            description = "copula: correlations of normal scores of the ranks, whatever the distributions;"
                    + " gaussian: correlations of the values; discrete: counts of the joint states of columns with few"
                    + " different values (default: ${DEFAULT-VALUE})")
    private Estimator estimator = USUAL.estimator();

    @Option(
            names = "--ties",
            paramLabel = "average|random|ordinal",
            description =
                    "ranks of equal values: their average, at random by --seed, or in the order of the samples, which"
                            + " makes ties look like redundancy (default: ${DEFAULT-VALUE})")
    private Ties ties = USUAL.ties();

    @Option(
            names = "--bins",
            paramLabel = "n",
            description =
                    "with --estimator discrete: cut columns with more than n different values into n bins of about"
                            + " equally many samples, 2 to 256; equal values stay together")
    private @Nullable Integer bins;

    @Option(
            names = "--bias-correct",
            description =
                    "subtract the bias of Gaussian entropies of T samples; not with --shrinkage or ordinal ties. With"
                            + " --estimator discrete: the correction of Miller and Madow")
    private boolean biasCorrect;

    @Option(
            names = "--shrinkage",
            paramLabel = "none|ledoit-wolf|oas",
            description =
                    "pull the correlation matrix towards the identity when samples are few (default: ${DEFAULT-VALUE})")
    private Shrinkage shrinkage = USUAL.shrinkage();

    boolean biasCorrect() {
        return biasCorrect;
    }

    /**
     * Options for the library; refuses what does not go together.
     *
     * @param given whether an option was typed: what its value is does not tell
     */
    OInformationOptions options(RunOptions run, long seed, Predicate<String> given) {
        checkBias();
        checkDiscrete(run, given);
        EstimateOptions estimate = USUAL.withEstimator(estimator)
                .withBins(bins == null ? USUAL.bins() : bins)
                .withTies(ties)
                .withShrinkage(shrinkage)
                .withSeed(seed);
        return OInformationOptions.defaults()
                .withEstimate(estimate)
                .withBiasCorrect(biasCorrect)
                .withBackend(run.backend())
                .withThreads(run.threads());
    }

    private void checkBias() {
        if (biasCorrect && shrinkage != Shrinkage.NONE) {
            throw new BadInputException(
                    "--bias-correct must not be combined with --shrinkage: its formula holds for the plain correlation matrix"
                            + " only; choose one of the two");
        }
        if (biasCorrect && ties == Ties.ORDINAL) {
            throw new BadInputException(
                    "--bias-correct must not be combined with --ties ordinal: its formula does not hold for them; choose"
                            + " average or random ties");
        }
    }

    private void checkDiscrete(RunOptions run, Predicate<String> given) {
        if (estimator != Estimator.DISCRETE) {
            if (bins != null) {
                throw new BadInputException("--bins goes with --estimator discrete only: found --bins " + bins
                        + "; add that, or leave it out");
            }
            return;
        }
        refuseWithDiscrete("--ties", given.test("--ties"));
        refuseWithDiscrete("--shrinkage", given.test("--shrinkage"));
        if (bins != null && (bins < 2 || bins > DiscreteSamples.MOST_SYMBOLS)) {
            throw new BadInputException("--bins must be 2 to " + DiscreteSamples.MOST_SYMBOLS + ": found " + bins);
        }
        if (!run.backend().equals(Backends.AUTO)) {
            throw new BadInputException(
                    "--backend must be auto with --estimator discrete, which counts in plain Java: found "
                            + run.backend() + "; leave it out");
        }
    }

    private static void refuseWithDiscrete(String option, boolean given) {
        if (given) {
            throw new BadInputException(option
                    + " must not be given with --estimator discrete: it counts joint states and has no correlations");
        }
    }
}
