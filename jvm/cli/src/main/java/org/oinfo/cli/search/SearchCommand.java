package org.oinfo.cli.search;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.oinfo.OInformationOptions;
import org.oinfo.cli.input.InputOptions;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.LowerCaseEnum;
import org.oinfo.cli.input.RunOptions;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.cli.process.OutputOptions;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.Seconds;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.Version;
import org.oinfo.report.Listing;
import org.oinfo.report.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code oinfo search}: n-plets of orders that no scan reaches. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
        description = {
            "Searches for large groups (n-plets) of the columns of DATA that are dominated by synergy or by redundancy, where"
                    + " there are too many groups to scan them all. What is found need not be the most extreme.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  oinfo search data.csv                                      greedy, up to 20 columns",
            "  oinfo search data.npy --starts 50 --beam 10 --max-order 50 --ends synergistic",
            "  oinfo search data.csv --paths all --format csv --out paths.csv",
            "  oinfo search data.csv --method anneal --order 10           simulated annealing at one size",
            "  oinfo search data.csv --method anneal --order 3..20 --chains 1024 --ends synergistic",
            "  oinfo search data.csv --method refine --nplets paths.csv   greedy paths, refined",
            "  oinfo search data.csv --method random --order 12 --count 1000 --seed 7    a baseline",
            "",
            "Annealing scores 64 n-plets at a time, too few for a GPU: where there is one, give --backend simd.",
            "",
            "Ctrl-C stops a search; what is found is still printed, marked as partial (exit code 4)."
        })
public final class SearchCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private SearchOptions options = new SearchOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** A command that was typed so. */
    public SearchCommand(Streams streams, String typed) {
        this.streams = streams;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        OInformationOptions estimate = input.options(run);
        SearchMethod method = options.method();
        try (OutputFile out = output.open(options.inputs(input.data()), streams)) {
            LoadedData data = input.load(estimate, streams.in());
            Search search = method.search(options, data, input.seed(), streams.in());
            List<String> warnings = data.warnings(search.orders());
            output.warn(warnings, streams);
            streams.interruption().arm();
            Search.Found found = run(search, LowerCaseEnum.text(method));
            Provenance provenance = data.provenance(typed, output.unit()).put("method", LowerCaseEnum.text(method));
            found.describe(provenance);
            provenance
                    .put("seconds", Seconds.since(begun))
                    .put("partial", found.partial())
                    .put("warnings", warnings);
            Listing listing = found.list(provenance, data.variables(), output.unit());
            output.format().write(listing, out.writer());
            out.commit();
            return found.partial() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }

    private Search.Found run(Search search, String name) {
        try (ProgressLine progress = new ProgressLine(streams, output.quiet(), name, search.work())) {
            return search.run(progress);
        }
    }
}
