package org.oinfo.study.prune;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;
import org.oinfo.estimate.options.Shrinkage;
import org.oinfo.estimate.options.Ties;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.search.FoundNplet;
import org.oinfo.search.anneal.AnnealResult;
import org.oinfo.search.anneal.AnnealSettings;
import org.oinfo.search.anneal.Annealing;
import org.oinfo.search.anneal.Optimum;
import org.oinfo.search.greedy.GreedyPath;
import org.oinfo.search.greedy.GreedyResult;
import org.oinfo.search.greedy.GreedySearch;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.search.greedy.GreedyStep;

/**
 * The most synergistic and the most redundant groups of a layer's neurons that a search found, a size each.
 *
 * <p>Of the greedy paths towards an end, the one with the most extreme Omega at a size gives the group of that size. So groups
 * of different sizes may come from different paths, and are bounds: nothing says that no better group exists.
 */
final class LayerGroups {
    private static final int START_ORDER = GreedySettings.USUAL_START_ORDER;

    private final Map<Integer, int[]> synergistic = new TreeMap<>();
    private final Map<Integer, int[]> redundant = new TreeMap<>();
    private int bestSynergistic;
    private int bestRedundant;

    private LayerGroups() {}

    /**
     * Seeks groups.
     *
     * @param info the layer's neurons
     * @param where the layer and its capture, for messages
     * @param seed of annealing
     * @throws BadInputException a size is not below the number of neurons that are not dead or the number of images, or every
     *     group of a size is singular
     */
    static LayerGroups of(OInformation info, String where, PruneSettings settings, long seed, Monitor monitor) {
        int alive = info.variables().count();
        int largest =
                settings.sizes().isEmpty() ? START_ORDER : settings.sizes().getLast();
        if (largest >= alive) {
            throw new BadInputException("a size must be below the number of neurons that are not dead: size=" + largest
                    + ", " + where + " has " + alive + " of "
                    + info.variables().originals() + "; choose smaller sizes, or cut other layers");
        }
        if (largest >= info.samples()) {
            throw new BadInputException("a size must be below the number of images of the capture, or every group is"
                    + " singular: size=" + largest + ", images=" + info.samples()
                    + "; choose smaller sizes, or capture more images");
        }
        LayerGroups groups = new LayerGroups();
        switch (settings.method()) {
            case GREEDY -> groups.grow(info, where, settings, new Watch(monitor).onlyStops());
            case ANNEAL -> groups.anneal(info, where, settings, seed, new Watch(monitor).onlyStops());
        }
        return groups;
    }

    private void grow(OInformation info, String where, PruneSettings settings, Monitor monitor) {
        int most = settings.bestOrder()
                ? Math.min(info.variables().count(), info.samples()) - 1
                : settings.sizes().getLast();
        int biasSamples = settings.bestOrder() && biasIsKnown(info.options()) ? info.samples() : 0;
        GreedySettings greedy = new GreedySettings(START_ORDER, settings.starts(), 1, most, Ends.BOTH, biasSamples);
        GreedyResult found =
                new GreedySearch(info.scorer(), greedy).run(info.options().threads(), monitor);
        if (found.partial()) {
            throw new CancellationException();
        }
        List<Integer> sizes = new ArrayList<>(settings.sizes());
        if (settings.bestOrder()) {
            bestSynergistic = bestOrder(found, Ends.SYNERGISTIC, where);
            bestRedundant = bestOrder(found, Ends.REDUNDANT, where);
            sizes.add(bestSynergistic);
            sizes.add(bestRedundant);
        }
        for (int size : sizes) {
            synergistic.put(size, mostExtreme(found, Ends.SYNERGISTIC, size, info.variables(), where));
            redundant.put(size, mostExtreme(found, Ends.REDUNDANT, size, info.variables(), where));
        }
    }

    /** Whether what a finite number of images adds to Omega has a formula; it decides between orders only. */
    private static boolean biasIsKnown(OInformationOptions options) {
        return options.estimate().estimator().correlates()
                && options.estimate().shrinkage() == Shrinkage.NONE
                && options.estimate().ties() != Ties.ORDINAL;
    }

    private static int bestOrder(GreedyResult found, Ends end, String where) {
        return found.best(end)
                .map(path -> path.best().found().order())
                .orElseThrow(() -> allSingular(START_ORDER, where));
    }

    private static int[] mostExtreme(GreedyResult found, Ends end, int size, Variables variables, String where) {
        FoundNplet best = null;
        for (GreedyPath path : found.paths()) {
            int step = size - START_ORDER;
            if (path.end() == end && step < path.steps().size()) {
                GreedyStep grown = path.steps().get(step);
                if (best == null || key(end, grown.found()) < key(end, best)) {
                    best = grown.found();
                }
            }
        }
        if (best == null) {
            throw allSingular(size, where);
        }
        return variables.columnsOf(best.nplet());
    }

    private static long key(Ends end, FoundNplet found) {
        long key = Ranking.key(found.o());
        return end.redundant() ? -key : key;
    }

    private void anneal(OInformation info, String where, PruneSettings settings, long seed, Monitor monitor) {
        for (int size : settings.sizes()) {
            AnnealSettings anneal = AnnealSettings.of(size).withTop(1).withSeed(seed);
            AnnealResult found =
                    new Annealing(info.scorer(), anneal).run(info.options().threads(), monitor);
            if (found.partial()) {
                throw new CancellationException();
            }
            synergistic.put(size, first(found.synergistic(), info.variables(), size, where));
            redundant.put(size, first(found.redundant(), info.variables(), size, where));
        }
    }

    private static int[] first(List<Optimum> found, Variables variables, int size, String where) {
        if (found.isEmpty()) {
            throw allSingular(size, where);
        }
        return variables.columnsOf(found.getFirst().nplet());
    }

    private static BadInputException allSingular(int size, String where) {
        return new BadInputException(
                "some group of " + size + " neurons must have an Omega, but every one that the search" + " met in "
                        + where + " is singular; choose smaller sizes, or capture more images");
    }

    /** Neurons in the group of the best order towards an end. */
    int bestOrder(Ends end) {
        return end.redundant() ? bestRedundant : bestSynergistic;
    }

    /** The group of a size towards an end: 0-based neurons of the layer, ascending. */
    int[] group(Ends end, int size) {
        int @Nullable [] group = (end.redundant() ? redundant : synergistic).get(size);
        if (group == null) {
            throw new IllegalArgumentException("no group of this size was sought: size=" + size);
        }
        return group.clone();
    }
}
