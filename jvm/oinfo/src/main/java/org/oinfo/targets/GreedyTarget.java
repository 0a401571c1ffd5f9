package org.oinfo.targets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;

/**
 * Sources added one by one to the best n-plet of a small order, each time the one that raises (or lowers) dOmega most, ties
 * by the first. Source: Stramaglia et al. 2021, doi 10.3389/fphys.2020.595736.
 *
 * <p>Greedy runs past its optimum, so the whole path is the result.
 */
public final class GreedyTarget {
    private final TargetSources model;
    private final boolean redundant;
    private final Watch watch;

    /**
     * A search.
     *
     * @param redundant whether dOmega is raised: redundancy; else it is lowered: synergy
     */
    public GreedyTarget(TargetSources model, boolean redundant, Monitor monitor) {
        this.model = model;
        this.redundant = redundant;
        this.watch = new Watch(monitor);
    }

    /**
     * The n-plets from the start on, one source more each; shorter when no source can be added without becoming singular, or
     * when the monitor cancels.
     *
     * @param start the n-plet of a small order to begin with
     * @param largestOrder order of the last n-plet, at most the number of sources
     */
    public List<TargetNplet> path(TargetNplet start, int largestOrder) {
        List<TargetNplet> path = new ArrayList<>(List.of(start));
        int[] nplet = positions(start.sources());
        for (int order = nplet.length; order < largestOrder; order++) {
            watch.expect(order + 1, model.sound() - order);
        }
        try (NpletInformation score = model.information()) {
            while (nplet.length < largestOrder && watch.goOn()) {
                nplet = best(nplet, score);
                if (nplet.length == 0) {
                    break;
                }
                path.add(score.values(nplet));
            }
        }
        return path;
    }

    /** Whether a path was stopped before its end. */
    public boolean stopped() {
        return watch.stopped();
    }

    /** The n-plet of a path with the extreme dOmega, the smallest of equals. */
    public TargetNplet best(List<TargetNplet> path) {
        TargetNplet best = path.getFirst();
        for (TargetNplet nplet : path) {
            if (key(nplet.domega()) < key(best.domega())) {
                best = nplet;
            }
        }
        return best;
    }

    /** The best n-plet with one source more; empty when there is none. */
    private int[] best(int[] nplet, NpletInformation score) {
        int[] best = new int[0];
        long bestKey = Long.MAX_VALUE;
        double bestValue = Double.NaN;
        for (int added = 0; added < model.sound(); added++) {
            if (Arrays.binarySearch(nplet, added) >= 0) {
                continue;
            }
            int[] larger = IntStream.concat(Arrays.stream(nplet), IntStream.of(added))
                    .sorted()
                    .toArray();
            if (score.score(larger, larger.length)) {
                double value = score.value(TargetMeasure.DOMEGA);
                if (best.length == 0 || key(value) < bestKey) {
                    best = larger;
                    bestKey = key(value);
                    bestValue = value;
                }
            }
        }
        tell(best, bestValue);
        watch.advanced(nplet.length + 1, model.sound() - nplet.length);
        return best;
    }

    private void tell(int[] nplet, double domega) {
        int[] found = Arrays.stream(nplet).map(model::source).toArray();
        if (redundant) {
            watch.highest(found, domega);
        } else {
            watch.lowest(found, domega);
        }
    }

    /** Smaller is better. */
    private long key(double domega) {
        return Ranking.key(redundant ? -domega : domega);
    }

    private int[] positions(int[] sources) {
        return IntStream.range(0, model.sound())
                .filter(i -> Arrays.binarySearch(sources, model.source(i)) >= 0)
                .toArray();
    }
}
