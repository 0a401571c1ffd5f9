package org.oinfo.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.input.InputOptions;
import org.oinfo.cli.input.LoadedSamples;
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
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnList;
import org.oinfo.data.Variables;
import org.oinfo.parallel.Monitor;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import org.oinfo.report.Quantity;
import org.oinfo.targets.GreedyTarget;
import org.oinfo.targets.LaggedTargets;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetModel;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetScan;
import org.oinfo.targets.TargetSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo dynamic}: what the past of groups of time series says about the next value of another. */
@Command(
        name = "dynamic",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
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
            "  oinfo dynamic series.csv                              every series as target, pairs and triplets",
            "  oinfo dynamic series.csv --target heart --lag 2 --bias-correct",
            "  oinfo dynamic series.npy --target 0 --method greedy --max-order 12",
            "",
            "Scores are made of each whole series and then lagged: one copula. Ctrl-C: what is finished is still printed,",
            "marked as partial (exit code 4)."
        })
public final class DynamicCommand implements Callable<Integer> {
    private static final int LARGEST_ORDER = 10;

    private final Streams streams;
    private final String typed;

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = "--target",
            paramLabel = "all|LIST",
            defaultValue = "all",
            description = "columns that are targets, each with all others as sources: numbers, ranges and names"
                    + " (default: all)")
    private String targets = "all";

    @Option(
            names = "--lag",
            paramLabel = "m",
            defaultValue = "1",
            description = "how many past values of each series are used (default: 1)")
    private int lag = 1;

    @Option(
            names = "--order",
            paramLabel = "ORDERS",
            defaultValue = "2..3",
            converter = Orders.Converter.class,
            description = "numbers of sources: 3, 2..5, 2,4, 3..N or all; greedy begins with the smallest of them"
                    + " (default: 2..3)")
    private Orders orders = new Orders.Converter().convert("2..3");

    @Option(
            names = "--method",
            paramLabel = "exhaustive|greedy",
            defaultValue = "exhaustive",
            description = "exhaustive: every n-plet of the orders; greedy: the best n-plet of the smallest order, then"
                    + " source by source the one that raises, or lowers, domega most (default: exhaustive)")
    private DynamicMethod method = DynamicMethod.EXHAUSTIVE;

    @Option(
            names = "--max-order",
            paramLabel = "k",
            description = "sources up to which greedy goes (default: 10, or all there are)")
    private @Nullable Integer maxOrder;

    @Option(
            names = "--top",
            paramLabel = "n",
            defaultValue = "5",
            converter = Top.Converter.class,
            description = "how many n-plets to list at each end for each target and order (default: 5)")
    private Top top = new Top.Converter().convert("5");

    @Option(
            names = "--rank-by",
            paramLabel = "domega|i|rsi",
            defaultValue = "domega",
            description = "what the listed n-plets are the extremes of; not with greedy (default: domega)")
    private TargetMeasure rankBy = TargetMeasure.DOMEGA;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** A command that was typed so. */
    public DynamicCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        OInformationOptions options = input.options(run);
        TargetListing.check(options);
        check();
        try (OutputFile out = output.open(List.of(input.data()), streams)) {
            LoadedSamples data = input.loadScores(options, streams.in());
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
            List<String> warnings = data.data().warnings(List.of());
            output.warn(warnings, streams);
            streams.interruption().arm();
            Provenance provenance = data.data().provenance(typed, output.unit());
            Listing listing = new Listing(provenance, variables, output.unit(), "nplets")
                    .figure("method", Quantity.TEXT, LowerCaseEnum.text(method))
                    .figure("lag", Quantity.COUNT, lag)
                    .figure("points", Quantity.COUNT, lagged.points());
            Work work = new Work(listing, lagged, options.threads());
            boolean partial = work.run(chosen, wanted, largest);
            provenance
                    .put("rank_by", LowerCaseEnum.text(rankBy))
                    .put("top", top.all() ? "all" : top.count())
                    .put("seconds", Seconds.since(begun))
                    .put("partial", partial)
                    .put("warnings", warnings);
            output.format().write(listing, out.writer());
            out.commit();
            return partial ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
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
        if (targets.equals("all")) {
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

    /** Goes through the targets and lists what is found. */
    private final class Work {
        private final Listing listing;
        private final TargetListing rows;
        private final LaggedTargets lagged;
        private final int threads;

        Work(Listing listing, LaggedTargets lagged, int threads) {
            this.listing = listing;
            this.rows = new TargetListing(listing, false);
            this.lagged = lagged;
            this.threads = threads;
        }

        /** Whether it was stopped. */
        boolean run(int[] chosen, List<Integer> wanted, int largest) {
            listing.column("target", Quantity.NPLET);
            rows.columns();
            if (method == DynamicMethod.GREEDY) {
                listing.column("best", Quantity.TEXT);
            }
            List<Integer> scanned = method == DynamicMethod.GREEDY ? wanted.subList(0, 1) : wanted;
            long nplets = 0;
            for (int order : scanned) {
                nplets += chosen.length * TargetScan.total(lagged.series() - 1, order);
            }
            boolean partial = false;
            try (ProgressLine progress = new ProgressLine(streams, output.quiet(), "n-plets", nplets)) {
                for (int i = 0; i < chosen.length && !partial; i++) {
                    TargetModel model = lagged.model(chosen[i]);
                    for (int order : scanned) {
                        partial |= scan(model, chosen[i], order, largest, progress);
                    }
                }
            }
            return partial;
        }

        private boolean scan(TargetModel model, int target, int order, int largest, Monitor monitor) {
            int kept = method == DynamicMethod.GREEDY ? 1 : top.count();
            TargetScan scan = new TargetScan(model, order, kept, rankBy);
            scan.run(threads, monitor);
            boolean partial = scan.partial();
            if (method == DynamicMethod.GREEDY) {
                partial |= path(model, target, false, scan.lowest(), largest, monitor);
                partial |= path(model, target, true, scan.highest(), largest, monitor);
            } else {
                scan.lowest().forEach(nplet -> add(target, rankBy.lowest(), nplet, List.of()));
                scan.highestOnly().forEach(nplet -> add(target, rankBy.highest(), nplet, List.of()));
            }
            return partial;
        }

        /** Lists the paths from some starts; whether one was stopped. */
        private boolean path(
                TargetModel model,
                int target,
                boolean redundant,
                List<TargetNplet> start,
                int largest,
                Monitor monitor) {
            boolean stopped = false;
            for (TargetNplet first : start) {
                GreedyTarget greedy = new GreedyTarget(model, redundant, monitor);
                List<TargetNplet> path = greedy.path(first, largest);
                TargetNplet best = greedy.best(path);
                String end = redundant ? rankBy.highest() : rankBy.lowest();
                path.forEach(nplet -> add(target, end, nplet, List.of(nplet.equals(best))));
                stopped |= greedy.stopped();
            }
            return stopped;
        }

        private void add(int target, String end, TargetNplet nplet, List<?> after) {
            Variables variables = listing.variables();
            IntUnaryOperator column = source -> variables.column(LaggedTargets.series(target, source));
            rows.add(List.of(new int[] {variables.column(target)}), end, nplet, column, after);
        }
    }
}
