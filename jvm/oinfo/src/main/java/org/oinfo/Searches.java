package org.oinfo;

import java.util.Arrays;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.model.GroupedModel;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;
import org.oinfo.scan.groups.GroupScan;
import org.oinfo.scan.groups.Mix;
import org.oinfo.search.RandomNplets;
import org.oinfo.search.RandomResult;
import org.oinfo.search.anneal.AnnealResult;
import org.oinfo.search.anneal.AnnealSettings;
import org.oinfo.search.anneal.Annealing;
import org.oinfo.search.anneal.DescentResult;
import org.oinfo.search.anneal.DescentSettings;
import org.oinfo.search.anneal.LocalDescent;
import org.oinfo.search.greedy.EveryPairResult;
import org.oinfo.search.greedy.EveryPairSearch;
import org.oinfo.search.greedy.EveryPairSettings;
import org.oinfo.search.greedy.GreedyResult;
import org.oinfo.search.greedy.GreedySearch;
import org.oinfo.search.greedy.GreedySettings;

/**
 * Searches for n-plets of orders that are too large to be scanned: {@code info.search().greedy(GreedySettings.upTo(20))}.
 *
 * <p>N-plets that are found are 0-based columns of the original data, ascending. Measures are in nats, less their bias where {@link
 * OInformationOptions#biasCorrect} asks for it; a number of samples in the settings is replaced by that of the data. A search that
 * its monitor stops, or whose thread is interrupted, returns what is finished, marked as partial. Where n-plets must mix groups, those
 * that do not count as singular. Annealing and refinement seek the extremes of {@link OInformationOptions#rankBy}. Thread-safe.
 */
public final class Searches {
    private final OInformation info;

    Searches(OInformation info) {
        this.info = info;
    }

    /**
     * Grows the most extreme n-plets of a small order variable by variable; with {@link GreedySettings#withBeam} several at a time.
     *
     * @throws BadInputException an order exceeds N or is not below T
     */
    public GreedyResult greedy(GreedySettings settings) {
        return greedy(settings, Monitor.NONE);
    }

    /** As {@link #greedy(GreedySettings)}, watched. */
    public GreedyResult greedy(GreedySettings settings, Monitor monitor) {
        requireOmega("a greedy search grows n-plets");
        GreedySettings asked = settings.withBiasSamples(info.model().biasSamples());
        asked.check(info.variables().count(), info.samplesAboveOrders());
        requireAllowed(asked.startOrder());
        GreedySearch search = new GreedySearch(info.scorer(), asked);
        return info.inColumns()
                .of(search.run(
                        info.options().threads(),
                        begun(
                                monitor,
                                "greedy",
                                asked,
                                (on, again) -> on.search().greedy(settings, again))));
    }

    /** A greedy search from triplets at both ends that keeps the {@code width} best n-plets of every start at every step. */
    public GreedyResult beam(int width, int maxOrder) {
        return greedy(GreedySettings.upTo(maxOrder).withBeam(width));
    }

    /**
     * Grows every pair variable by variable, and keeps the most extreme n-plets that any of them came to, order by order.
     *
     * @throws BadInputException the largest order exceeds N or is not below T
     */
    public EveryPairResult everyPair(EveryPairSettings settings) {
        return everyPair(settings, Monitor.NONE);
    }

    /** As {@link #everyPair(EveryPairSettings)}, watched. */
    public EveryPairResult everyPair(EveryPairSettings settings, Monitor monitor) {
        requireOmega("pairs grow");
        refuseGroups("every pair grows", Mix.ALL);
        EveryPairSettings asked = settings.withBiasSamples(info.model().biasSamples());
        asked.check(info.variables().count(), info.samplesAboveOrders());
        requireAllowed(EveryPairSettings.FIRST_ORDER);
        EveryPairSearch search = new EveryPairSearch(info.scorer(), asked);
        return info.inColumns()
                .of(search.run(
                        info.options().threads(),
                        begun(
                                monitor,
                                "every pair",
                                asked,
                                (on, again) -> on.search().everyPair(settings, again))));
    }

