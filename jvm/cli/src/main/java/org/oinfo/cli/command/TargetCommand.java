package org.oinfo.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.analysis.Analysis;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.LoadedTarget;
import org.oinfo.cli.input.LowerCaseEnum;
import org.oinfo.cli.input.Orders;
import org.oinfo.cli.input.Top;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.cli.process.Streams;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.report.Report;
import org.oinfo.targets.ClassLabels;
import org.oinfo.targets.ClassTarget;
import org.oinfo.targets.ContinuousTarget;
import org.oinfo.targets.TargetKind;
import org.oinfo.targets.TargetLandscape;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetModel;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetScan;
import org.oinfo.targets.TargetSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code oinfo target}: what groups of sources say about a target. */
@Command(
        name = "target",
        description = {
            "Scores every group (n-plet) of the columns of DATA, the sources, by what it says about a target: a variable or a"
                    + " class for each sample.",
            "i: joint mutual information; domega: redundancy above 0, synergy below; rsi: synergy above 0; red_mmi, syn_mmi:"
                    + " redundancy and synergy by minimal mutual information; redundancy and vulnerability degree: how many"
                    + " sources have, and how many are needed for, a piece of the information on average.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo target examples/activations.npy --target examples/labels.npy   by class",
            "  oinfo target examples/activations.npy --target examples/labels.npy --order 2..4 --bias-correct",
            "  oinfo target examples/series.csv --target heart --target-kind continuous --rank-by i",
            "",
            "Ctrl-C stops a scan; what is finished is still printed, marked as partial (exit code 4)."
        })
