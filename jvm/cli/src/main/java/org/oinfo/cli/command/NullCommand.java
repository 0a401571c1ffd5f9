package org.oinfo.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.Needs;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.Statistics;
import org.oinfo.cli.analysis.Analysis;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ResumeOption;
import org.oinfo.cli.cluster.MasterOption;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.MoreData;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.NpletsFile;
import org.oinfo.cli.typed.Orders;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Warning;
import org.oinfo.statistics.surrogate.NullResult;
import org.oinfo.statistics.surrogate.NullSettings;
import org.oinfo.statistics.surrogate.Surrogate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo null}: are the extremes of a scan more than chance, or more than pairwise dependence? */
@Command(
        name = "null",
        description = {
            "Compares the most synergistic and most redundant groups (n-plets) of DATA, or given ones, with surrogates without"
                    + " structure or without synergy, each scanned as the data are.",
            "",
            "Is anything there? --surrogate shuffle, or shift for time series: all columns are independent. A small p_fwer says"
                    + " that the columns of the n-plet depend on each other, not how.",
            "Is it synergy? --surrogate tree: columns depend on each other along a tree of their strongest correlations, which"
                    + " has no synergy. A small p_fwer at the synergy end says that there is less O-information than"
                    + " such a tree explains; at the redundancy end more, which does not exclude synergy.",
            "Is it more than the number of dimensions? --surrogate spectrum: random correlations with the eigenvalues of the data's."
                    + " A small p_fwer says that it matters which columns go together.",
            "",
            "p_fwer: share of the surrogates whose most extreme n-plet of the whole order is as extreme, at the n-plet's end;"
                    + " corrected for having looked at all n-plets. Double it for one statement about both ends.",
            "gain, p_carry: what the n-plet adds to its most extreme part of one variable less, and whether that is chance"
                    + " because some variable is independent of the others in it.",
            "p, q (given n-plets): of each n-plet alone, and its false discovery rate over the list; honest only if the n-plets"
                    + " were not chosen by looking at the same data.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo null examples/activations.npy                the extreme triplets",
            "  oinfo null examples/activations.npy --surrogate tree   is it synergy?",
            "  oinfo null examples/activations.npy --order 4 --surrogates 199 --top 100",
            "  oinfo null examples/series.csv --surrogate shift   time series",
            "  oinfo null examples/activations.npy --order 8 --family search --surrogate tree   a search's result",
            "  printf '10,22,31\\n24,32,34\\n' | oinfo null examples/activations.npy --nplets - --family list",
            "",
            "Ctrl-C stops it; what the finished surrogates say is still printed, marked as partial (exit code 4)."
        })
public final class NullCommand extends AnalysisCommand {
    private static final int MOST_LISTED = 10_000;
    private static final int USUAL_ORDER = 3;
    private static final NullSettings USUAL = NullSettings.of(USUAL_ORDER);

    @Mixin
    private MoreData more = new MoreData();

    @Option(
            names = "--order",
            paramLabel = "k",
            description = "size of the n-plets, N for all columns (default: " + USUAL_ORDER
                    + ", or that of the given n-plets)")
    private @Nullable Orders order;

    @Option(
            names = "--surrogates",
            paramLabel = "B",
            description = "number of surrogates; no p is below 1/(1+B) (default: ${DEFAULT-VALUE})")
    private int surrogates = USUAL.surrogates();

    @Option(
            names = "--surrogate",
            paramLabel = "shuffle|shift|tree|spectrum",
            description =
                    "shuffle: every column in random order, for independent samples; shift: every column rotated at"
                            + " random, for time series; tree: samples of a Gaussian tree with the data's margins, for"
                            + " independent samples; spectrum: random correlations with the data's eigenvalues (default: ${DEFAULT-VALUE})")
    private Surrogate kind = USUAL.kind();

    @Option(names = "--top", paramLabel = "K", description = "how many n-plets to list at each end (default: 20)")
    private @Nullable Integer top;

