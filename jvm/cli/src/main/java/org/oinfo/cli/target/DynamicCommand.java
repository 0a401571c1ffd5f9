package org.oinfo.cli.target;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.DynamicAnalysis;
import org.oinfo.Needs;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.TargetAnalysis;
import org.oinfo.cli.analysis.Analysis;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.analysis.ResumeOption;
import org.oinfo.cli.analysis.WorkForecast;
import org.oinfo.cli.cluster.MasterOption;
import org.oinfo.cli.input.DataShape;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.cli.typed.NpletsFile;
import org.oinfo.cli.typed.Top;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnList;
import org.oinfo.data.Variables;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.BlockGrid;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetScan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code oinfo dynamic}: what the past of groups of time series says about the next value of another. */
@Command(
        name = "dynamic",
        description = {
            "Rows of DATA are successive points in time. Scores groups (n-plets) of series, the sources, by what their past"
                    + " says about the next value of a target series, beyond what its own past says.",
            "i: joint transfer entropy; domega: dynamic O-information, redundancy above 0, synergy below; the others as in"
                    + " oinfo target, given the target's past.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo dynamic examples/series.csv   every series as target, pairs and triplets",
            "  oinfo dynamic examples/series.csv --target heart --lag 2 --bias-correct",
            "  oinfo dynamic examples/series.csv --target 0 --method greedy --max-order 5",
            "  printf '0,1,2\\n0;3;4\\n' | oinfo dynamic examples/series.csv --nplets -   groups and their totals",
            "",
            "Scores are made of each whole series and then lagged: one copula. Ctrl-C: what is finished is still printed,"
                    + " marked as partial (exit code 4)."
        })
