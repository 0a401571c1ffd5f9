package org.oinfo.cli.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.Needs;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.TargetAnalysis;
import org.oinfo.TargetResult;
import org.oinfo.cli.analysis.Analysis;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.analysis.ResumeOption;
import org.oinfo.cli.analysis.SlowSeries;
import org.oinfo.cli.analysis.WorkForecast;
import org.oinfo.cli.cluster.MasterOption;
import org.oinfo.cli.input.DataShape;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.input.LoadedTarget;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.target.TargetOutcome.OneOrder;
import org.oinfo.cli.target.TargetOutcome.OneTarget;
import org.oinfo.cli.typed.Top;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;
import org.oinfo.scan.BlockGrid;
import org.oinfo.targets.ClassLabels;
import org.oinfo.targets.TargetKind;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetPermutations;
import org.oinfo.targets.TargetScan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo target}: what groups of sources say about a target. */
@Command(
        name = "target",
        description = {
            "Scores every group (n-plet) of the columns of DATA, the sources, by what it says about a target: a variable or a"
                    + " class for each sample.",
            "i: joint mutual information; domega: redundancy above 0, synergy below; rsi: synergy above 0; red_mmi, syn_mmi:"
                    + " redundancy and synergy by minimal mutual information, the latter above 0 for noisy copies too;"
                    + " redundancy and vulnerability degree: how many sources have, and how many are needed for, a piece of"
                    + " the information on average.",
            "Classes: a Gaussian each, mixed by their shares, so that i is at most the entropy of the labels, label_entropy;"
                    + " held_out_i: each sample scored by models of the other four fifths. --estimator knn: a variable or"
                    + " classes by nearest neighbours, any dependence.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo target examples/activations.npy --target examples/labels.npy   by class",
            "  oinfo target examples/activations.npy --target examples/labels.npy --order 2 --permutations 99",
            "  oinfo target examples/series.csv --target heart --target-kind continuous --rank-by i",
            "  oinfo target examples/series.csv --target heart --target-kind continuous --estimator knn --order 2",
            "",
            "Ctrl-C stops a scan; what is finished is still printed, marked as partial (exit code 4)."
        })
