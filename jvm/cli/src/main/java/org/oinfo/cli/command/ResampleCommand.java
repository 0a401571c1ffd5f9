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
import org.oinfo.cli.analysis.SlowSeries;
import org.oinfo.cli.cluster.MasterOption;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.OrderOption;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Warning;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.report.Listing;
import org.oinfo.report.Quantity;
import org.oinfo.scan.BlockGrid;
import org.oinfo.statistics.interval.GaussianDrawing;
import org.oinfo.statistics.interval.ResamplingSettings;
import org.oinfo.statistics.interval.SamplingIntervals;
import org.oinfo.statistics.interval.ScanSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo resample}: what scans of data sets drawn from the fitted Gaussian find. */
@Command(
        name = "resample",
        description = {
            "How much the extremes, the mean and the shares of a scan would differ between data sets: many are drawn from a"
                    + " Gaussian with the estimated correlations, and every group (n-plet) of each is scored.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo resample examples/activations.npy --order 3..4",
            "  oinfo resample examples/correlations.csv --covariance --samples 500 --order 3",
            "",
            "These are sampling intervals under the fitted Gaussian. They are not p-values.",
            "Ctrl-C stops; intervals then come from the data sets scanned until then, marked as partial (exit code 4)."
        })
public final class ResampleCommand extends AnalysisCommand {
    private static final ResamplingSettings USUAL = ResamplingSettings.defaults();

    @Mixin
    private OrderOption orders = new OrderOption();

    @Option(
            names = "--resamples",
            paramLabel = "B",
            description = "how many data sets are drawn and scanned (default: ${DEFAULT-VALUE})")
    private int resamples = USUAL.resamples();

    @Option(
            names = "--confidence",
            paramLabel = "p",
            description = "share of the data sets that the intervals hold, between 0 and 1 (default: ${DEFAULT-VALUE})")
    private double confidence = USUAL.confidence();

    @Option(
            names = "--draw",
            paramLabel = "samples|covariance",
            description = "samples: draw samples and estimate as from the data, ranks included; covariance: draw the"
                    + " covariance at once, fast for many samples, without the noise of ranks (default: samples for the"
                    + " copula, else covariance)")
    private @Nullable GaussianDrawing drawing;

    @Mixin
    private ResumeOption resume = new ResumeOption();

    @Mixin
    private MasterOption master = new MasterOption();

    /** A command that was typed so. */
    public ResampleCommand(Streams streams, String typed) {
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
        Needs.RESAMPLING.check(options.estimate());
        return options;
    }

    @Override
    protected String computed() {
        return "how much a scan of every group of columns (n-plet) would differ between data sets";
    }

    @Override
    protected Analysis prepare(DataSource source) {
        LoadedData data = source.load();
        ResamplingSettings settings = settings(data);
        List<Integer> wanted = orders.of(data.info());
        List<Warning> warnings = new ArrayList<>(data.warnings(wanted));
        warnings.addAll(SlowSeries.of(
                data, "samples that are drawn one by one lack that memory, and intervals are too narrow"));
        return new Analysis(data, warnings, progress -> {
            List<SamplingIntervals> found = intervals(data.info(), wanted, settings, progress);
            boolean partial = found.isEmpty() || found.getFirst().resamples() < resamples;
            return Outcome.of(partial, head -> listing(head, settings, found));
        });
    }

    private ResamplingSettings settings(LoadedData data) {
        if (data.info().samples() == 0) {
            throw new BadInputException(
                    "oinfo resample with --covariance needs the number of samples it comes from: give --samples T");
        }
        Estimator estimator = data.origin().covariance()
                ? Estimator.GAUSSIAN
                : data.info().options().estimate().estimator();
        GaussianDrawing chosen = drawing != null
                ? drawing
                : estimator == Estimator.COPULA ? GaussianDrawing.SAMPLES : GaussianDrawing.COVARIANCE;
        // All at once: how many resamples there must be depends on the confidence.
        return new ResamplingSettings(resamples, confidence, chosen, estimator, USUAL.biasCorrect(), input().seed());
    }

    private static List<SamplingIntervals> intervals(
            OInformation info, List<Integer> wanted, ResamplingSettings settings, ProgressLines progress) {
        long nplets = BlockGrid.sum(wanted.stream()
                .mapToLong(order -> BlockGrid.total(info.variables().count(), order)));
        try (ProgressLine line = progress.begin("data sets", BlockGrid.times(settings.resamples() + 1L, nplets))) {
            return info.statistics().resample(wanted, settings, line);
        }
    }

    private static Listing listing(ReportHead head, ResamplingSettings settings, List<SamplingIntervals> found) {
        Listing listing = head.listing("sampling")
                .figure(
                        "meaning",
                        Quantity.TEXT,
                        "sampling intervals under the fitted Gaussian: where other data sets of as many samples would"
                                + " fall; not p-values")
                .figure(
                        "resamples",
                        Quantity.COUNT,
                        found.isEmpty() ? 0 : found.getFirst().resamples())
                .figure("confidence", Quantity.NUMBER, settings.confidence())
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
