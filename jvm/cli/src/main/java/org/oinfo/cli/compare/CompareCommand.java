package org.oinfo.cli.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.Comparisons;
import org.oinfo.Needs;
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
import org.oinfo.cli.input.SecondData;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.Orders;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Warning;
import org.oinfo.report.Provenance;
import org.oinfo.report.Report;
import org.oinfo.scan.Measure;
import org.oinfo.statistics.comparison.ComparisonResult;
import org.oinfo.statistics.comparison.ComparisonSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo compare}: which n-plets differ between two data sets, and is that more than chance? */
@Command(
        name = "compare",
        description = {
            "Scores every group (n-plet) of an order in two data sets with the same columns, lists those whose"
                    + " O-information differs most, and tests the differences.",
            "",
            "Differences are DATA less DATA2. The hypothesis that is tested: columns depend on each other in the same way in"
                    + " both. Other scales and locations are no difference, nor, with the copula, are other distributions of"
                    + " single columns. Rows must be independent: those of time series cannot change places.",
            "",
            "p_fwer: share of the permutations of the rows' labels whose most extreme difference of the whole order is as"
                    + " extreme, at the n-plet's end; corrected for having looked at all n-plets. Double it for one"
                    + " statement about both ends.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo simulate synergistic --samples 300 --out a.csv",
            "  oinfo simulate independent --samples 200 --out b.csv",
            "  oinfo compare a.csv b.csv                          what only one of them has",
            "  oinfo compare a.csv b.csv --order 4 --permutations 199 --top 5",
            "  oinfo compare a.csv b.csv --rank-by tc --order 2   pairs: mutual information",
            "  oinfo compare a.csv a.csv --paired                 before and after, row by row: here the same",
            "",
            "Ctrl-C stops it; what the finished permutations say is still printed, marked as partial (exit code 4)."
        })
public final class CompareCommand extends AnalysisCommand {
    private static final int MOST_LISTED = 10_000;
    private static final int USUAL_ORDER = 3;
    private static final ComparisonSettings USUAL = ComparisonSettings.of(USUAL_ORDER);

    private final SecondData second = new SecondData();

    @Option(
            names = "--order",
            paramLabel = "k",
            description = "size of the n-plets, N for all columns (default: " + USUAL_ORDER + ")")
    private @Nullable Orders order;

    @Option(
            names = "--permutations",
            paramLabel = "B",
            description = "number of permutations; no p is below 1/(1+B) (default: ${DEFAULT-VALUE})")
    private int permutations = USUAL.permutations();

    @Option(
            names = "--paired",
            description = "row t of DATA and row t of DATA2 belong together: only these change places")
    private boolean paired;

    @Option(
            names = "--rank-by",
            paramLabel = "o|tc|dtc|s",
            description = "the measure whose differences are ranked and tested (default: ${DEFAULT-VALUE})")
    private Measure rankBy = USUAL.measure();

    @Option(
            names = "--top",
            paramLabel = "K",
            description = "how many n-plets to list at each end (default: ${DEFAULT-VALUE})")
    private int top = OInformationOptions.defaults().top();

    @Mixin
    private ResumeOption resume = new ResumeOption();

    @Mixin
    private MasterOption master = new MasterOption();

    /** A command that was typed so. */
    public CompareCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    protected SecondData moreData() {
        return second;
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
        input().requireSamples(Needs.COMPARISON, options);
        if (top < 1 || top > MOST_LISTED) {
            throw new BadInputException("--top must be 1 to " + MOST_LISTED + ": found " + top);
        }
        if (permutations < 1 || permutations > ComparisonSettings.MOST_PERMUTATIONS) {
            throw new BadInputException("--permutations must be 1 to " + ComparisonSettings.MOST_PERMUTATIONS
                    + ": found " + permutations + "; 1000 give p-values down to 0.001");
        }
        return options.withTop(top);
    }

    @Override
    protected String computed() {
        return "how the " + rankBy.title() + " of groups of columns (n-plets) differs between two data sets";
    }

    @Override
    protected Analysis prepare(DataSource source) {
        List<LoadedData> both = source.loadEach();
        if (paired) {
            both.forEach(CompareCommand::requireEveryRow);
        }
        Comparisons comparisons = both.getFirst().info().against(both.getLast().info());
        int variables = comparisons.columns().length;
        ComparisonSettings settings = ComparisonSettings.of(order == null ? USUAL_ORDER : order.one(variables), rankBy)
                .withPermutations(permutations)
                .withPaired(paired)
                .withSeed(input().seed());
        settings.check(both.getFirst().info().samples(), both.getLast().info().samples(), variables);
        return new Analysis(
                both.getFirst(),
                warnings(both, settings.order()),
                progress -> new Compared(both, test(comparisons, settings, progress)));
    }

    /** Behind a row that was left out of one data set alone, rows would stand beside others than their own. */
    private static void requireEveryRow(LoadedData data) {
        int dropped = data.origin().droppedRows();
        if (dropped > 0) {
            throw new BadInputException(
                    "--paired needs every row, row t of DATA beside row t of DATA2: found " + dropped
                            + " left out of " + data.origin().source()
                            + " for missing values; leave them out of both files, or their columns out with --drop");
        }
    }

    private static List<Warning> warnings(List<LoadedData> both, int order) {
        List<Warning> all = new ArrayList<>();
        for (LoadedData data : both) {
            List<Warning> known = new ArrayList<>(data.warnings(List.of(order)));
            known.addAll(
                    SlowSeries.of(
                            data,
                            "rows that are exchanged one by one lack that memory, and p_fwer is too small: take every n-th row"));
            for (Warning warning : known) {
                all.add(new Warning(warning.name(), data.origin().source() + ": " + warning.message(), warning.data()));
            }
        }
        return all;
    }

    private static ComparisonResult test(Comparisons comparisons, ComparisonSettings settings, ProgressLines progress) {
        try (ProgressLine line = progress.begin("permutations, order " + settings.order(), settings.permutations())) {
            return comparisons.test(settings, line);
        }
    }

    /** Two data sets and their differences. */
    private record Compared(List<LoadedData> both, ComparisonResult result) implements Outcome {
        @Override
        public boolean partial() {
            return result.partial();
        }

        @Override
        public void describe(Provenance run) {
            run.put("input", run.text("input") + " less " + second().origin().source())
                    .put("samples", result.firstSamples() + result.secondSamples())
                    .put("second_checksum", "sha256:" + second().origin().checksum())
                    .put("second_dropped_rows", second().origin().droppedRows())
                    .put("rank_by", result.settings().measure().text());
        }

        private LoadedData second() {
            return both.getLast();
        }

        @Override
        public Report report(ReportHead head) {
            return new CompareListing(head, both).of(result);
        }
    }
}
