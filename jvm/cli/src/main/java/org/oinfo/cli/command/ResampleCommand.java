package org.oinfo.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.input.InputOptions;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.LowerCaseEnum;
import org.oinfo.cli.input.Orders;
import org.oinfo.cli.input.RunOptions;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.cli.process.OutputOptions;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.Seconds;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.Version;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.Estimator;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.scan.BlockGrid;
import org.oinfo.statistics.interval.GaussianDrawing;
import org.oinfo.statistics.interval.GaussianResampling;
import org.oinfo.statistics.interval.ResamplingSettings;
import org.oinfo.statistics.interval.SamplingIntervals;
import org.oinfo.statistics.interval.ScanSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo resample}: what scans of data sets drawn from the fitted Gaussian find. */
@Command(
        name = "resample",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "How much the extremes, the mean and the shares of a scan would differ between data sets: many are drawn from a"
                    + " Gaussian with the estimated correlations, and every group (n-plet) of each is scored.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo resample data.csv --order 3..4",
            "  oinfo resample r.csv --covariance --samples 500 --order 3",
            "",
            "These are sampling intervals under the fitted Gaussian. They are not p-values.",
            "Ctrl-C stops; intervals then come from the data sets scanned until then, marked as partial (exit code 4)."
        })
public final class ResampleCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = "--order",
            paramLabel = "ORDERS",
            defaultValue = "3",
            converter = Orders.Converter.class,
            description = "sizes of the n-plets: 3, 3..5, 3,5, 3..N or all, which is 3..N (default: 3)")
    private Orders orders = new Orders.Converter().convert("3");

    @Option(
            names = "--resamples",
            paramLabel = "B",
            defaultValue = "200",
            description = "how many data sets are drawn and scanned (default: 200)")
    private int resamples = 200;

    @Option(
            names = "--confidence",
            paramLabel = "p",
            defaultValue = "0.95",
            description = "share of the data sets that the intervals hold, between 0 and 1 (default: 0.95)")
    private double confidence = 0.95;

    @Option(
            names = "--draw",
            paramLabel = "samples|covariance",
            description = "samples: draw samples and estimate as from the data, ranks included; covariance: draw the"
                    + " covariance at once, fast for many samples, without the noise of ranks (default: samples for the"
                    + " copula, else covariance)")
    private @Nullable GaussianDrawing drawing;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** A command that was typed so. */
    public ResampleCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        OInformationOptions options = input.options(run);
        Resampled.requirePlain(options, "resample");
        try (OutputFile out = output.open(List.of(input.data()), streams)) {
            LoadedData data = input.load(options, streams.in());
            ResamplingSettings settings = settings(data);
            List<Integer> wanted = orders.resolve(data.variables().count());
            wanted.forEach(data.info()::checkOrder);
            List<String> warnings = data.warnings(wanted);
            output.warn(warnings, streams);
            streams.interruption().arm();
            List<SamplingIntervals> found = intervals(data, wanted, settings);
            boolean partial = found.isEmpty() || found.getFirst().resamples() < resamples;
            Provenance provenance = data.provenance(typed, output.unit())
                    .put("seconds", Seconds.since(begun))
                    .put("partial", partial)
                    .put("warnings", warnings);
            output.format().write(listing(provenance, data, settings, found), out.writer());
            out.commit();
            return partial ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }

    private ResamplingSettings settings(LoadedData data) {
        if (data.info().samples() == 0) {
            throw new BadInputException(
                    "oinfo resample with --covariance needs the number of samples it comes from: give --samples T");
        }
        OInformationOptions options = data.info().options();
        Estimator estimator = data.origin().covariance()
                ? Estimator.GAUSSIAN
                : options.estimate().estimator();
        GaussianDrawing chosen = drawing != null
                ? drawing
                : estimator == Estimator.COPULA ? GaussianDrawing.SAMPLES : GaussianDrawing.COVARIANCE;
        return new ResamplingSettings(resamples, confidence, chosen, estimator, options.biasCorrect(), input.seed());
    }

    private List<SamplingIntervals> intervals(LoadedData data, List<Integer> wanted, ResamplingSettings settings) {
        long nplets = wanted.stream()
                .mapToLong(order -> BlockGrid.total(data.variables().count(), order))
                .sum();
        try (ProgressLine progress =
                new ProgressLine(streams, output.quiet(), "data sets", nplets * (resamples + 1L))) {
            return GaussianResampling.run(
                    data.info().backend(),
                    data.info().estimate().matrix(),
                    data.info().samples(),
                    wanted,
                    settings,
                    data.info().options().threads(),
                    progress);
        }
    }

    private Listing listing(
            Provenance provenance, LoadedData data, ResamplingSettings settings, List<SamplingIntervals> found) {
        Listing listing = new Listing(provenance, data.variables(), output.unit(), "sampling")
                .figure(
                        "meaning",
                        Quantity.TEXT,
                        "sampling intervals under the fitted Gaussian: where other data sets of as many samples would"
                                + " fall; not p-values")
                .figure(
                        "resamples",
                        Quantity.COUNT,
                        found.isEmpty() ? 0 : found.getFirst().resamples())
                .figure("confidence", Quantity.NUMBER, confidence)
                .figure("draw", Quantity.TEXT, LowerCaseEnum.text(settings.drawing()))
                .column("order", Quantity.COUNT)
                .column("row", Quantity.TEXT)
                .column("min_o", Quantity.INFORMATION)
                .column("mean_o", Quantity.INFORMATION)
                .column("max_o", Quantity.INFORMATION)
                .column("redundant_share", Quantity.NUMBER)
                .column("synergistic_share", Quantity.NUMBER)
                .column("singular_share", Quantity.NUMBER);
        for (SamplingIntervals one : found) {
            row(listing, one.order(), "data", one.observed());
            row(listing, one.order(), "low", one.low());
            row(listing, one.order(), "high", one.high());
            row(listing, one.order(), "mean of resamples", one.mean());
            row(listing, one.order(), "deviation of resamples", one.deviation());
        }
        return listing;
    }

    private static void row(Listing listing, int order, String name, ScanSummary scan) {
        listing.row(
                order,
                name,
                scan.min(),
                scan.mean(),
                scan.max(),
                scan.redundant(),
                scan.synergistic(),
                scan.singular());
    }
}
