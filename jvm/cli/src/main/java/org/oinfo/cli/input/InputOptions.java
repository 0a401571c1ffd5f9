package org.oinfo.cli.input;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.ColumnList;
import org.oinfo.data.Samples;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.files.DataFiles;
import org.oinfo.discrete.DiscreteSamples;
import org.oinfo.estimate.EstimateOptions;
import org.oinfo.estimate.Estimator;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.Shrinkage;
import org.oinfo.estimate.Ties;
import org.oinfo.kernels.Backends;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Options about the data and how entropies are estimated from it. */
public final class InputOptions {
    private static final EstimateOptions USUAL = EstimateOptions.defaults();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "DATA",
            description =
                    "samples as .npy or .csv, a row for each sample, a column for each variable; - for standard input")
    private String data = "";

    @Option(
            names = "--covariance",
            description = "DATA is an N x N covariance or correlation matrix instead of samples")
    private boolean covariance;

    @Option(
            names = "--samples",
            paramLabel = "T",
            description = "number of samples a covariance comes from; needed there for --bias-correct")
    private @Nullable Integer samples;

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

    @Option(
            names = "--columns",
            paramLabel = "LIST",
            description = "use these columns only: 0-based numbers, ranges and names, such as 0,3,5-9,hip")
    private @Nullable String columns;

    @Option(names = "--drop", paramLabel = "LIST", description = "leave these columns out")
    private @Nullable String drop;

    @Mixin
    private FileOptions files = new FileOptions();

    @Option(
            names = "--seed",
            paramLabel = "n",
            description =
                    "seed of all that is random: ties, n-plets, chains, surrogates, resamples and subsets (default: ${DEFAULT-VALUE})")
    private long seed = USUAL.seed();

    public String data() {
        return data;
    }

    public long seed() {
        return seed;
    }

    /** Options for the library; refuses what does not go together. */
    public OInformationOptions options(RunOptions run) {
        check();
        checkDiscrete(run);
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

    private void check() {
        if (covariance) {
            refuseWithCovariance("--estimator", given("--estimator"));
            refuseWithCovariance("--ties", given("--ties"));
            refuseWithCovariance("--shrinkage", given("--shrinkage"));
            refuseWithCovariance("--missing", files.dropsRows());
            if (biasCorrect && samples == null) {
                throw new BadInputException(
                        "--bias-correct with --covariance needs the number of samples it comes from:"
                                + " give --samples T");
            }
        } else if (samples != null) {
            throw new BadInputException(
                    "--samples goes with --covariance only: the samples of " + data + " are counted");
        }
        if (samples != null && samples < 2) {
            throw new BadInputException("--samples must be at least 2: found " + samples);
        }
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

    private void checkDiscrete(RunOptions run) {
        if (estimator != Estimator.DISCRETE) {
            if (bins != null) {
                throw new BadInputException("--bins goes with --estimator discrete only: found --bins " + bins
                        + "; add that, or leave it out");
            }
            return;
        }
        refuseWithDiscrete("--ties", given("--ties"));
        refuseWithDiscrete("--shrinkage", given("--shrinkage"));
        if (bins != null && (bins < 2 || bins > DiscreteSamples.MOST_SYMBOLS)) {
            throw new BadInputException("--bins must be 2 to " + DiscreteSamples.MOST_SYMBOLS + ": found " + bins);
        }
        if (!run.backend().equals(Backends.AUTO)) {
            throw new BadInputException(
                    "--backend must be auto with --estimator discrete, which counts in plain Java: found "
                            + run.backend() + "; leave it out");
        }
    }

    /** Whether an option was typed: what its value is does not tell. */
    private boolean given(String option) {
        return command.commandLine().getParseResult().hasMatchedOption(option);
    }

    private static void refuseWithDiscrete(String option, boolean given) {
        if (given) {
            throw new BadInputException(option
                    + " must not be given with --estimator discrete: it counts joint states and has no correlations");
        }
    }

    private static void refuseWithCovariance(String option, boolean given) {
        if (given) {
            throw new BadInputException(
                    option + " must not be given with --covariance: nothing is estimated from samples");
        }
    }

    /** Reads the data and estimates the correlations, or makes symbols to count. */
    public LoadedData load(OInformationOptions options, InputStream stdin) {
        return covariance ? loadCovariance(options, stdin) : loadSamples(options, stdin);
    }

    private LoadedData loadCovariance(OInformationOptions options, InputStream stdin) {
        SquareMatrix matrix = DataFiles.openMatrix(data, files.options(), stdin);
        int[] chosen = choose(matrix.names(), matrix.variables());
        OInformation info = OInformation.ofCovariance(matrix, chosen, samples == null ? 0 : samples, options);
        return new LoadedData(info, info.variables(), DataOrigin.of(matrix));
    }

    /** Reads the data, estimates the correlations, and keeps the scores of every sample. */
    public LoadedSamples loadScores(OInformationOptions options, InputStream stdin) {
        requireScores();
        try (Samples opened = DataFiles.open(data, files.options(), stdin, choice())) {
            return scores(opened, options);
        }
    }

    /** As {@link #loadScores}, and a target beside the data or among its columns. */
    public LoadedTarget loadTarget(OInformationOptions options, InputStream stdin, String target) {
        requireScores();
        TargetChoice choice = new TargetChoice(target, this::choose, columns != null);
        try (Samples opened = DataFiles.open(data, files.options(), stdin, choice, choice.words())) {
            return choice.read(opened, sources -> scores(sources, options));
        }
    }

    private void requireScores() {
        if (covariance) {
            throw new BadInputException(
                    "--covariance must not be given here: what is asked for needs the samples themselves");
        }
        if (estimator == Estimator.DISCRETE) {
            throw new BadInputException(
                    "--estimator must be copula or gaussian here: found discrete, and what is asked for"
                            + " needs normal scores or centred values; choose another estimator");
        }
    }

    private static LoadedSamples scores(Samples opened, OInformationOptions options) {
        LoadedData input = estimate(opened, options);
        return new LoadedSamples(
                input, SampleScores.of(opened, options.estimate().withThreads(options.threads())));
    }

    private LoadedData loadSamples(OInformationOptions options, InputStream stdin) {
        try (Samples opened = DataFiles.open(data, files.options(), stdin, choice())) {
            return estimate(opened, options);
        }
    }

    private static LoadedData estimate(Samples opened, OInformationOptions options) {
        OInformation info = OInformation.ofSamples(opened, options);
        return new LoadedData(info, info.variables(), DataOrigin.of(opened));
    }

    private ColumnChoice choice() {
        return new ColumnChoice() {
            @Override
            public int[] choose(List<String> names, int variables) {
                return InputOptions.this.choose(names, variables);
            }

            @Override
            public boolean isListed() {
                return columns != null;
            }
        };
    }

    private int[] choose(List<String> names, int variables) {
        IntStream all = columns == null
                ? IntStream.range(0, variables)
                : Arrays.stream(ColumnList.parse(columns, names, variables, "--columns"));
        int[] dropped = drop == null ? new int[0] : ColumnList.parse(drop, names, variables, "--drop");
        int[] chosen = all.filter(c -> Arrays.binarySearch(dropped, c) < 0).toArray();
        if (chosen.length < 2) {
            throw new BadInputException("--columns and --drop must leave at least 2 columns: " + chosen.length + " of "
                    + variables + " left");
        }
        return chosen;
    }
}
