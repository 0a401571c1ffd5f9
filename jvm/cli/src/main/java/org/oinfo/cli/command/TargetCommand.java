package org.oinfo.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.input.InputOptions;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.LoadedTarget;
import org.oinfo.cli.input.LowerCaseEnum;
import org.oinfo.cli.input.Orders;
import org.oinfo.cli.input.RunOptions;
import org.oinfo.cli.input.Top;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.cli.process.OutputOptions;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.Seconds;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.Version;
import org.oinfo.data.Variables;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo target}: what groups of sources say about a target. */
@Command(
        name = "target",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
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
            "  oinfo target iris.csv --target species            pairs and triplets, by class",
            "  oinfo target layer.npy --target labels.npy --order 2..4 --bias-correct",
            "  oinfo target data.csv --target 0 --target-kind continuous --rank-by i",
            "",
            "Ctrl-C stops a scan; what is finished is still printed, marked as partial (exit code 4)."
        })
public final class TargetCommand implements Callable<Integer> {
    private static final int NAMED = 5;

    private final Streams streams;
    private final String typed;

    @Mixin
    private InputOptions input = new InputOptions();

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
            defaultValue = "auto",
            description = "what the target is; auto: classes where it holds words, or whole numbers with at most 20"
                    + " distinct values, else continuous (default: auto)")
    private TargetKind kind = TargetKind.AUTO;

    @Option(
            names = "--order",
            paramLabel = "ORDERS",
            defaultValue = "2..3",
            converter = Orders.Converter.class,
            description = "numbers of sources: 3, 2..5, 2,4, 3..N or all, which is 3..N (default: 2..3)")
    private Orders orders = new Orders.Converter().convert("2..3");

    @Option(
            names = "--top",
            paramLabel = "n|all",
            defaultValue = "20",
            converter = Top.Converter.class,
            description = "how many n-plets to list at each end (default: 20); all: every one, up to ten million")
    private Top top = new Top.Converter().convert("20");

    @Option(
            names = "--rank-by",
            paramLabel = "domega|i|rsi",
            defaultValue = "domega",
            description = "what the listed n-plets are the extremes of (default: domega)")
    private TargetMeasure rankBy = TargetMeasure.DOMEGA;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** A command that was typed so. */
    public TargetCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        OInformationOptions options = input.options(run);
        TargetListing.check(options);
        try (OutputFile out = output.open(List.of(input.data(), target), streams)) {
            LoadedTarget data = input.loadTarget(options, streams.in(), target);
            LoadedData sources = data.sources().data();
            List<Integer> wanted = orders.resolve(sources.variables().count());
            wanted.forEach(order -> TargetScan.total(sources.variables().count(), order));
            top.check(sources.variables().count(), wanted);
            TargetKind is = kind.of(data.values(), data.words());
            ClassLabels labels = is == TargetKind.CLASSES ? ClassLabels.of(data.values(), data.words()) : null;
            TargetModel model = model(data, labels, wanted.getLast(), options);
            List<String> warnings = new ArrayList<>(sources.warnings(List.of()));
            unsound(model, sources.variables(), labels, warnings);
            TargetListing.warnOfBias(model, wanted, warnings);
            output.warn(warnings, streams);
            streams.interruption().arm();
            List<TargetScan> scans = scan(model, wanted, options.threads());
            boolean partial = scans.stream().anyMatch(TargetScan::partial);
            Provenance provenance = sources.provenance(typed, output.unit())
                    .put("rank_by", LowerCaseEnum.text(rankBy))
                    .put("top", top.all() ? "all" : top.count())
                    .put("seconds", Seconds.since(begun))
                    .put("partial", partial)
                    .put("warnings", warnings);
            Listing listing = listing(provenance, data, is, labels);
            fill(listing, scans, wanted, model);
            output.format().write(listing, out.writer());
            out.commit();
            return partial ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
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

    private Listing listing(Provenance provenance, LoadedTarget data, TargetKind is, @Nullable ClassLabels labels) {
        Variables variables = data.sources().data().variables();
        Listing listing = new Listing(provenance, variables, output.unit(), "nplets")
                .figure("target", Quantity.TEXT, data.name())
                .figure("target_kind", Quantity.TEXT, LowerCaseEnum.text(is));
        return labels == null ? listing : listing.figure("classes", Quantity.TEXT, labels.toString());
    }

    private static void unsound(
            TargetModel model, Variables variables, @Nullable ClassLabels labels, List<String> warnings) {
        int[] unsound = model.unsound();
        if (unsound.length > 0) {
            String named = Arrays.stream(unsound)
                    .limit(NAMED)
                    .mapToObj(position -> variables.described(variables.column(position)))
                    .collect(Collectors.joining(", "));
            String more = unsound.length > NAMED ? " and " + (unsound.length - NAMED) + " more" : "";
            warnings.add((labels == null ? "determined by the target: " : "constant within a class: ") + named + more
                    + "; every n-plet with such a source is singular");
        }
    }

    private List<TargetScan> scan(TargetModel model, List<Integer> wanted, int threads) {
        List<TargetScan> scans = new ArrayList<>();
        for (int order : wanted) {
            TargetScan scan = new TargetScan(model, order, top.count(), rankBy);
            try (ProgressLine progress = new ProgressLine(streams, output.quiet(), "order " + order, scan.total())) {
                scan.run(threads, progress);
            }
            scans.add(scan);
        }
        return scans;
    }

    private void fill(Listing listing, List<TargetScan> scans, List<Integer> wanted, TargetModel model) {
        for (int i = 0; i < scans.size(); i++) {
            TargetLandscape found = scans.get(i).landscape();
            String order = "order_" + wanted.get(i) + "_";
            listing.figure(order + "total", Quantity.COUNT, found.total())
                    .figure(order + "redundant", Quantity.COUNT, found.redundant())
                    .figure(order + "synergistic", Quantity.COUNT, found.synergistic())
                    .figure(order + "balanced", Quantity.COUNT, found.balanced())
                    .figure(order + "singular", Quantity.COUNT, found.singular())
                    .figure(order + "mean_domega", Quantity.INFORMATION, found.meanDomega())
                    .figure(order + "mean_i", Quantity.INFORMATION, found.meanInformation());
        }
        TargetListing rows = new TargetListing(listing, model.continuous());
        rows.columns();
        Variables variables = listing.variables();
        for (TargetScan scan : scans) {
            for (TargetNplet nplet : scan.lowest()) {
                rows.add(List.of(), rankBy.lowest(), nplet, variables::column, List.of());
            }
            for (TargetNplet nplet : scan.highestOnly()) {
                rows.add(List.of(), rankBy.highest(), nplet, variables::column, List.of());
            }
        }
    }
}
