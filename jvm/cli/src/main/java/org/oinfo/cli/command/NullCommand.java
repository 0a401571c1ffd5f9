package org.oinfo.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.input.InputOptions;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.LoadedSamples;
import org.oinfo.cli.input.RunOptions;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.cli.process.OutputOptions;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.Seconds;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.Version;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;
import org.oinfo.data.text.NpletFile;
import org.oinfo.estimate.EstimateOptions;
import org.oinfo.estimate.Shrinkage;
import org.oinfo.estimate.Ties;
import org.oinfo.statistics.surrogate.NullOfScan;
import org.oinfo.statistics.surrogate.NullResult;
import org.oinfo.statistics.surrogate.NullSettings;
import org.oinfo.statistics.surrogate.Surrogate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo null}: are the extremes of a scan more than chance? */
@Command(
        name = "null",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Compares the most synergistic and most redundant groups (n-plets) of DATA, or given ones, with surrogates in which"
                    + " all columns are independent, each scanned as the data are.",
            "",
            "p_fwer: share of the surrogates whose most extreme n-plet of the whole order is as extreme, at the n-plet's end;"
                    + " corrected for having looked at all n-plets. Double it for one statement about both ends.",
            "gain, p_carry: what the n-plet adds to its most extreme part of one variable less, and whether that is chance.",
            "p, q (given n-plets): of each n-plet alone, and its false discovery rate over the list; honest only if the n-plets"
                    + " were not chosen by looking at the same data.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo null data.csv                                  the extreme triplets",
            "  oinfo null data.npy --order 4 --surrogates 9999 --top 100",
            "  oinfo null signals.npy --surrogate shift             time series",
            "  oinfo null data.csv --nplets groups.txt --family list",
            "",
            "Ctrl-C stops it; what the finished surrogates say is still printed, marked as partial (exit code 4)."
        })
public final class NullCommand implements Callable<Integer> {
    private static final int MOST_LISTED = 10_000;

    private final Streams streams;
    private final String typed;

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = "--order",
            paramLabel = "k",
            description = "size of the n-plets (default: 3, or that of the given n-plets)")
    private @Nullable Integer order;

    @Option(
            names = "--surrogates",
            paramLabel = "B",
            defaultValue = "1000",
            description = "number of surrogates; no p is below 1/(1+B) (default: 1000)")
    private int surrogates = 1000;

    @Option(
            names = "--surrogate",
            paramLabel = "shuffle|shift",
            defaultValue = "shuffle",
            description =
                    "shuffle: every column in random order, for independent samples; shift: every column rotated at"
                            + " random, for time series (default: shuffle)")
    private Surrogate kind = Surrogate.SHUFFLE;

    @Option(
            names = "--top",
            paramLabel = "K",
            defaultValue = "20",
            description = "how many n-plets to list at each end (default: 20)")
    private int top = 20;

    @Option(
            names = "--nplets",
            paramLabel = "FILE",
            description =
                    "test these n-plets of one size instead of the extremes: one a line, 0-based columns or names,"
                            + " separated by , or ; (see `oinfo measures --help`); - for standard input")
    private @Nullable String nplets;

    @Option(
            names = "--family",
            paramLabel = "order|list",
            defaultValue = "order",
            description =
                    "p_fwer is corrected for all n-plets of the order, or for the given list only, which scans nothing"
                            + " else and is honest only for a list chosen without these data (default: order)")
    private NullSettings.Family family = NullSettings.Family.ORDER;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** A command that was typed so. */
    public NullCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        OInformationOptions options = input.options(run);
        check(options.estimate());
        List<String> inputs = nplets == null ? List.of(input.data()) : List.of(input.data(), nplets);
        try (OutputFile out = output.open(inputs, streams)) {
            LoadedSamples loaded = input.loadScores(options, streams.in());
            LoadedData data = loaded.data();
            List<int[]> given = nplets == null ? List.of() : read(nplets, data.variables());
            NullSettings settings = settings(given, options.biasCorrect());
            settings.check(loaded.scores().samples(), loaded.scores().variables());
            if (nplets != null) {
                settings.check(given);
            }
            List<String> warnings = data.warnings(List.of(settings.order()));
            output.warn(warnings, streams);
            streams.interruption().arm();
            NullOfScan test = new NullOfScan(data.info().backend(), loaded.scores(), options.threads());
            NullResult result = run(test, settings, given, data.variables());
            NullListing listing = new NullListing(
                    data.provenance(typed, output.unit())
                            .put("seconds", Seconds.since(begun))
                            .put("partial", result.partial())
                            .put("warnings", warnings),
                    data.variables(),
                    output.unit());
            output.format().write(listing.of(result, nplets != null), out.writer());
            out.commit();
            return result.partial() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }

    private void check(EstimateOptions how) {
        if (how.shrinkage() != Shrinkage.NONE) {
            throw new BadInputException(
                    "--shrinkage must not be given here: surrogates are scanned without it; leave it out");
        }
        if (how.ties() == Ties.ORDINAL) {
            throw new BadInputException(
                    "--ties ordinal must not be given here: it ranks equal values by sample order, which"
                            + " makes independent columns look redundant beside their surrogates; choose average or random");
        }
        if (top < 1 || top > MOST_LISTED) {
            throw new BadInputException("--top must be 1 to " + MOST_LISTED + ": found " + top);
        }
        if (nplets == null && family == NullSettings.Family.LIST) {
            throw new BadInputException(
                    "--family list needs a list: give --nplets FILE, with n-plets chosen without these data");
        }
        if (nplets != null && nplets.equals("-") && input.data().equals("-")) {
            throw new BadInputException(
                    "DATA and --nplets must not both be standard input: give a file for one of them");
        }
        if (nplets != null && !nplets.equals("-") && !Files.isRegularFile(Path.of(nplets))) {
            throw new BadInputException(
                    "--nplets must be a file that can be read: " + nplets + " is not; check the path");
        }
    }

    private NullSettings settings(List<int[]> given, boolean biasCorrect) {
        int size = order != null ? order : given.isEmpty() ? 3 : given.getFirst().length;
        return new NullSettings(size, surrogates, kind, input.seed(), family, biasCorrect);
    }

    private NullResult run(NullOfScan test, NullSettings settings, List<int[]> given, Variables variables) {
        try (ProgressLine progress =
                new ProgressLine(streams, output.quiet(), "surrogates, order " + settings.order(), surrogates)) {
            if (nplets == null) {
                return test.ofExtremes(top, settings, progress);
            }
            List<int[]> positions = given.stream()
                    .map(nplet -> Arrays.stream(nplet).map(variables::position).toArray())
                    .toList();
            return test.ofNplets(positions, settings, progress);
        }
    }

    private List<int[]> read(String source, Variables variables) throws IOException {
        if (source.equals("-")) {
            Reader text = new InputStreamReader(streams.in(), StandardCharsets.UTF_8);
            return NpletFile.read(new BufferedReader(text), "standard input", variables);
        }
        try (BufferedReader text = Files.newBufferedReader(Path.of(source))) {
            return NpletFile.read(text, source, variables);
        }
    }
}