public final class DynamicCommand extends AnalysisCommand {
    private static final int LARGEST_ORDER = 10;
    private static final String ALL = "all";

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--target",
            paramLabel = "all|LIST",
            description = "columns that are targets, each with all others as sources: numbers, ranges and names"
                    + " (default: ${DEFAULT-VALUE})")
    private String targets = ALL;

    @Option(
            names = "--lag",
            paramLabel = "m",
            description = "how many past values of each series are used (default: ${DEFAULT-VALUE})")
    private int lag = 1;

    @Option(
            names = "--nplets",
            paramLabel = "FILE",
            description =
                    "of given groups of series alone: each member in turn as the target of the others, and the sum of"
                            + " domega over the targets (total dynamic O-information); " + NpletsFile.DESCRIPTION)
    private @Nullable NpletsFile nplets;

    @Option(names = "--dry-run", description = "print number of n-plets and memory, and score nothing")
    private boolean dryRun;

    @Mixin
    private SourceOrders orders = new SourceOrders();

    @Option(
            names = "--method",
            paramLabel = "exhaustive|greedy",
            description = "exhaustive: every n-plet of the orders; greedy: the best n-plet of the smallest order, then"
                    + " source by source the one that raises, or lowers, domega most (default: ${DEFAULT-VALUE})")
    private DynamicMethod method = DynamicMethod.EXHAUSTIVE;

    @Option(
            names = "--max-order",
            paramLabel = "k",
            description = "sources up to which greedy goes (default: " + LARGEST_ORDER + ", or all there are)")
    private @Nullable Integer maxOrder;

    @Option(
            names = "--top",
            paramLabel = "n",
            description = "how many n-plets to list at each end for each target and order (default: ${DEFAULT-VALUE})")
    private Top top = Top.first(5);

    @Option(
            names = "--rank-by",
            paramLabel = "domega|i|rsi",
            description = "what the listed n-plets are the extremes of; not with greedy (default: ${DEFAULT-VALUE})")
    private TargetMeasure rankBy = TargetMeasure.DOMEGA;

    @Mixin
    private ResumeOption resume = new ResumeOption();

    @Mixin
    private MasterOption master = new MasterOption();

    /** A command that was typed so. */
    public DynamicCommand(Streams streams, String typed) {
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
        input().requireSamples(Needs.DYNAMICS, options);
        check();
        // Of given groups there is too little to do.
        master.refuse("--nplets", nplets != null);
        return options.withTop(top.count());
    }

    @Override
    protected @Nullable String foretell(DataSource source) {
        DataShape shape = dryRun ? source.shape() : null;
        if (shape == null) {
            return null;
        }
        int sources = shape.variables() - 1;
        List<Integer> wanted = orders.of(sources);
        int series = targets.equals(ALL) ? shape.variables() : listed(source);
        boolean greedy = method == DynamicMethod.GREEDY;
        return WorkForecast.text(
                "scored",
                LowerCaseEnum.text(method) + ", targets: " + series + ", lag: " + lag,
                shape,
                source.options().threads(),
                nplets(series, sources, greedy ? wanted.subList(0, 1) : wanted),
                shape.correlationBytes() + (lag + 1) * shape.scoreBytes());
    }

    /** How many targets are named. */
    private int listed(DataSource source) {
        Variables variables = source.loadFirst(2).info().variables();
        return ColumnList.parse(targets, variables.names(), variables.originals(), "--target").length;
    }

    @Override
    protected boolean stoppable() {
        return !dryRun;
    }

    @Override
    protected String computed() {
        return "what the past of each group of series (n-plet) says about the next value of another";
    }

    @Override
    protected Analysis prepare(DataSource source) throws IOException {
        LoadedData data = source.load();
        OInformation info = data.info();
        if (nplets != null) {
            return totals(data, nplets.read(info.variables(), standardInput()));
        }
        int sources = info.variables().count() - 1;
        List<Integer> wanted = orders.of(sources);
        top.check(sources, wanted);
        int largest = largest(wanted, sources);
        int[] chosen = targets(info.variables());
        DynamicAnalysis series = info.dynamic(lag);
        series.checkOrder(largest);
        List<Integer> scanned = method == DynamicMethod.GREEDY ? wanted.subList(0, 1) : wanted;
        return new Analysis(data, data.warnings(List.of()), progress -> {
            DynamicListing found = new DynamicListing(method, lag, series.points(), rankBy, top);
            try (ProgressLine line = progress.begin("n-plets", nplets(chosen.length, sources, scanned))) {
                for (int i = 0; i < chosen.length && !found.partial(); i++) {
                    TargetAnalysis target = series.target(chosen[i]);
                    target.checkOrder(largest);
                    look(chosen[i], target, scanned, largest, line, found);
                }
            }
            return found;
        });
    }

    private Analysis totals(LoadedData data, List<int[]> wanted) {
        DynamicAnalysis series = data.info().dynamic(lag);
        return new Analysis(
                data,
                data.warnings(List.of()),
                progress -> new DynamicTotals(series.totals(wanted), lag, series.points()));
    }

    @Override
    protected @Nullable NpletsFile nplets() {
        return nplets;
    }

    /** Refuses what does not go with given groups. */
    private void checkGiven() {
        for (String option :
                List.of("--target", "--order", "--method", "--max-order", "--top", "--rank-by", "--dry-run")) {
            if (command.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new BadInputException(
                        option + " must not be given with --nplets, which says what is scored; leave one of them out");
            }
        }
    }

    private void look(
            int target,
            TargetAnalysis sources,
            List<Integer> scanned,
            int largest,
            Monitor monitor,
            DynamicListing found) {
        if (method == DynamicMethod.GREEDY) {
            found.add(target, sources.greedy(scanned.getFirst(), largest, monitor));
            return;
        }
        for (int order : scanned) {
            found.add(target, sources.scan(order, rankBy, monitor));
        }
    }

    private static long nplets(int targets, int sources, List<Integer> orders) {
        return BlockGrid.times(
                targets, BlockGrid.sum(orders.stream().mapToLong(order -> TargetScan.total(sources, order))));
    }

    private void check() {
        if (nplets != null) {
            checkGiven();
        }
        if (lag < 1) {
            throw new BadInputException("--lag must be at least 1: found " + lag);
        }
        if (method == DynamicMethod.GREEDY && rankBy != TargetMeasure.DOMEGA) {
            throw new BadInputException("--rank-by must be domega with --method greedy, which follows it: found "
                    + LowerCaseEnum.text(rankBy) + "; leave one of them out");
        }
        if (method == DynamicMethod.EXHAUSTIVE && maxOrder != null) {
            throw new BadInputException(
                    "--max-order goes with --method greedy only: choose that method, or give --order");
        }
    }

    /** The most sources of any n-plet. */
    private int largest(List<Integer> wanted, int sources) {
        if (method == DynamicMethod.EXHAUSTIVE) {
            return wanted.getLast();
        }
        int smallest = wanted.getFirst();
        int most = maxOrder == null ? Math.max(smallest, Math.min(sources, LARGEST_ORDER)) : maxOrder;
        if (most < smallest || most > sources) {
            throw new BadInputException("--max-order must be from the order that greedy begins with to the number of"
                    + " sources: found " + most + ", from " + smallest + " to " + sources);
        }
        return most;
    }

    /** Columns of the targets. */
    private int[] targets(Variables variables) {
        if (targets.equals(ALL)) {
            return variables.columns();
        }
        int[] columns = ColumnList.parse(targets, variables.names(), variables.originals(), "--target");
        for (int column : columns) {
            if (variables.position(column) < 0) {
                boolean constant = IntStream.of(variables.dead()).anyMatch(dead -> dead == column);
                throw new BadInputException("--target must name series that take part: " + variables.described(column)
                        + (constant ? " is constant" : " was not chosen") + "; choose another");
            }
        }
        return columns;
    }
}
