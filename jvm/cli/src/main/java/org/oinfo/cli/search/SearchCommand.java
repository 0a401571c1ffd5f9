package org.oinfo.cli.search;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.analysis.Analysis;
import org.oinfo.cli.analysis.AnalysisCommand;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.cli.analysis.ResumeOption;
import org.oinfo.cli.analysis.WorkForecast;
import org.oinfo.cli.cluster.MasterOption;
import org.oinfo.cli.input.DataShape;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.input.GroupsOption;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.MoreData;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.LowerCaseEnum;
import org.oinfo.cli.typed.NpletsFile;
import org.oinfo.data.Warning;
import org.oinfo.report.Provenance;
import org.oinfo.report.Report;
import org.oinfo.scan.Measure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code oinfo search}: n-plets of orders that no scan reaches. */
@Command(
        name = "search",
        description = {
            "Searches for large groups (n-plets) of the columns of DATA that are dominated by synergy or by redundancy, where"
                    + " there are too many groups to scan them all. What is found need not be the most extreme.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo search examples/activations.npy                                      greedy",
            "  oinfo search examples/activations.npy --starts 50 --beam 10 --max-order 30 --ends synergistic",
            "  oinfo search examples/activations.npy --paths all --format csv --out paths.csv",
            "  oinfo search examples/activations.npy --seeds pairs --max-order 10         from every pair",
            "  oinfo search examples/activations.npy --method anneal --order 8            at one order",
            "  oinfo search examples/activations.npy --method anneal --order 3..9 --chains 64 --sweeps 10",
            "  oinfo search examples/activations.npy --method refine --nplets paths.csv   greedy paths, refined",
            "  oinfo search examples/activations.npy --method random --order 12 --count 1000 --seed 7",
            "",
            "Annealing scores 64 n-plets at a time, too few for a GPU: where there is one, give --backend native.",
            "",
            "Ctrl-C stops a search; what is found is still printed, marked as partial (exit code 4)."
        })
public final class SearchCommand extends AnalysisCommand {
    @Option(names = "--dry-run", description = "print number of n-plets and memory, and search nothing")
    private boolean dryRun;

    @Mixin
    private MoreData more = new MoreData();

    @Mixin
    private SearchOptions options = new SearchOptions();

    @Mixin
    private GroupsOption groups = new GroupsOption();

    @Mixin
    private ResumeOption resume = new ResumeOption();

    @Mixin
    private MasterOption master = new MasterOption();

    /** A command that was typed so. */
    public SearchCommand(Streams streams, String typed) {
        super(streams, typed);
    }

    @Override
    protected GroupsOption groups() {
        return groups;
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
    protected OInformationOptions checked(OInformationOptions estimate) {
        options.requireOwn();
        groups.check();
        master.refuse("--groups", groups.given());
        return estimate.withRankBy(options.rankBy());
    }

    @Override
    protected @Nullable NpletsFile nplets() {
        return options.method() == SearchMethod.REFINE ? options.nplets() : null;
    }

    @Override
    protected MoreData moreData() {
        return more;
    }

    @Override
    protected @Nullable String foretell(DataSource source) throws IOException {
        DataShape shape = dryRun ? source.shape() : null;
        if (shape == null) {
            return null;
        }
        String name = LowerCaseEnum.text(options.method());
        // How many there are depends on the variables that vary, and of many variables they are not looked for.
        long nplets = shape.isWide()
                ? -1
                : options.method()
                        .search(options, groups.of(source.load()), input().seed(), standardInput())
                        .work();
        return WorkForecast.text("searched", name, shape, source.options().threads(), nplets, shape.correlationBytes());
    }

    @Override
    protected boolean stoppable() {
        return !dryRun;
    }

    @Override
    protected String computed() {
        return options.method()
                .computed()
                .replace(Measure.O.title(), options.rankBy().title());
    }

    @Override
    protected Analysis prepare(DataSource source) throws IOException {
        LoadedData data = groups.of(source.load());
        Search search = options.method().search(options, data, input().seed(), standardInput());
        String name = LowerCaseEnum.text(options.method());
        return new Analysis(data, data.warnings(search.orders()), progress -> {
            try (ProgressLine line = progress.begin(name, search.work())) {
                return new Named(name, groups, search.run(line));
            }
        });
    }

    /** The outcome of a method, by the name of the method. */
    private record Named(String method, GroupsOption groups, Outcome found) implements Outcome {
        @Override
        public List<Warning> warnings() {
            return found.warnings();
        }

        @Override
        public boolean partial() {
            return found.partial();
        }

        @Override
        public void describe(Provenance run) {
            run.put("method", method);
            found.describe(run);
            groups.describe(run);
        }

        @Override
        public Report report(ReportHead head) {
            return found.report(head);
        }
    }
}
