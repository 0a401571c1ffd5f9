package org.oinfo.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.input.InputOptions;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.LoadedSamples;
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
import org.oinfo.parallel.Monitor;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.scan.BlockGrid;
import org.oinfo.statistics.interval.CurvePoint;
import org.oinfo.statistics.interval.SubsamplingCurve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo curve}: extremes and mean against the number of samples. */
@Command(
        name = "curve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Are there samples enough? Scans random subsets of the samples: smallest, mean and largest O-information of all"
                    + " groups (n-plets) against the size of the subset, raw and bias-corrected.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo curve data.csv --order 3",
            "  oinfo curve data.npy --order 3..5 --sizes 100,300,1000,3000 --repeats 20 --format csv",
            "",
            "A curve that still moves at its end says that more samples would move it on.",
            "Ctrl-C stops; what is finished is still printed, marked as partial (exit code 4)."
        })
public final class CurveCommand implements Callable<Integer> {
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
            names = "--sizes",
            paramLabel = "n,n,...",
            split = ",",
            description = "numbers of samples (default: doubling from max(4 order, 50) to all)")
    private @Nullable List<Integer> sizes;

    @Option(
            names = "--repeats",
            paramLabel = "n",
            defaultValue = "10",
            description = "subsets of each size (default: 10)")
    private int repeats = 10;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** A command that was typed so. */
    public CurveCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        OInformationOptions options = input.options(run);
        Resampled.requireAverageTies(options, "curve");
        if (options.biasCorrect()) {
            throw new BadInputException(
                    "--bias-correct must not be given to oinfo curve: it shows raw and corrected values; leave it out");
        }
        try (OutputFile out = output.open(List.of(input.data()), streams)) {
            LoadedSamples samples = input.loadScores(options, streams.in());
            LoadedData data = samples.data();
            List<Integer> wanted = orders.resolve(data.variables().count());
            wanted.forEach(data.info()::checkOrder);
            List<String> warnings = data.warnings(wanted);
            output.warn(warnings, streams);
            streams.interruption().arm();
            List<CurvePoint> points = points(samples, wanted);
            boolean partial = points.stream().anyMatch(point -> point.repeats() < repeatsOf(point.samples(), samples));
            Provenance provenance = data.provenance(typed, output.unit())
                    .put("seconds", Seconds.since(begun))
                    .put("partial", partial)
                    .put("warnings", warnings);
            output.format().write(listing(provenance, data, points), out.writer());
            out.commit();
            return partial ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }

    private List<CurvePoint> points(LoadedSamples samples, List<Integer> wanted) {
        long nplets = wanted.stream().mapToLong(order -> nplets(samples, order)).sum();
        List<CurvePoint> points = new ArrayList<>();
        try (ProgressLine progress = new ProgressLine(streams, output.quiet(), "subsets", nplets)) {
            for (int order : wanted) {
                points.addAll(points(samples, order, progress));
            }
        }
        return points;
    }

    private List<CurvePoint> points(LoadedSamples samples, int order, Monitor progress) {
        OInformationOptions options = samples.data().info().options();
        return SubsamplingCurve.run(
                samples.scores(),
                options.estimate().estimator(),
                samples.data().info().backend(),
                order,
                sizes(samples, order),
                repeats,
                input.seed(),
                options.threads(),
                progress);
    }

    private List<Integer> sizes(LoadedSamples samples, int order) {
        return sizes != null
                ? sizes
                : SubsamplingCurve.defaultSizes(order, samples.scores().samples());
    }

    private int repeatsOf(int size, LoadedSamples samples) {
        return SubsamplingCurve.repeatsOf(size, repeats, samples.scores().samples());
    }

    /** How many n-plets are scored for an order. */
    private long nplets(LoadedSamples samples, int order) {
        long scans = sizes(samples, order).stream()
                .mapToLong(size -> repeatsOf(size, samples))
                .sum();
        return scans * BlockGrid.total(samples.scores().variables(), order);
    }

    private Listing listing(Provenance provenance, LoadedData data, List<CurvePoint> points) {
        Listing listing = new Listing(provenance, data.variables(), output.unit(), "curve")
                .column("order", Quantity.COUNT)
                .column("samples", Quantity.COUNT)
                .column("repeats", Quantity.COUNT)
                .column("min_o", Quantity.INFORMATION)
                .column("min_o_corrected", Quantity.INFORMATION)
                .column("min_o_deviation", Quantity.INFORMATION)
                .column("mean_o", Quantity.INFORMATION)
                .column("mean_o_corrected", Quantity.INFORMATION)
                .column("mean_o_deviation", Quantity.INFORMATION)
                .column("max_o", Quantity.INFORMATION)
                .column("max_o_corrected", Quantity.INFORMATION)
                .column("max_o_deviation", Quantity.INFORMATION)
                .column("constant", Quantity.COUNT);
        for (CurvePoint point : points) {
            listing.row(
                    point.order(),
                    point.samples(),
                    point.repeats(),
                    point.mean().min(),
                    point.mean().min() - point.bias(),
                    point.deviation().min(),
                    point.mean().mean(),
                    point.mean().mean() - point.bias(),
                    point.deviation().mean(),
                    point.mean().max(),
                    point.mean().max() - point.bias(),
                    point.deviation().max(),
                    point.constant());
        }
        return listing;
    }
}
