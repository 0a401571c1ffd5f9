package org.oinfo.cli.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.input.InputOptions;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.LoadedSamples;
import org.oinfo.cli.input.NpletsFile;
import org.oinfo.cli.input.RunOptions;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.cli.process.OutputOptions;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.Seconds;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.Version;
import org.oinfo.report.Provenance;
import org.oinfo.statistics.interval.Bootstrap;
import org.oinfo.statistics.interval.BootstrapResult;
import org.oinfo.statistics.interval.BootstrapSettings;
import org.oinfo.statistics.interval.IntervalMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo bootstrap}: confidence intervals of given n-plets. */
@Command(
        name = "bootstrap",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Confidence intervals of the measures of given groups (n-plets): samples are drawn with replacement, ranked anew,"
                    + " and every group scored, many times.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo bootstrap data.csv --nplets groups.txt",
            "  oinfo bootstrap data.npy --nplets result.csv --resamples 5000 --format csv",
            "  oinfo bootstrap series.npy --nplets groups.txt --block 50       for a time series",
            "",
            "bootstrap bias is the mean of the resamples less the value. Groups that a scan of the same data picked as extremes",
            "are biased by that choice besides, and no interval knows of it.",
            "TC, DTC and S are never 0 in samples: their intervals do not tell whether variables are independent.",
            "Ctrl-C stops; intervals then come from the resamples drawn until then, marked as partial (exit code 4)."
        })
public final class BootstrapCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(names = "--nplets", required = true, paramLabel = "FILE", description = NpletsFile.DESCRIPTION)
    private String nplets = "";

    @Option(
            names = "--resamples",
            paramLabel = "B",
            defaultValue = "1000",
            description = "how many times samples are drawn (default: 1000)")
    private int resamples = 1000;

    @Option(
            names = "--interval",
            paramLabel = "bca|percentile",
            defaultValue = "bca",
            description =
                    "bca: bias-corrected and accelerated; percentile: the percentiles of the resamples, which carry"
                            + " the bias of few samples twice (default: bca)")
    private IntervalMethod interval = IntervalMethod.BCA;

    @Option(
            names = "--confidence",
            paramLabel = "p",
            defaultValue = "0.95",
            description = "nominal coverage, between 0 and 1 (default: 0.95)")
    private double confidence = 0.95;

    @Option(
            names = "--block",
            paramLabel = "L",
            defaultValue = "1",
            description = "draw runs of L consecutive samples, for a time series (default: 1, single samples)")
    private int block = 1;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** A command that was typed so. */
    public BootstrapCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        OInformationOptions options = input.options(run);
        Resampled.requireAverageTies(options, "bootstrap");
        BootstrapSettings settings =
                new BootstrapSettings(resamples, interval, confidence, block, options.biasCorrect(), input.seed());
        NpletsFile file = new NpletsFile(nplets);
        file.requireReadable(input.data());
        try (OutputFile out = output.open(List.of(input.data(), nplets), streams)) {
            LoadedSamples samples = input.loadScores(options, streams.in());
            LoadedData data = samples.data();
            List<int[]> wanted = file.read(data.variables(), streams.in());
            List<String> warnings = data.warnings(NpletsFile.orders(wanted));
            output.warn(warnings, streams);
            streams.interruption().arm();
            BootstrapResult result = intervals(samples, wanted, settings, options);
            Provenance provenance = data.provenance(typed, output.unit())
                    .put("seconds", Seconds.since(begun))
                    .put("partial", result.partial())
                    .put("warnings", warnings);
            output.format()
                    .write(
                            IntervalListing.of(provenance, data.variables(), output.unit(), settings, result),
                            out.writer());
            out.commit();
            return result.partial() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }

    private BootstrapResult intervals(
            LoadedSamples samples, List<int[]> columns, BootstrapSettings settings, OInformationOptions options) {
        LoadedData data = samples.data();
        List<int[]> positions = columns.stream()
                .map(nplet ->
                        Arrays.stream(nplet).map(data.variables()::position).toArray())
                .toList();
        long repeats =
                (long) settings.resamples() + Bootstrap.groups(samples.scores().samples(), settings);
        try (ProgressLine progress =
                new ProgressLine(streams, output.quiet(), "resamples", repeats * positions.size())) {
            return Bootstrap.run(
                    samples.scores(),
                    options.estimate().estimator(),
                    data.info().backend(),
                    positions,
                    settings,
                    options.threads(),
                    progress);
        }
    }
}
