package org.oinfo.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.Needs;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.analysis.Analysis;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ResumeOption;
import org.oinfo.cli.analysis.SlowSeries;
import org.oinfo.cli.cluster.MasterOption;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.NpletsOption;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.NpletsFile;
import org.oinfo.data.Warning;
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
        description = {
            "Confidence intervals of the measures of given groups (n-plets): samples are drawn with replacement, ranked anew,"
                    + " and every group scored, many times.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo bootstrap examples/activations.npy --nplets examples/groups.txt",
            "  oinfo bootstrap examples/activations.npy --nplets examples/groups.txt --resamples 999 --format csv",
            "  printf 'heart,breath,motion' | oinfo bootstrap examples/series.csv --nplets - --block 20",
            "",
            "bootstrap bias is the mean of the resamples less the value. Groups that a scan of the same data picked as extremes"
                    + " are biased by that choice besides, and no interval knows of it.",
            "TC, DTC and S are never 0 in samples: their intervals do not tell whether variables are independent.",
            "Ctrl-C stops; intervals then come from the resamples drawn until then, marked as partial (exit code 4)."
        })
public final class BootstrapCommand extends AnalysisCommand {
    private static final BootstrapSettings USUAL = BootstrapSettings.defaults();

    @Mixin
    private NpletsOption nplets = new NpletsOption();

    @Option(
            names = "--resamples",
            paramLabel = "B",
            description = "how many times samples are drawn (default: ${DEFAULT-VALUE})")
    private int resamples = USUAL.resamples();

    @Option(
            names = "--interval",
            paramLabel = "bca|percentile",
            description =
                    "bca: bias-corrected and accelerated; percentile: the percentiles of the resamples, which carry"
                            + " the bias of few samples twice (default: ${DEFAULT-VALUE})")
    private IntervalMethod interval = USUAL.method();

    @Option(
            names = "--confidence",
            paramLabel = "p",
            description = "nominal coverage, between 0 and 1 (default: ${DEFAULT-VALUE})")
    private double confidence = USUAL.confidence();

    @Option(
            names = "--block",
            paramLabel = "L",
            description =
                    "draw runs of L consecutive samples, for a time series (default: ${DEFAULT-VALUE}, single samples)")
    private int block = USUAL.block();

    @Mixin
    private ResumeOption resume = new ResumeOption();

    @Mixin
    private MasterOption master = new MasterOption();

    /** A command that was typed so. */
    public BootstrapCommand(Streams streams, String typed) {
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
        input().requireSamples(Needs.BOOTSTRAP, options);
        settings();
        return options;
    }

    private BootstrapSettings settings() {
        // All at once: how many resamples there must be depends on the confidence.
        return new BootstrapSettings(resamples, interval, confidence, block, USUAL.biasCorrect(), input().seed());
    }

    @Override
    protected NpletsFile nplets() {
        return nplets.file();
    }

    @Override
    protected String computed() {
        return "confidence intervals of the measures of given groups of columns (n-plets)";
    }

    @Override
    protected Analysis prepare(DataSource source) throws IOException {
        LoadedData data = source.load();
        OInformation info = data.info();
        List<int[]> wanted = nplets.file().read(info.variables(), standardInput());
        BootstrapSettings settings = settings();
        List<Warning> warnings = new ArrayList<>(data.warnings(NpletsFile.orders(wanted)));
        if (settings.block() == 1) {
            warnings.addAll(SlowSeries.of(
                    data, "single rows drawn again lack that memory, and intervals are too narrow: see --block"));
        }
        return new Analysis(data, warnings, progress -> {
            BootstrapResult result = intervals(info, wanted, settings, progress);
            return Outcome.of(result.partial(), head -> IntervalListing.of(head, settings, result));
        });
    }

    private static BootstrapResult intervals(
            OInformation info, List<int[]> wanted, BootstrapSettings settings, ProgressLines progress) {
        long repeats = (long) settings.resamples() + Bootstrap.groups(info.samples(), settings);
        try (ProgressLine line = progress.begin("resamples", repeats * wanted.size())) {
            return info.statistics().bootstrap(wanted, settings, line);
        }
    }
}
