package org.oinfo.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.analysis.Analysis;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.input.LoadedSamples;
import org.oinfo.cli.input.LowerCaseEnum;
import org.oinfo.cli.input.Orders;
import org.oinfo.cli.input.Top;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.cli.process.Streams;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnList;
import org.oinfo.data.Variables;
import org.oinfo.parallel.Monitor;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.report.Report;
import org.oinfo.targets.GreedyTarget;
import org.oinfo.targets.LaggedTargets;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetModel;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetScan;
import org.oinfo.targets.TargetSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
            "",
            "Scores are made of each whole series and then lagged: one copula. Ctrl-C: what is finished is still printed,",
            "marked as partial (exit code 4)."
        })
public final class DynamicCommand extends AnalysisCommand {
    private static final int LARGEST_ORDER = 10;
    private static final String ALL = "all";

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
            names = "--order",
            paramLabel = "ORDERS",
            description = "numbers of sources: 3, 2..5, 2,4, 3..N or all; greedy begins with the smallest of them"
                    + " (default: ${DEFAULT-VALUE})")
    private Orders orders = Orders.of("2..3");

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

    /** A command that was typed so. */
    public DynamicCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    protected OInformationOptions checked(OInformationOptions options) {
        TargetListing.check(options);
        check();
        return options;
    }

    @Override
    protected Analysis prepare(OInformationOptions options) {
        LoadedSamples data = input().loadScores(options, standardInput());
        Variables variables = data.data().variables();
        int sources = variables.count() - 1;
        List<Integer> wanted = orders.resolve(sources);
        wanted.forEach(order -> TargetScan.total(sources, order));
        top.check(sources, wanted);
        int largest = largest(wanted, sources);
        int[] chosen = targets(variables);
        TargetSettings settings =
                new TargetSettings(data.data().info().backend(), options.biasCorrect(), options.threads());
        LaggedTargets lagged = LaggedTargets.of(data.scores(), lag, largest, variables, settings);
        List<Integer> scanned = method == DynamicMethod.GREEDY ? wanted.subList(0, 1) : wanted;
        return new Analysis(data.data(), data.data().warnings(List.of()), progress -> {
            PerTarget found = new PerTarget(lagged, largest, options.threads());
            found.run(chosen, scanned, progress);
            return found;
        });
    }

    private void check() {
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

    /** Positions of the targets. */
    private int[] targets(Variables variables) {
        if (targets.equals(ALL)) {
            return IntStream.range(0, variables.count()).toArray();
        }
        int[] columns = ColumnList.parse(targets, variables.names(), variables.originals(), "--target");
        for (int column : columns) {
            if (variables.position(column) < 0) {
                boolean constant = IntStream.of(variables.dead()).anyMatch(dead -> dead == column);
                throw new BadInputException("--target must name series that take part: " + variables.described(column)
                        + (constant ? " is constant" : " was not chosen") + "; choose another");
            }
        }
        return IntStream.of(columns).map(variables::position).toArray();
    }

    /**
     * An n-plet of sources of a target.
     *
     * @param best whether it is the best of its path; null without paths
     */
    private record ListedNplet(
            int target,
            String end,
            TargetNplet nplet,
            @Nullable Boolean best) {}

    /** The extremes of every target, or the paths to them. */
    private final class PerTarget implements Outcome {
        private final LaggedTargets lagged;
        private final int largest;
        private final int threads;
        private final List<ListedNplet> listed = new ArrayList<>();
        private boolean partial;

        PerTarget(LaggedTargets lagged, int largest, int threads) {
            this.lagged = lagged;
            this.largest = largest;
            this.threads = threads;
        }

        void run(int[] chosen, List<Integer> scanned, ProgressLines progress) {
            long nplets = 0;
            for (int order : scanned) {
                nplets += chosen.length * TargetScan.total(lagged.series() - 1, order);
            }
            try (ProgressLine line = progress.begin("n-plets", nplets)) {
                for (int i = 0; i < chosen.length && !partial; i++) {
                    TargetModel model = lagged.model(chosen[i]);
                    for (int order : scanned) {
                        scan(model, chosen[i], order, line);
                    }
                }
            }
        }

        private void scan(TargetModel model, int target, int order, Monitor monitor) {
            int kept = method == DynamicMethod.GREEDY ? 1 : top.count();
            TargetScan scan = new TargetScan(model, order, kept, rankBy);
            scan.run(threads, monitor);
            partial |= scan.partial();
            if (method == DynamicMethod.GREEDY) {
                scan.lowest()
                        .forEach(
                                first -> path(new GreedyTarget(model, false, monitor), target, rankBy.lowest(), first));
                scan.highest()
                        .forEach(
                                first -> path(new GreedyTarget(model, true, monitor), target, rankBy.highest(), first));
            } else {
                scan.lowest().forEach(nplet -> add(target, rankBy.lowest(), nplet, null));
                scan.highestOnly().forEach(nplet -> add(target, rankBy.highest(), nplet, null));
            }
        }

        private void path(GreedyTarget greedy, int target, String end, TargetNplet first) {
            List<TargetNplet> path = greedy.path(first, largest);
            TargetNplet best = greedy.best(path);
            path.forEach(nplet -> add(target, end, nplet, nplet.equals(best)));
            partial |= greedy.stopped();
        }

        private void add(int target, String end, TargetNplet nplet, @Nullable Boolean best) {
            listed.add(new ListedNplet(target, end, nplet, best));
        }

        @Override
        public boolean partial() {
            return partial;
        }

        @Override
        public void describe(Provenance run) {
            run.put("rank_by", LowerCaseEnum.text(rankBy)).put("top", top.described());
        }

        @Override
        public Report report(ReportHead head) {
            Listing listing = head.listing("nplets")
                    .figure("method", Quantity.TEXT, LowerCaseEnum.text(method))
                    .figure("lag", Quantity.COUNT, lag)
                    .figure("points", Quantity.COUNT, lagged.points())
                    .column("target", Quantity.NPLET);
            TargetListing rows = new TargetListing(listing, false);
            rows.columns();
            if (method == DynamicMethod.GREEDY) {
                listing.column("best", Quantity.TEXT);
            }
            Variables variables = head.variables();
            for (ListedNplet one : listed) {
                IntUnaryOperator column = source -> variables.column(LaggedTargets.series(one.target(), source));
                int[] target = {variables.column(one.target())};
                List<Boolean> best = one.best() == null ? List.of() : List.of(one.best());
                rows.add(List.of(target), one.end(), one.nplet(), column, best);
            }
            return listing;
        }
    }
}
