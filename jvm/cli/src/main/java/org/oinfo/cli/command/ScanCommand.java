package org.oinfo.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.cli.analysis.Analysis;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.analysis.ResultWarnings;
import org.oinfo.cli.analysis.ResumeOption;
import org.oinfo.cli.cluster.MasterOption;
import org.oinfo.cli.input.DataShape;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.input.GroupsOption;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.MoreData;
import org.oinfo.cli.input.OrderOption;
import org.oinfo.cli.input.WindowOptions;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.EndsName;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.cli.typed.RankByName;
import org.oinfo.cli.typed.Top;
import org.oinfo.data.Warning;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.Screen;
import org.oinfo.report.Correlations;
import org.oinfo.report.Provenance;
import org.oinfo.report.Report;
import org.oinfo.report.ScanReport;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.RankBy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo scan}: every n-plet of some orders. */
@Command(
        name = "scan",
        description = {
            "Scores every group (n-plet) of the given sizes (orders) of the columns of DATA, and prints how many are dominated"
                    + " by redundancy and by synergy, and the most extreme ones.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo scan examples/series.csv                              every triplet",
            "  oinfo scan examples/activations.npy --order 3..5 --top 50   triplets, quadruplets, quintuplets",
            "  oinfo scan examples/activations.npy --order 6 --dry-run     how long would that take?",
            "  oinfo scan examples/activations.npy --order 5 --level extremes --ends synergistic",
            "  oinfo scan examples/activations.npy --order 4 --rank-by tc --ends largest",
            "  oinfo scan examples/activations.npy --order 5 --rank-by delta3 --ends largest   synergy beyond 3",
            "  oinfo scan examples/activations.npy --groups '0-9;10-19' --mix any   triplets across two groups",
            "  oinfo scan examples/series.csv --columns 0-3,motion --format csv --out result.csv",
            "  oinfo scan examples/series.csv --level full --report r.html --plot landscape.svg   to look at",
            "  oinfo scan examples/series.csv --window 100 --step 50 --format csv   how it changes along a series",
            "  oinfo scan examples/correlations.csv --covariance --order all --level full --format json",
            "",
            "Ctrl-C stops a scan; what is finished is still printed, marked as partial (exit code 4). With --resume"
                    + " the same command goes on from there later, as it does when the process was killed."
        })
public final class ScanCommand extends AnalysisCommand {
    private static final OInformationOptions USUAL = OInformationOptions.defaults();

    private final Streams streams;
    private final String typed;

    @Mixin
    private MoreData more = new MoreData();

    @Mixin
    private OrderOption orders = new OrderOption();

    @Option(
            names = "--top",
            paramLabel = "n|all",
            description =
                    "how many n-plets to list at each end (default: ${DEFAULT-VALUE}); all: every one, up to ten million")
    private Top top = Top.first(USUAL.top());

    @Option(
            names = "--level",
            paramLabel = "extremes|plain|full",
            description = "what is computed, each level on top of those before it. extremes: the most synergistic and"
                    + " redundant n-plets; plain: counts and mean; full: variance and histogram, count and mean for"
                    + " each variable (default: ${DEFAULT-VALUE})")
    private Level level = USUAL.level();

    @Option(
            names = "--ends",
            paramLabel = "both|synergistic|redundant",
            converter = EndsName.class,
            completionCandidates = EndsName.class,
            description = "which extremes to look for and list; smallest and largest are the same in words that fit any"
                    + " measure (default: ${DEFAULT-VALUE})")
    private Ends ends = USUAL.ends();

    @Option(
            names = "--rank-by",
            paramLabel = "MEASURE",
            converter = RankByName.class,
            description =
                    "the measure whose smallest and largest n-plets are listed: o, tc, dtc, s, delta0 to delta99 (s - m tc),"
                            + " or a sum such as 0.5*tc-2*dtc; counts, mean and histogram are of O-information whatever"
                            + " it is, and all others than o take several times as long (default: o)")
    private RankBy rankBy = USUAL.rankBy();

    @Mixin
    private GroupsOption groups = new GroupsOption();

    @Mixin
    private WindowOptions windows = new WindowOptions();

    @Mixin
    private ResumeOption resume = new ResumeOption();

    @Mixin
    private MasterOption master = new MasterOption();

    @Mixin
    private VerifyOption verify = new VerifyOption();

    @Option(names = "--dry-run", description = "print number of n-plets, memory and predicted time, and scan nothing")
    private boolean dryRun;

    @Option(
            names = "--no-screen",
            description =
                    "do not look, after a scan of correlations, for dependence that is not monotone and that they cannot"
                            + " see; it is warned about")
    private boolean noScreen;