    @Option(
            names = "--nplets",
            paramLabel = "FILE",
            description =
                    "test these n-plets of one size instead of the extremes: one a line, 0-based columns or names,"
                            + " separated by , or ; (see `oinfo measures --help`); - for standard input")
    private @Nullable NpletsFile nplets;

    @Option(
            names = "--family",
            paramLabel = "order|list|search",
            description =
                    "p_fwer is corrected for all n-plets of the order; or for the given list only, which scans nothing"
                            + " else and is honest only for a list chosen without these data; or for a greedy search up to"
                            + " the order, as `oinfo search` makes it, which is run again on every surrogate"
                            + " (default: ${DEFAULT-VALUE})")
    private NullSettings.Family family = USUAL.family();

    @Mixin
    private NullSearch search = new NullSearch();

    @Mixin
    private ResumeOption resume = new ResumeOption();

    @Mixin
    private MasterOption master = new MasterOption();

    /** A command that was typed so. */
    public NullCommand(Streams streams, String typed) {
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
        input().requireSamples(Needs.of(kind), options);
        if (top != null && (top < 1 || top > MOST_LISTED)) {
            throw new BadInputException("--top must be 1 to " + MOST_LISTED + ": found " + top);
        }
        if (top != null && nplets != null) {
            throw new BadInputException(
                    "--top must not be given with --nplets, whose n-plets are all listed: found --top " + top
                            + "; leave one of the two out");
        }
        if (nplets != null && family == NullSettings.Family.SEARCH) {
            throw new BadInputException(
                    "--nplets must not be given with --family search, which finds n-plets itself: leave"
                            + " one of the two out");
        }
        if (nplets == null && family == NullSettings.Family.LIST) {
            throw new BadInputException(
                    "--family list needs a list: give --nplets FILE, with n-plets chosen without these data");
        }
        search.requireFamily(family);
        return top == null ? options : options.withTop(top);
    }

    @Override
    protected @Nullable NpletsFile nplets() {
        return nplets;
    }

    @Override
    protected MoreData moreData() {
        return more;
    }

    @Override
    protected String computed() {
        return "whether groups of columns (n-plets) are more extreme than those of "
                + switch (kind) {
                    case SHUFFLE, SHIFT -> "independent columns";
                    case TREE -> "columns without synergy (a tree)";
                    case SPECTRUM -> "random correlations with the same eigenvalues";
                };
    }

    @Override
    protected Analysis prepare(DataSource source) throws IOException {
        LoadedData data = source.load();
        OInformation info = data.info();
        List<int[]> given = nplets == null ? List.of() : nplets.read(info.variables(), standardInput());
        NullSettings settings = settings(given, info.variables().count());
        settings.check(info.samples(), info.variables().count());
        if (nplets != null) {
            settings.check(given);
        }
        List<Warning> warnings = new ArrayList<>(data.warnings(List.of(settings.order())));
        warnings.addAll(NullWarnings.of(info, kind));
        return new Analysis(data, warnings, progress -> {
            NullResult result = test(info.statistics(), given, settings, progress);
            // Who asks whether anything is there should know of what correlations cannot show.
            TripletScreen screen = result.partial() ? null : TripletScreen.of(data, progress);
            Outcome outcome = Outcome.of(
                    screen == null ? List.of() : screen.warnings(),
                    head -> new NullListing(head).of(result, nplets != null));
            return Outcome.of(result.partial(), outcome);
        });
    }

    private NullSettings settings(List<int[]> given, int variables) {
        int size = order != null ? order.one(variables) : given.isEmpty() ? USUAL_ORDER : given.getFirst().length;
        return NullSettings.of(size)
                .withSurrogates(surrogates)
                .withKind(kind)
                .withSeed(input().seed())
                .withFamily(family);
    }

    private NullResult test(Statistics statistics, List<int[]> given, NullSettings settings, ProgressLines progress) {
        try (ProgressLine line = progress.begin("surrogates, order " + settings.order(), settings.surrogates())) {
            if (family == NullSettings.Family.SEARCH) {
                return statistics.nullTest(search.settings(settings.order()), settings, line);
            }
            return nplets == null ? statistics.nullTest(settings, line) : statistics.nullTest(given, settings, line);
        }
    }
}
