package org.oinfo.cli.input;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.estimate.options.Binning;
import org.oinfo.estimate.options.DiscreteOptions;
import org.oinfo.estimate.options.Entropy;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.KnnOptions;
import org.oinfo.estimate.options.KnnScale;
import org.oinfo.estimate.options.Shrinkage;
import org.oinfo.estimate.options.Ties;
import org.oinfo.kernels.Backends;
import picocli.CommandLine.Option;

/** Options about how entropies are estimated. */
@OptionGroup(OptionGroup.ESTIMATE)
final class EstimatorOptions {
    private static final EstimateOptions USUAL = EstimateOptions.defaults();

    @Option(
            names = "--estimator",
            paramLabel = "copula|gaussian|discrete|knn",
            description = "copula: correlations of normal scores of the ranks, whatever the distributions;"
                    + " gaussian: correlations of the values; discrete: counts of the joint states of columns with few"
                    + " different values; knn: nearest neighbours, any dependence (default: ${DEFAULT-VALUE})")
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
                    "with --estimator discrete: cut columns with more than n different values into n bins, 2 to 256; equal"
                            + " values stay together")
    private @Nullable Integer bins;

    @Option(
            names = "--binning",
            paramLabel = "quantile|width",
            description = "with --bins: bins of about equally many samples, or of equal width (default: quantile)")
    private @Nullable Binning binning;

    @Option(
            names = "--entropy",
            paramLabel = "plug-in|miller-madow|grassberger|chao-shen",
            description =
                    "with --estimator discrete: entropies of the frequencies, or corrected for their bias (default:"
                            + " plug-in)")
    private @Nullable Entropy entropy;

    @Option(
            names = "--neighbours",
            paramLabel = "K",
            description =
                    "with --estimator knn: number of nearest neighbours, 1 to T-1; more of them give less variance and"
                            + " more bias (default: 4)")
    private @Nullable Integer neighbours;

    @Option(
            names = "--knn-scale",
            paramLabel = "scores|standard|none",
            description =
                    "with --estimator knn: distances of normal scores of the ranks, of standardised values, or of the"
                            + " values as they are (default: scores)")
    private @Nullable KnnScale knnScale;

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

    @Option(
            names = "--seed",
            paramLabel = "n",
            description =
                    "seed of all that is random: ties, n-plets, chains, surrogates, resamples and subsets (default: ${DEFAULT-VALUE})")
    private long seed = USUAL.seed();

    long seed() {
        return seed;
    }

    boolean biasCorrect() {
        return biasCorrect;
    }

    /**
     * Options for the library; refuses what does not go together.
     *
     * @param given whether an option was typed: what its value is does not tell
     */
    OInformationOptions options(RunOptions run, Predicate<String> given) {
        checkBias();
        checkDiscrete(run, given);
        checkKnn(run, given);
        DiscreteOptions discrete = new DiscreteOptions(
                bins == null ? 0 : bins,
                binning == null ? USUAL.discrete().binning() : binning,
                // That of Miller and Madow is the bias correction.
                entropy == null || entropy == Entropy.MILLER_MADOW
                        ? USUAL.discrete().entropy()
                        : entropy);
        KnnOptions knn = new KnnOptions(
                neighbours == null ? USUAL.knn().neighbours() : neighbours,
                knnScale == null ? USUAL.knn().scale() : knnScale);
        EstimateOptions estimate = USUAL.withEstimator(estimator)
                .withDiscrete(discrete)
                .withKnn(knn)
                .withTies(ties)
                .withShrinkage(shrinkage)
                .withSeed(seed);
        return OInformationOptions.defaults()
                .withEstimate(estimate)
                .withBiasCorrect(biasCorrect || entropy == Entropy.MILLER_MADOW)
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
            refuseWithout("discrete", "--bins", bins);
            refuseWithout("discrete", "--binning", binning == null ? null : LowerCaseEnum.text(binning));
            refuseWithout("discrete", "--entropy", entropy == null ? null : LowerCaseEnum.text(entropy));
            return;
        }
        if (binning != null && bins == null) {
            throw new BadInputException("--binning needs --bins: found --binning " + LowerCaseEnum.text(binning)
                    + "; say how many, or leave it out");
        }
        if (biasCorrect && entropy != null && entropy != Entropy.MILLER_MADOW) {
            throw new BadInputException(
                    "--bias-correct is --entropy miller-madow with --estimator discrete: found --entropy "
                            + LowerCaseEnum.text(entropy) + "; choose one of the two");
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

    private void checkKnn(RunOptions run, Predicate<String> given) {
        if (estimator != Estimator.KNN) {
            refuseWithout("knn", "--neighbours", neighbours);
            refuseWithout("knn", "--knn-scale", knnScale == null ? null : LowerCaseEnum.text(knnScale));
            return;
        }
        if (neighbours != null && neighbours < 1) {
            throw new BadInputException("--neighbours must be at least 1: found " + neighbours);
        }
        if (given.test("--shrinkage") || biasCorrect) {
            throw new BadInputException((biasCorrect ? "--bias-correct" : "--shrinkage")
                    + " must not be given with --estimator knn: it has no correlations, and no formula for its bias");
        }
        if (given.test("--ties") && (ties == Ties.ORDINAL || (knnScale != null && knnScale != KnnScale.SCORES))) {
            throw new BadInputException("--ties goes with --knn-scale scores, average or random: found --ties "
                    + LowerCaseEnum.text(ties) + "; choose one of these, or leave it out");
        }
        if (!List.of(Backends.AUTO, "native", "scalar").contains(run.backend())) {
            throw new BadInputException("--backend must be auto, native or scalar with --estimator knn: found "
                    + run.backend() + "; leave it out");
        }
    }

    private static void refuseWithout(String estimator, String option, @Nullable Object value) {
        if (value != null) {
            throw new BadInputException(option + " goes with --estimator " + estimator + " only: found " + option + " "
                    + value + "; add that, or leave it out");
        }
    }

    private static void refuseWithDiscrete(String option, boolean given) {
        if (given) {
            throw new BadInputException(option
                    + " must not be given with --estimator discrete: it counts joint states and has no correlations");
        }
    }
}
