package org.oinfo.cli.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.EndsName;
import org.oinfo.cli.typed.NpletsFile;
import org.oinfo.cli.typed.Orders;
import org.oinfo.cli.typed.RankByName;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Ends;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;
import org.oinfo.search.RandomNplets;
import org.oinfo.search.anneal.AnnealSettings;
import org.oinfo.search.greedy.GreedySettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The method of a search and the options of every method; each method takes its own. */
final class SearchOptions {
    private static final GreedySettings GREEDY = GreedySettings.upTo(GreedySettings.USUAL_MAX_ORDER);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--method",
            paramLabel = "greedy|anneal|refine|random",
            description =
                    "greedy: from the extremes of a scan, a variable at a time; anneal: many chains of random swaps that"
                            + " accept a worse n-plet ever more seldom, then as refine; refine: from given n-plets to the"
                            + " best swap, until no swap is better; random: n-plets drawn alike, with replacement, as a"
                            + " baseline (default: ${DEFAULT-VALUE})")
    private SearchMethod method = SearchMethod.GREEDY;

    @Option(
            names = "--seeds",
            paramLabel = "extremes|pairs",
            description =
                    "greedy: what grows: the extremes of a scan, each a path of its own; or every pair of columns,"
                            + " and the best n-plets of each size that any pair came to, with the number of pairs"
                            + " (default: ${DEFAULT-VALUE})")
    private SearchSeeds seeds = SearchSeeds.EXTREMES;

    @Option(
            names = "--start-order",
            paramLabel = "k",
            description =
                    "greedy: size of the n-plets to start from; all of them are scanned (default: ${DEFAULT-VALUE})")
    private int startOrder = GREEDY.startOrder();

    @Option(
            names = "--starts",
            paramLabel = "n",
            description =
                    "greedy: how many of the most extreme ones to start from at each end (default: ${DEFAULT-VALUE})")
    private int starts = GREEDY.starts();

    @Option(
            names = "--beam",
            paramLabel = "n",
            description = "greedy: how many n-plets each start keeps at every step (default: ${DEFAULT-VALUE})")
    private int beam = GREEDY.beam();

    @Option(
            names = "--max-order",
            paramLabel = "k",
            description = "greedy: the largest size (default: " + GreedySettings.USUAL_MAX_ORDER
                    + ", or fewer where there are fewer columns or samples)")
    private @Nullable Integer maxOrder;

    @Option(
            names = "--ends",
            paramLabel = "both|synergistic|redundant",
            converter = EndsName.class,
            completionCandidates = EndsName.class,
            description = "greedy, anneal, refine: what to search for (default: ${DEFAULT-VALUE})")
    private Ends ends = GREEDY.ends();

    @Option(
            names = "--rank-by",
            paramLabel = "MEASURE",
            converter = RankByName.class,
            description =
                    "anneal, refine: the measure to seek the extremes of: o, tc, dtc, s, delta0 to delta99 (s - m tc),"
                            + " or a sum such as 0.5*tc-2*dtc (default: o)")
    private RankBy rankBy = Measure.O;

    @Option(
            names = "--paths",
            paramLabel = "best|all",
            description =
                    "greedy: print every step of the best start of each end, and the best n-plet of the others; or"
                            + " every step of all (default: ${DEFAULT-VALUE})")
    private SearchPaths paths = SearchPaths.BEST;

    @Option(
            names = "--order",
            paramLabel = "k|a..b",
            description = "random: size of the n-plets (default: " + RandomNplets.USUAL_ORDER
                    + "); anneal: their size, or a range, where sizes compete by their"
                    + " O-information and large ones tend to win (default: " + AnnealSettings.USUAL_ORDER
                    + ", or fewer where there are fewer"
                    + " columns or samples)")
    private @Nullable Orders order;

    @Option(
            names = "--top",
            paramLabel = "n",
            description =
                    "anneal, and greedy from pairs: how many of the best n-plets to print at each end, from pairs of"
                            + " each size (default: ${DEFAULT-VALUE})")
    private int top = AnnealSettings.of(AnnealSettings.USUAL_ORDER).top();

    @Mixin
    private AnnealOptions anneal = new AnnealOptions();

    @Option(names = "--nplets", paramLabel = "FILE", description = "refine: " + NpletsFile.DESCRIPTION)
    private @Nullable NpletsFile nplets;

    @Option(
            names = "--count",
            paramLabel = "n",
            description = "random: how many are drawn, by --seed (default: ${DEFAULT-VALUE})")
    private int count = 100;

    SearchMethod method() {
        return method;
    }

    /** Refuses options of other methods, and of other seeds. */
    void requireOwn() {
        List<String> given = given();
        method.check(given);
        if (method == SearchMethod.GREEDY) {
            seeds.check(given);
        }
    }

    private List<String> given() {
        return command.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .toList();
    }

    SearchSeeds seeds() {
        return seeds;
    }

    int top() {
        return top;
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

    RankBy rankBy() {
        return rankBy;
    }

    Ends ends() {
        return ends;
    }

    SearchPaths paths() {
        return paths;
    }

    /** The one order of random n-plets. */
    int order(int variables) {
        if (order == null) {
            return RandomNplets.USUAL_ORDER;
        }
        List<Integer> orders = order.resolve(variables);
        if (orders.size() > 1) {
            throw new BadInputException("--order must be one order with --method random: found " + order
                    + "; draw n-plets of each order by themselves");
        }
        return orders.getFirst();
    }

    /** All orders of a range, ascending. */
    List<Integer> orders(int usual, int variables) {
        if (order == null) {
            return List.of(usual);
        }
        List<Integer> orders = order.resolve(variables);
        if (orders.isEmpty() || orders.getLast() - orders.getFirst() >= orders.size()) {
            throw new BadInputException(
                    "--order must be one order or a range such as 3..10 with --method anneal: found " + order
                            + "; choose a range, or search each order by itself");
        }
        return orders;
    }

    AnnealOptions anneal() {
        return anneal;
    }

    /** The file of n-plets to refine. */
    NpletsFile nplets() {
        if (nplets == null) {
            throw new BadInputException("--method refine needs n-plets to begin with: found none; give --nplets FILE");
        }
        return nplets;
    }

    int count() {
        return count;
    }
}
