package org.oinfo.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.oinfo.Needs;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.Samples;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.StackedSamples;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.options.RowChoice;
import org.oinfo.data.text.WordColumn;
import org.oinfo.estimate.SharedEstimate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** DATA, options about it, and how it is read. */
@OptionGroup(OptionGroup.DATA)
public final class InputOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "DATA",
            description =
                    "samples, a row for each sample, a column for each variable: .npy, .csv and what docs/formats.md lists;"
                            + " - for standard input")
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

    @Mixin
    private EstimatorOptions estimate = new EstimatorOptions();

    @Mixin
    private ColumnOptions columns = new ColumnOptions();

    @Mixin
    private FileOptions files = new FileOptions();

    public String data() {
        return data;
    }

    public long seed() {
        return estimate.seed();
    }

    /** The choice of rows as it was typed; null for all. */
    public @Nullable String typedRows() {
        return files.typedRows();
    }

    /** The files that options name, which are read besides DATA. */
    public List<String> read() {
        return files.read();
    }

    /** Options for the library; refuses what does not go together. */
    public OInformationOptions options(RunOptions run) {
        check();
        return estimate.options(run, this::given);
    }

    private void check() {
        if (covariance) {
            refuseWithCovariance("--estimator", given("--estimator"));
            refuseWithCovariance("--ties", given("--ties"));
            refuseWithCovariance("--shrinkage", given("--shrinkage"));
            refuseWithCovariance("--missing", files.dropsRows());
            if (estimate.biasCorrect() && samples == null) {
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
    }

    /** Whether an option was typed: what its value is does not tell. */
    private boolean given(String option) {
        return command.commandLine().getParseResult().hasMatchedOption(option);
    }

    private static void refuseWithCovariance(String option, boolean given) {
        if (given) {
            throw new BadInputException(
                    option + " must not be given with --covariance: nothing is estimated from samples");
        }
    }

    /** Refuses a covariance, and estimates that an analysis of samples cannot be made of. */
    public void requireSamples(Needs needs, OInformationOptions options) {
        if (covariance) {
            throw new BadInputException(
                    "--covariance must not be given here: what is asked for needs the samples themselves");
        }
        needs.check(options.estimate());
    }

    /** Refuses what windows of successive rows cannot be made of. */
    void requireWindows() {
        if (covariance) {
            throw new BadInputException("--window needs samples: found --covariance, which has no rows; leave one out");
        }
        if (files.dropsRows()) {
            throw new BadInputException(
                    "--window needs every row: found --missing drop-rows, which would put rows beside each"
                            + " other that are not; fill the gaps, or leave out the columns that have them with --drop");
        }
    }

    /** The choice of rows of each file. */
    RowChoice rows() {
        return files.options().rows();
    }

    /** Reads the data and estimates the correlations, or makes symbols to count. */
    LoadedData load(List<String> paths, OInformationOptions options, Streams streams) {
        return covariance ? loadCovariance(paths, options, streams) : estimate(samples(paths, streams), options);
    }

    /** Refuses what does not go with data at a location, before a cluster is asked for. */
    public void checkLocations(DataSets data) {
        for (List<String> paths : data.sets()) {
            paths.stream().filter(Locations::isLocation).findFirst().ifPresent(location -> {
                if (covariance || paths.size() > 1) {
                    throw new BadInputException("data at a location is one set of samples: found "
                            + (covariance ? "--covariance" : "--stack") + " with " + location
                            + "; leave it out: all files that match a pattern or are in a folder belong together");
                }
                FileOptions.NAMES.stream().filter(this::given).findFirst().ifPresent(option -> {
                    throw new BadInputException(option + " must not be given with data at a location: found it with "
                            + location + "; leave it out");
                });
            });
        }
    }

    /** Correlations of data at a location, which a cluster makes. */
    LoadedData load(List<String> paths, OInformationOptions options, Locations machines) {
        SharedEstimate shared = machines.estimate(paths.getFirst(), columns, options.estimate());
        return new LoadedData(OInformation.ofShared(shared, options), DataOrigin.of(shared));
    }

    private LoadedData loadCovariance(List<String> paths, OInformationOptions options, Streams streams) {
        if (paths.size() > 1) {
            throw new BadInputException(
                    "--stack needs samples: found --covariance, whose matrices have no rows to stack;"
                            + " leave one of the two out");
        }
        if (streams.data().find(paths.getFirst()) != null) {
            throw new BadInputException("--covariance needs a matrix in a file: found data that was loaded as samples;"
                    + " name the file of the matrix");
        }
        SquareMatrix matrix = DataFiles.openMatrix(paths.getFirst(), files.options(), streams.in());
        int[] chosen = columns.choose(matrix.names(), matrix.variables());
        OInformation info = OInformation.ofCovariance(matrix, chosen, samples == null ? 0 : samples, options);
        return new LoadedData(info, DataOrigin.of(matrix));
    }

    /** As {@link #load}, of a part of the sources, and a target beside the data or among its columns. */
    LoadedTarget loadTarget(OInformationOptions options, Streams streams, String target, UnaryOperator<Samples> part) {
        TargetChoice choice = new TargetChoice(target, columns);
        Samples opened = open(data, streams, choice, choice.words());
        return choice.read(opened, sources -> estimate(part.apply(sources), options));
    }

    /** The samples of all files, one after another. */
    private Samples samples(List<String> paths, Streams streams) {
        List<Samples> parts = new ArrayList<>();
        boolean all = false;
        try {
            for (String path : paths) {
                parts.add(open(path, streams, columns, new WordColumn()));
            }
            all = true;
        } finally {
            if (!all) {
                parts.forEach(Samples::close);
            }
        }
        return StackedSamples.of(parts);
    }

    /** What a word names: data that is loaded, or a file. */
    private Samples open(String word, Streams streams, ColumnChoice choice, WordColumn words) {
        Samples loaded = streams.data().find(word);
        if (loaded == null) {
            return DataFiles.open(word, files.options(), streams.in(), choice, words);
        }
        FileOptions.NAMES.stream().filter(this::given).findFirst().ifPresent(option -> {
            throw new BadInputException(option + " must be given where data is loaded: found it with data that is, "
                    + loaded.source() + "; leave it out, or load that again");
        });
        return LoadedColumns.of(loaded, choice);
    }

    /** The samples, of which nothing is estimated; null for a covariance. */
    @Nullable
    Samples open(List<String> paths, Streams streams) {
        return covariance ? null : samples(paths, streams);
    }

    /** The data with its estimate, which closes the samples. */
    static LoadedData estimate(Samples opened, OInformationOptions options) {
        OInformation info = OInformation.ofSamples(opened, options);
        return new LoadedData(info, DataOrigin.of(opened));
    }
}