    /** A command that was typed so. */
    public ScanCommand(Streams streams, String typed) {
        super(streams, typed);
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    protected GroupsOption groups() {
        return groups;
    }

    @Override
    protected OInformationOptions checked(OInformationOptions options) {
        groups.check();
        master.refuse("--window", windows.given());
        master.refuse("--groups", groups.given());
        verify.check(dryRun);
        return options.withLevel(level)
                .withTop(top.count())
                .withEnds(ends)
                .withRankBy(rankBy)
                .withVerify(verify.wanted());
    }

    @Override
    protected boolean readsLocations() {
        return master.given();
    }

    @Override
    protected MoreData moreData() {
        return more;
    }

    @Override
    protected ResumeOption resume() {
        return resume;
    }

    @Override
    protected boolean opensJournal() {
        return true;
    }

    @Override
    protected WindowOptions windows() {
        return windows;
    }

    @Override
    protected @Nullable String foretell(DataSource source) {
        DataShape shape = dryRun ? source.shape() : null;
        return shape != null && shape.isWide() && !groups.given()
                ? DryRun.text(source.loadFirst(DataShape.FEW).info(), shape, orders.of(shape.variables()))
                : null;
    }

    @Override
    protected String computed() {
        return "the O-information of every group of columns (n-plet) of each order";
    }

    @Override
    protected Analysis prepare(DataSource source) {
        LoadedData data = groups.of(source.load(master::estimate));
        OInformation info = data.info();
        List<Integer> wanted = orders.of(info);
        top.check(info.variables().count(), wanted);
        return new Analysis(data, data.warnings(wanted), progress -> {
            List<ScanResult> results = resume.given() && !windows.given()
                    ? resume.scan(info, wanted, progress, streams.err(), typed)
                    : scan(info, wanted, progress);
            boolean partial = results.stream().anyMatch(ScanResult::partial);
            return new Scanned(info, results, noScreen || partial ? null : TripletScreen.of(data, progress));
        });
    }

    @Override
    protected MasterOption master() {
        return master;
    }

    @Override
    protected @Nullable String forecast(LoadedData data) {
        return dryRun ? DryRun.text(data, orders.of(data.info())) : null;
    }

    @Override
    protected boolean stoppable() {
        return !dryRun;
    }

    private static List<ScanResult> scan(OInformation info, List<Integer> wanted, ProgressLines progress) {
        if (info.scans().oneWalk(wanted)) {
            return scan(info, wanted, "orders " + wanted.getFirst() + ".." + wanted.getLast(), progress);
        }
        List<ScanResult> results = new ArrayList<>();
        for (int order : wanted) {
            results.addAll(scan(info, List.of(order), "order " + order, progress));
        }
        return results;
    }

    private static List<ScanResult> scan(
            OInformation info, List<Integer> together, String name, ProgressLines progress) {
        long nplets = BlockGrid.sum(together.stream().mapToLong(info.scans()::total));
        try (ProgressLine line = progress.begin(name, nplets)) {
            List<ScanResult> results = info.scan(together, line);
            results.forEach(progress.rows()::order);
            return results;
        }
    }

    /** Landscapes of all orders. */
    private final class Scanned implements Outcome {
        private final OInformation info;
        private final List<ScanResult> results;
        private final @Nullable TripletScreen screen;

        Scanned(OInformation info, List<ScanResult> results, @Nullable TripletScreen screen) {
            this.info = info;
            this.results = results;
            this.screen = screen;
        }

        @Override
        public List<Warning> warnings() {
            List<Warning> warnings = new ArrayList<>(ResultWarnings.of(results, info.options()));
            if (screen != null) {
                warnings.addAll(screen.warnings());
            }
            return warnings;
        }

        @Override
        public boolean partial() {
            return results.stream().anyMatch(ScanResult::partial);
        }

        @Override
        public void describe(Provenance run) {
            run.put("level", LowerCaseEnum.text(level))
                    .put("ends", EndsName.text(ends, rankBy))
                    .put("screen", LowerCaseEnum.text(Screen.AUTO))
                    .put("triplet_screen", screen == null ? null : screen.extent())
                    .put("rank_by", rankBy.text())
                    .put("top", top.described());
            groups.describe(run);
        }

        @Override
        public Report report(ReportHead head) {
            return new ScanReport(
                    head.run(),
                    head.variables(),
                    info.collinear(),
                    results,
                    head.unit(),
                    info.options().threads(),
                    Correlations.of(info, results));
        }
    }
}