public final class TargetCommand extends AnalysisCommand {
    private static final int NAMED = 5;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "COLUMN|FILE",
            description = "the target: a column of DATA by 0-based number or name, which may hold words in a .csv with"
                    + " names, or an .npy or .csv of one column")
    private String target = "";

    @Option(
            names = "--target-kind",
            paramLabel = "auto|continuous|classes",
            description = "what the target is; auto: classes where it holds words, or whole numbers with at most 20"
                    + " distinct values, else continuous (default: ${DEFAULT-VALUE})")
    private TargetKind kind = TargetKind.AUTO;

    @Option(
            names = "--order",
            paramLabel = "ORDERS",
            description = "numbers of sources: 3, 2..5, 2,4, 3..N or all, which is 3..N (default: ${DEFAULT-VALUE})")
    private Orders orders = Orders.of("2..3");

    @Option(
            names = "--top",
            paramLabel = "n|all",
            description =
                    "how many n-plets to list at each end (default: ${DEFAULT-VALUE}); all: every one, up to ten million")
    private Top top = Top.first(OInformationOptions.defaults().top());

    @Option(
            names = "--rank-by",
            paramLabel = "domega|i|rsi",
            description = "what the listed n-plets are the extremes of (default: ${DEFAULT-VALUE})")
    private TargetMeasure rankBy = TargetMeasure.DOMEGA;

    /** A command that was typed so. */
    public TargetCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    protected OInformationOptions checked(OInformationOptions options) {
        TargetListing.check(options);
        return options.withTop(top.count());
    }

    @Override
    protected List<String> inputs() {
        return List.of(input().data(), target);
    }

    @Override
    protected Analysis prepare(OInformationOptions options) {
        LoadedTarget data = input().loadTarget(options, standardInput(), target);
        LoadedData sources = data.sources().data();
        List<Integer> wanted = orders.resolve(sources.variables().count());
        wanted.forEach(order -> TargetScan.total(sources.variables().count(), order));
        top.check(sources.variables().count(), wanted);
        TargetKind is = kind.of(data.values(), data.words());
        ClassLabels labels = is == TargetKind.CLASSES ? ClassLabels.of(data.values(), data.words()) : null;
        TargetModel model = model(data, labels, wanted.getLast(), options);
        List<Warning> warnings = new ArrayList<>(sources.warnings(List.of()));
        unsound(model, sources.variables(), labels, warnings);
        TargetListing.warnOfBias(model, wanted, warnings);
        return new Analysis(
                sources,
                warnings,
                progress -> new Scanned(data.name(), is, labels, model, scan(model, wanted, options, progress)));
    }

    private static TargetModel model(
            LoadedTarget data, @Nullable ClassLabels labels, int largestOrder, OInformationOptions options) {
        TargetSettings settings =
                new TargetSettings(data.sources().data().info().backend(), options.biasCorrect(), options.threads());
        if (labels != null) {
            return ClassTarget.model(data.sources().scores(), labels, largestOrder, settings);
        }
        double[] scores =
                ContinuousTarget.scores(data.values(), options.estimate().withThreads(options.threads()));
        return ContinuousTarget.model(data.sources().scores(), scores, largestOrder, settings);
    }

    private static void unsound(
            TargetModel model, Variables variables, @Nullable ClassLabels labels, List<Warning> warnings) {
        int[] unsound = model.unsound();
        if (unsound.length > 0) {
            String named = Arrays.stream(unsound)
                    .limit(NAMED)
                    .mapToObj(position -> variables.described(variables.column(position)))
                    .collect(Collectors.joining(", "));
            String more = unsound.length > NAMED ? " and " + (unsound.length - NAMED) + " more" : "";
            warnings.add(Warning.of(
                    Warning.Name.UNSOUND_TARGET,
                    (labels == null ? "determined by the target: " : "constant within a class: ") + named + more
                            + "; every n-plet with such a source is singular",
                    "columns",
                    Arrays.stream(variables.columnsOf(unsound)).boxed().toList()));
        }
    }

    private SortedMap<Integer, TargetScan> scan(
            TargetModel model, List<Integer> wanted, OInformationOptions options, ProgressLines progress) {
        SortedMap<Integer, TargetScan> scans = new TreeMap<>();
        for (int order : wanted) {
            TargetScan scan = new TargetScan(model, order, options.top(), rankBy);
            try (ProgressLine line = progress.begin("order " + order, scan.total())) {
                scan.run(options.threads(), line);
            }
            scans.put(order, scan);
        }
        return scans;
    }

    /** Landscapes of all orders. */
    private final class Scanned implements Outcome {
        private final String name;
        private final TargetKind is;
        private final @Nullable ClassLabels labels;
        private final TargetModel model;
        /** By their order. */
        private final SortedMap<Integer, TargetScan> scans;

        Scanned(
                String name,
                TargetKind is,
                @Nullable ClassLabels labels,
                TargetModel model,
                SortedMap<Integer, TargetScan> scans) {
            this.name = name;
            this.is = is;
            this.labels = labels;
            this.model = model;
            this.scans = scans;
        }

        @Override
        public boolean partial() {
            return scans.values().stream().anyMatch(TargetScan::partial);
        }

        @Override
        public void describe(Provenance run) {
            run.put("rank_by", LowerCaseEnum.text(rankBy)).put("top", top.described());
        }

        @Override
        public Report report(ReportHead head) {
            Listing listing = head.listing("nplets")
                    .figure("target", Quantity.TEXT, name)
                    .figure("target_kind", Quantity.TEXT, LowerCaseEnum.text(is));
            if (labels != null) {
                listing.figure("classes", Quantity.TEXT, labels.toString());
            }
            scans.forEach((order, scan) -> figures("order_" + order + "_", scan.landscape(), listing));
            TargetListing rows = new TargetListing(listing, model.continuous());
            rows.columns();
            for (TargetScan scan : scans.values()) {
                rows(scan.lowest(), rankBy.lowest(), rows, head.variables());
                rows(scan.highestOnly(), rankBy.highest(), rows, head.variables());
            }
            return listing;
        }

        private void figures(String order, TargetLandscape found, Listing listing) {
            listing.figure(order + "total", Quantity.COUNT, found.total())
                    .figure(order + "redundant", Quantity.COUNT, found.redundant())
                    .figure(order + "synergistic", Quantity.COUNT, found.synergistic())
                    .figure(order + "balanced", Quantity.COUNT, found.balanced())
                    .figure(order + "singular", Quantity.COUNT, found.singular())
                    .figure(order + "mean_domega", Quantity.INFORMATION, found.meanDomega())
                    .figure(order + "mean_i", Quantity.INFORMATION, found.meanInformation());
        }

        private void rows(List<TargetNplet> nplets, String end, TargetListing rows, Variables variables) {
            for (TargetNplet nplet : nplets) {
                rows.add(List.of(), end, nplet, variables::column, List.of());
            }
        }
    }
}
