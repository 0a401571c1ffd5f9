package org.oinfo.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.Needs;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.analysis.Analysis;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.analysis.ResumeOption;
import org.oinfo.cli.cluster.MasterOption;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.OrderOption;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.cli.process.Streams;
import org.oinfo.data.BadInputException;
import org.oinfo.report.Listing;
import org.oinfo.report.Quantity;
import org.oinfo.scan.BlockGrid;
import org.oinfo.statistics.interval.CurvePoint;
import org.oinfo.statistics.interval.CurveSettings;
import org.oinfo.statistics.interval.SubsamplingCurve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo curve}: extremes and mean against the number of samples. */
@Command(
        name = "curve",
        description = {
            "Are there samples enough? Scans random subsets of the samples: smallest, mean and largest O-information of all"
                    + " groups (n-plets) against the size of the subset, raw and bias-corrected.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo curve examples/activations.npy --order 3",
            "  oinfo curve examples/activations.npy --order 3..4 --sizes 100,300,1000 --repeats 10 --format csv",
            "",
            "A curve that still moves at its end says that more samples would move it on.",
            "Ctrl-C stops; what is finished is still printed, marked as partial (exit code 4)."
        })
public final class CurveCommand extends AnalysisCommand {
    @Mixin
    private OrderOption orders = new OrderOption();

    @Option(
            names = "--sizes",
            paramLabel = "n,n,...",
            split = ",",
            description = "numbers of samples (default: doubling from max(4 order, 50) to all)")
    private @Nullable List<Integer> sizes;

    @Option(names = "--repeats", paramLabel = "n", description = "subsets of each size (default: ${DEFAULT-VALUE})")
    private int repeats = CurveSettings.defaults().repeats();

    @Mixin
    private ResumeOption resume = new ResumeOption();

    @Mixin
    private MasterOption master = new MasterOption();

    /** A command that was typed so. */
    public CurveCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    protected ResumeOption resume() {
        return resume;
    }

    @Override
    protected MasterOption master() {
        return master;
    }

    @Override
    protected OInformationOptions checked(OInformationOptions options) {
        input().requireSamples(Needs.CURVE, options);
        if (options.biasCorrect()) {
            throw new BadInputException(
                    "--bias-correct must not be given to oinfo curve: it shows raw and corrected values; leave it out");
        }
        return options;
    }

    @Override
    protected String computed() {
        return "scans of every group of columns (n-plet), against the number of samples";
    }

    @Override
    protected Analysis prepare(DataSource source) {
        LoadedData data = source.load();
        OInformation info = data.info();
        List<Integer> wanted = orders.of(info);
        // All of them before the first is scanned.
        wanted.forEach(order -> settings().check(order, info.samples()));
        return new Analysis(data, data.warnings(wanted), progress -> {
            List<CurvePoint> points = points(info, wanted, progress);
            boolean partial = points.stream().anyMatch(point -> point.repeats() < repeatsOf(point.samples(), info));
            return Outcome.of(partial, head -> listing(head, points));
        });
    }

    private List<CurvePoint> points(OInformation info, List<Integer> wanted, ProgressLines progress) {
        long nplets = BlockGrid.sum(wanted.stream().mapToLong(order -> nplets(info, order)));
        List<CurvePoint> points = new ArrayList<>();
        try (ProgressLine line = progress.begin("subsets", nplets)) {
            for (int order : wanted) {
                points.addAll(info.statistics().curve(order, settings(), line));
            }
        }
        return points;
    }

    private CurveSettings settings() {
        return new CurveSettings(sizes == null ? List.of() : sizes, repeats, input().seed());
    }

    private int repeatsOf(int size, OInformation info) {
        return SubsamplingCurve.repeatsOf(size, repeats, info.samples());
    }

    /** How many n-plets are scored for an order. */
    private long nplets(OInformation info, int order) {
        long scans = settings().sizes(order, info.samples()).stream()
                .mapToLong(size -> repeatsOf(size, info))
                .sum();
        return BlockGrid.times(scans, BlockGrid.total(info.variables().count(), order));
    }

    private static Listing listing(ReportHead head, List<CurvePoint> points) {
        Listing listing = head.listing("curve")
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
