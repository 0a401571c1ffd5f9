package org.oinfo.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.cli.input.EndsName;
import org.oinfo.cli.input.InputOptions;
import org.oinfo.cli.input.LoadedData;
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
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.Screen;
import org.oinfo.report.Provenance;
import org.oinfo.report.ScanReport;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.Measure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo scan}: every n-plet of some orders. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Scores every group (n-plet) of the given sizes (orders) of the columns of DATA, and prints how many are dominated"
                    + " by redundancy and by synergy, and the most extreme ones.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo scan data.csv                               every triplet",
            "  oinfo scan data.npy --order 3..5 --top 50         triplets, quadruplets, quintuplets",
            "  oinfo scan data.npy --order 6 --dry-run           how long would that take?",
            "  oinfo scan data.npy --order 6 --level extremes --ends synergistic    synergy alone",
            "  oinfo scan data.npy --order 4 --rank-by tc --ends largest             the strongest dependence",
            "  oinfo scan data.csv --columns 0-9,hip --format csv --out result.csv",
            "  oinfo scan r.csv --covariance --order all --level full --format json",
            "",
            "Ctrl-C stops a scan; what is finished is still printed, marked as partial (exit code 4)."
        })
public final class ScanCommand implements Callable<Integer> {
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
            names = "--top",
            paramLabel = "n|all",
            defaultValue = "20",
            converter = Top.Converter.class,
            description = "how many n-plets to list at each end (default: 20); all: every one, up to ten million")
    private Top top = new Top.Converter().convert("20");

    @Option(
            names = "--level",
            paramLabel = "extremes|plain|variables|full",
            defaultValue = "plain",
            description = "what is computed, each level on top of those before it. extremes: the most synergistic and"
                    + " redundant n-plets; plain: counts and mean; variables: count and mean for each variable;"
                    + " full: variance and histogram (default: plain)")
    private Level level = Level.PLAIN;

    @Option(
            names = "--ends",
            paramLabel = "both|synergistic|redundant",
            defaultValue = "both",
            converter = EndsName.class,
            description = "which extremes to look for and list; smallest and largest are the same in words that fit any"
                    + " measure (default: both)")
    private Ends ends = Ends.BOTH;

    @Option(
            names = "--rank-by",
            paramLabel = "o|tc|dtc|s",
            defaultValue = "o",
            description = "the measure whose smallest and largest n-plets are listed; counts, mean and histogram are of"
                    + " O-information whatever it is, and all others than o take several times as long (default: o)")
    private Measure rankBy = Measure.O;

    @Option(
            names = "--screen",
            paramLabel = "auto|double|single",
            defaultValue = "auto",
            description =
                    "precision of the comparison that selects candidates at --level extremes; the result is the same"
                            + " (default: auto)")
    private Screen screen = Screen.AUTO;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--dry-run", description = "print number of n-plets, memory and predicted time, and scan nothing")
    private boolean dryRun;

    /** A command that was typed so. */
    public ScanCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        OInformationOptions options = options();
        try (OutputFile out = output.open(List.of(input.data()), streams)) {
            LoadedData data = input.load(options, streams.in());
            List<Integer> wanted = orders.resolve(data.variables().count());
            wanted.forEach(data.info()::checkOrder);
            top.check(data.variables().count(), wanted);
            List<String> warnings = data.warnings(wanted);
            output.warn(warnings, streams);
            if (dryRun) {
                DryRun.print(data, wanted, out.writer());
                out.commit();
                return ExitCode.DONE;
            }
            streams.interruption().arm();
            List<ScanResult> results = scan(data.info(), wanted);
            ScanReport report = report(data, results, warnings, begun);
            output.format().write(report, out.writer());
            out.commit();
            return partial(results) ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }

    private OInformationOptions options() {
        if (screen == Screen.SINGLE && level.counts()) {
            throw new BadInputException(
                    "--screen single needs --level extremes, counts need double precision: found --level "
                            + LowerCaseEnum.text(level) + "; choose another level or screen");
        }
        return input.options(run)
                .withLevel(level)
                .withTop(top.count())
                .withEnds(ends)
                .withScreen(screen)
                .withRankBy(rankBy);
    }

    private List<ScanResult> scan(OInformation info, List<Integer> wanted) {
        if (info.oneWalk(wanted)) {
            return scan(info, wanted, "orders " + wanted.getFirst() + ".." + wanted.getLast());
        }
        List<ScanResult> results = new ArrayList<>();
        for (int order : wanted) {
            results.addAll(scan(info, List.of(order), "order " + order));
        }
        return results;
    }

    private List<ScanResult> scan(OInformation info, List<Integer> together, String name) {
        long nplets = together.stream()
                .mapToLong(order -> BlockGrid.total(info.variables().count(), order))
                .sum();
        try (ProgressLine progress = new ProgressLine(streams, output.quiet(), name, nplets)) {
            return info.scan(together, progress);
        }
    }

    private ScanReport report(LoadedData data, List<ScanResult> results, List<String> warnings, long begun) {
        Provenance provenance = data.provenance(typed, output.unit())
                .put("level", LowerCaseEnum.text(level))
                .put("ends", EndsName.text(ends, rankBy))
                .put("screen", LowerCaseEnum.text(screen))
                .put("rank_by", rankBy.text())
                .put("top", top.all() ? "all" : top.count())
                .put("seconds", Seconds.since(begun))
                .put("partial", partial(results))
                .put("warnings", warnings);
        return new ScanReport(provenance, data.variables(), data.info().collinear(), results, output.unit());
    }

    private static boolean partial(List<ScanResult> results) {
        return results.stream().anyMatch(ScanResult::partial);
    }
}