    /**
     * Seeks n-plets of given orders by simulated annealing.
     *
     * @throws BadInputException an order exceeds N or is not below T
     */
    public AnnealResult anneal(AnnealSettings settings) {
        return anneal(settings, Monitor.NONE);
    }

    /** As {@link #anneal(AnnealSettings)}, watched. */
    public AnnealResult anneal(AnnealSettings settings, Monitor monitor) {
        AnnealSettings asked = settings.withBiasSamples(info.model().biasSamples());
        asked.check(info.variables().count(), info.samplesAboveOrders());
        for (int order = asked.smallestOrder(); order <= asked.largestOrder(); order++) {
            requireAllowed(order);
        }
        Annealing annealing = new Annealing(info.scorer(), asked, rankBy());
        return info.inColumns()
                .of(annealing.run(
                        info.options().threads(),
                        begun(
                                monitor,
                                "anneal",
                                asked,
                                (on, again) -> on.search().anneal(settings, again))));
    }

    /**
     * Improves given n-plets step by step until no neighbour is better.
     *
     * @param nplets 0-based columns, without repeats
     * @throws BadInputException a column is out of range, repeated, constant or not among those chosen
     */
    public DescentResult refine(List<int[]> nplets, DescentSettings settings) {
        return refine(nplets, settings, Monitor.NONE);
    }

    /** As {@link #refine(List, DescentSettings)}, watched. */
    public DescentResult refine(List<int[]> nplets, DescentSettings settings, Monitor monitor) {
        DescentSettings asked = settings.withBiasSamples(info.model().biasSamples());
        List<int[]> starts = info.nplets(nplets).positions();
        LocalDescent descent = new LocalDescent(info.scorer(), asked, rankBy(), starts);
        AnalysisWords words =
                new AnalysisWords("refine").with("n-plets", starts).with(asked);
        int[][] sent = nplets.toArray(int[][]::new);
        Monitor watched = info.watched(
                monitor, words, null, (on, again) -> on.search().refine(Arrays.asList(sent), settings, again));
        return info.inColumns().of(descent.run(info.options().threads(), watched));
    }

    /**
     * Scores random n-plets of one order, a baseline for what a search finds.
     *
     * @throws BadInputException the order exceeds N or is not below T, or n-plets must mix groups
     */
    public RandomResult random(int order, int count, long seed) {
        return random(order, count, seed, Monitor.NONE);
    }

    /** As {@link #random(int, int, long)}, watched. */
    public RandomResult random(int order, int count, long seed, Monitor monitor) {
        refuseGroups("random n-plets are drawn", Mix.values());
        RandomNplets nplets = new RandomNplets(order, count, seed, info.model().biasSamples());
        nplets.check(info.variables().count(), info.samplesAboveOrders());
        return info.inColumns()
                .of(nplets.run(
                        info.scorer(),
                        info.options().threads(),
                        begun(
                                monitor,
                                "random n-plets",
                                nplets,
                                (on, again) -> on.search().random(order, count, seed, again))));
    }

    private Monitor begun(Monitor monitor, String search, Record settings, SentAnalysis.Repeated again) {
        return info.watched(monitor, new AnalysisWords(search).with(settings), null, again);
    }

    /** What annealing and refinement seek; it knows measures without their bias. */
    private RankBy rankBy() {
        return info.options().rankBy();
    }

    /** Growth and the mean of random n-plets are of Omega. */
    private void requireOmega(String what) {
        if (rankBy() != Measure.O) {
            throw new BadInputException(
                    what + " by O-information alone: found " + rankBy().text() + "; leave it out, or anneal");
        }
    }

    /** Refuses an order of which groups allow no n-plet. */
    private void requireAllowed(int order) {
        if (info.model() instanceof GroupedModel grouped) {
            GroupScan.total(grouped.groups(), order);
        }
    }

    private void refuseGroups(String what, Mix... rules) {
        if (info.model() instanceof GroupedModel grouped
                && List.of(rules).contains(grouped.groups().mix())) {
            throw new BadInputException(what + " whatever the groups are: found groups to mix by "
                    + grouped.groups().mix().text() + "; leave them out or choose another search");
        }
    }
}