public final class TargetCommand extends AnalysisCommand {
    private static final int NAMED = 5;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "COLUMNS|FILE",
            description = "the target: a column of DATA by 0-based number or name, which may hold words in a .csv with"
                    + " names, or an .npy or .csv of one column; several columns, separated by commas, are scanned one after"
                    + " another, and none of them is a source")
    private String target = "";

    @Option(
            names = "--target-kind",
            paramLabel = "auto|continuous|class",
            converter = TargetKindName.class,
            description = "what the target is; auto: classes where it holds words, or whole numbers with at most 20"
                    + " distinct values, else continuous; of more whole numbers that come back it asks which"
                    + " (default: ${DEFAULT-VALUE})")
    private TargetKind kind = TargetKind.AUTO;

    @Option(names = "--dry-run", description = "print number of n-plets and memory, and score nothing")
    private boolean dryRun;

    @Mixin
    private SourceOrders orders = new SourceOrders();

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

    @Option(
            names = "--permutations",
            paramLabel = "B",
            description =
                    "scan B permutations of the target as well: p_fwer is the share whose extreme of the order is as"
                            + " extreme, at the n-plet's end; independent samples; at least 19 (default: none)")
    private int permutations;

    @Mixin
    private ResumeOption resume = new ResumeOption();

    @Mixin
    private MasterOption master = new MasterOption();

    /** A command that was typed so. */
    public TargetCommand(Streams streams, String typed) {
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
        input().requireSamples(Needs.TARGET, options);
        if (permutations < 0) {
            throw new BadInputException("--permutations must not be negative: found " + permutations);
        }
        return options.withTop(top.count());
    }

    @Override
    protected List<String> inputs() {
        return List.of(input().data(), target);
    }

    @Override
    protected @Nullable String foretell(DataSource source) {
        if (!dryRun) {
            return null;
        }
        DataShape shape = source.shape(target);
        long nplets = BlockGrid.sum(
                orders.of(shape.variables()).stream().mapToLong(order -> TargetScan.total(shape.variables(), order)));
        return WorkForecast.text(
                "scored",
                "sources of a target",
                shape,
                source.options().threads(),
                nplets,
                shape.correlationBytes() + shape.scoreBytes());
    }

    @Override
    protected boolean stoppable() {
        return !dryRun;
    }

    @Override
    protected String computed() {
        return "what each group of columns (n-plet) says about a target";
    }

    @Override
    protected Analysis prepare(DataSource source) {
        LoadedTarget data = source.loadTarget(target);
        OInformation info = data.sources().info();
        int count = info.variables().count();
        List<Integer> wanted = orders.of(count);
        top.check(count, wanted);
        List<Asked> asked = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>(data.sources().warnings(List.of()));
        for (LoadedTarget.Target one : data.targets()) {
            asked.add(asked(info, one, wanted, warnings));
        }
        if (permutations > 0 && asked.stream().anyMatch(TargetCommand::slow)) {
            warnings.addAll(SlowSeries.of(
                    data.sources(),
                    "the target is slow, too: where rows follow each other in time, a permuted target lacks that memory, and p_fwer"
                            + " is too small; take every n-th row"));
        }
        return new Analysis(
                data.sources(),
                warnings,
                progress -> new TargetOutcome(
                        rankBy,
                        top,
                        permutations,
                        asked.stream()
                                .map(one -> scan(one, count, wanted, progress))
                                .toList()));
    }

    /**
     * A target that can be scanned.
     *
     * @param values of each sample; numbers of classes where it is one
     * @param labels its classes; null where it is a variable
     */
    private record Asked(
            String name, double[] values, @Nullable ClassLabels labels, TargetAnalysis sources) {}

    /** Whether a target remembers the row before, as white noise does not: a class, whether it is the same again. */
    private static boolean slow(Asked target) {
        ClassLabels labels = target.labels();
        return labels == null
                ? SlowSeries.isSlow(target.values())
                : IntStream.range(0, labels.count())
                        .anyMatch(c -> SlowSeries.isSlow(IntStream.of(labels.all())
                                .mapToDouble(label -> label == c ? 1 : 0)
                                .toArray()));
    }

    private Asked asked(OInformation info, LoadedTarget.Target one, List<Integer> wanted, List<Warning> warnings) {
        boolean classes = kind.of(one.values(), one.words()) == TargetKind.CLASSES;
        ClassLabels labels = classes ? ClassLabels.of(one.values(), one.words()) : null;
        TargetAnalysis sources = labels == null ? info.target(one.values()) : info.target(labels);
        sources.checkOrder(wanted.getLast());
        unsound(sources.unsound(), info.variables(), classes, warnings);
        TargetListing.warnOfBias(sources, wanted, warnings);
        warnings.addAll(sources.warnings());
        return new Asked(one.name(), one.values(), labels, sources);
    }

    private static void unsound(int[] unsound, Variables variables, boolean classes, List<Warning> warnings) {
        if (unsound.length > 0) {
            String named = Arrays.stream(unsound)
                    .limit(NAMED)
                    .mapToObj(variables::described)
                    .collect(Collectors.joining(", "));
            String more = unsound.length > NAMED ? " and " + (unsound.length - NAMED) + " more" : "";
            warnings.add(Warning.of(
                    Warning.Name.UNSOUND_TARGET,
                    (classes ? "constant within every class: " : "determined by the target: ") + named + more
                            + "; every n-plet with such a source is singular",
                    "columns",
                    Arrays.stream(unsound).boxed().toList()));
        }
    }

    private OneTarget scan(Asked target, int count, List<Integer> wanted, ProgressLines progress) {
        List<OneOrder> found = new ArrayList<>();
        for (int order : wanted) {
            TargetResult result;
            try (ProgressLine line = progress.begin("order " + order, TargetScan.total(count, order))) {
                result = target.sources().scan(order, rankBy, line);
            }
            found.add(new OneOrder(result, permutations == 0 ? null : permuted(target.sources(), order, progress)));
        }
        return new OneTarget(target.name(), target.labels(), found);
    }

    private TargetPermutations permuted(TargetAnalysis sources, int order, ProgressLines progress) {
        try (ProgressLine line = progress.begin("permutations, order " + order, permutations)) {
            return sources.permutations(order, rankBy, permutations, input().seed(), line);
        }
    }
}
