package org.oinfo.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Ends;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The method of a search and the options of every method; each method takes its own. */
final class SearchOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--method",
            paramLabel = "greedy|random",
            defaultValue = "greedy",
            description = "greedy: from the extremes of a scan, a variable at a time; random: n-plets drawn alike, with"
                    + " replacement, as a baseline (default: greedy)")
    private SearchMethod method = SearchMethod.GREEDY;

    @Option(
            names = "--start-order",
            paramLabel = "k",
            defaultValue = "3",
            description = "greedy: size of the n-plets to start from; all of them are scanned (default: 3)")
    private int startOrder = 3;

    @Option(
            names = "--starts",
            paramLabel = "n",
            defaultValue = "10",
            description = "greedy: how many of the most extreme ones to start from at each end (default: 10)")
    private int starts = 10;

    @Option(
            names = "--beam",
            paramLabel = "n",
            defaultValue = "1",
            description = "greedy: how many n-plets each start keeps at every step (default: 1)")
    private int beam = 1;

    @Option(
            names = "--max-order",
            paramLabel = "k",
            description = "greedy: the largest size (default: 20, or fewer where there are fewer columns or samples)")
    private @Nullable Integer maxOrder;

    @Option(
            names = "--ends",
            paramLabel = "both|synergistic|redundant",
            defaultValue = "both",
            description = "greedy: what to grow towards (default: both)")
    private Ends ends = Ends.BOTH;

    @Option(
            names = "--paths",
            paramLabel = "best|all",
            defaultValue = "best",
            description =
                    "greedy: print every step of the best start of each end, and the best n-plet of the others; or"
                            + " every step of all (default: best)")
    private SearchPaths paths = SearchPaths.BEST;

    @Option(
            names = "--order",
            paramLabel = "k",
            defaultValue = "3",
            description = "random: size of the n-plets (default: 3)")
    private int order = 3;

    @Option(
            names = "--count",
            paramLabel = "n",
            defaultValue = "100",
            description = "random: how many are drawn, by --seed (default: 100)")
    private int count = 100;

    /** The method; refuses options of other methods. */
    SearchMethod method() {
        method.check(given());
        return method;
    }

    private List<String> given() {
        return command.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .toList();
    }

    int startOrder() {
        return startOrder;
    }

    int starts() {
        return starts;
    }

    int beam() {
        return beam;
    }

    @Nullable
    Integer maxOrder() {
        return maxOrder;
    }

    Ends ends() {
        return ends;
    }

    SearchPaths paths() {
        return paths;
    }

    int order() {
        return order;
    }

    int count() {
        return count;
    }
}
