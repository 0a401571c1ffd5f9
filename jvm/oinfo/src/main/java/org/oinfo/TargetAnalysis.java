package org.oinfo;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Warning;
import org.oinfo.parallel.Monitor;
import org.oinfo.targets.GreedyTarget;
import org.oinfo.targets.SourceScan;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetPermutations;
import org.oinfo.targets.TargetScan;
import org.oinfo.targets.TargetSources;

/**
 * Information that n-plets of columns, the sources, carry about a target: {@code info.target(labels).scan(3)}.
 *
 * <p>Sources are 0-based columns of the original data, ascending; values in nats, less their bias where {@link
 * OInformationOptions#biasCorrect} asks for it. What is measured, with sources: {@link TargetNplet}. Thread-safe.
 */
public final class TargetAnalysis {
    private static final int FEWEST = 2;

    /** Makes the model of a permuted target. */
    @FunctionalInterface
    interface Permuted {
        /** Sources of a target of which sample t has the value of sample target[t], for n-plets of an order. */
        TargetSources sources(int[] target, int order);
    }

    private final OInformation info;
    /** Null where the target may not be permuted. */
    private final @Nullable Permuted permuted;
    /** The model of sources and target. */
    private final UpToOrder<TargetSources> model;
    /** Columns of sources. */
    private final InColumns columns;

    private final SentTarget target;

    TargetAnalysis(
            OInformation info,
            SentTarget target,
            IntFunction<? extends TargetSources> model,
            @Nullable Permuted permuted,
            InColumns columns) {
        this.info = info;
        this.target = target;
        this.model = new UpToOrder<>(model::apply);
        this.permuted = permuted;
        this.columns = columns;
    }

    /**
     * Refuses an order that cannot be scanned.
     *
     * @throws BadInputException the order is out of range, the samples are too few or C(N,k) is beyond 2^63-1
     */
    public void checkOrder(int order) {
        TargetScan.total(model.get(order).sources(), order);
    }

    /**
     * Sources that the target determines, or that vary within no class: every n-plet with one is singular.
     *
     * @throws BadInputException fewer than two sources are left
     */
    public int[] unsound() {
        return columns.of(model.get(FEWEST).unsound());
    }

    /** What to know of the target before its numbers are believed. */
    public List<Warning> warnings() {
        return model.get(FEWEST).warnings();
    }

    /** Average addition of finite samples to the information of k sources, nats, that is still in it; 0 after correction. */
    public double remainingBias(int order) {
        return model.get(order).remainingBias(order);
    }

    /**
     * Scores every n-plet of an order, ranked by dOmega.
     *
     * @param order number of sources k of each n-plet, 2 to their number
     * @throws BadInputException the order is out of range, or the samples are too few
     */
    public TargetResult scan(int order) {
        return scan(order, TargetMeasure.DOMEGA, Monitor.NONE);
    }

    /** As {@link #scan(int)}, ranked by any measure, watched and perhaps stopped; {@link OInformationOptions#top} at each end. */
    public TargetResult scan(int order, TargetMeasure rankBy, Monitor monitor) {
        SourceScan scan = model.get(order).scan(order, info.options().top(), rankBy);
        AnalysisWords words = new AnalysisWords("scan").with("order", order);
        scan.run(info.options().threads(), begun(monitor, words, rankBy, (on, again) -> on.scan(order, rankBy, again)));
        return new TargetResult(
                order,
                scan.total(),
                scan.landscape(),
                rankBy,
                inColumns(scan.lowest()),
                inColumns(scan.highest()),
                unsound(),
                scan.classes(),
                scan.partial());
    }

    /**
     * Scans permutations of the target as {@link #scan(int, TargetMeasure, Monitor)} scans the data, for p values of its extremes. What
     * they mean: {@link TargetPermutations}.
     *
     * @param permutations number of permutations B, at least 19
     * @param monitor may stop it; told the permutations that are done
     * @throws BadInputException too few permutations, the target is the next value of a series, or as for a scan
     */
    public TargetPermutations permutations(
            int order, TargetMeasure rankBy, int permutations, long seed, Monitor monitor) {
        Permuted made = permuted;
        if (made == null) {
            throw new BadInputException(
                    "a target must have samples that may be exchanged to be permuted: the next value of a"
                            + " series follows from those before it");
        }
        AnalysisWords words = new AnalysisWords("permutations")
                .with("order", order)
                .with("permutations", permutations)
                .with("seed", seed);
        return TargetPermutations.of(
                shuffled -> made.sources(shuffled, order),
                info.samples(),
                order,
                rankBy,
                permutations,
                seed,
                info.options().threads(),
                begun(
                        monitor,
                        words,
                        rankBy,
                        (on, again) -> on.permutations(order, rankBy, permutations, seed, again)));
    }

    /** A caller's monitor, of an analysis of the target that begins; other machines do its pieces, where there are some. */
    private Monitor begun(Monitor monitor, AnalysisWords words, TargetMeasure rankBy, SentTarget.Repeated again) {
        words.with("target", target.words()).with("ranked by", rankBy);
        return columns.watched(target.begun(info, monitor, words, again));
    }

    /**
     * Adds sources one by one to the best n-plet of a small order at each end, each time the one that lowers dOmega most, towards
     * synergy, or raises it most, towards redundancy.
     *
     * @param startOrder order of the n-plets it begins with, found by a scan
     * @param largestOrder order of the last n-plets
     * @return whole paths, for greedy runs past its optimum; shorter where no source can be added, or when stopped
     * @throws BadInputException an order is out of range, or the samples are too few
     */
    public TargetPaths greedy(int startOrder, int largestOrder, Monitor monitor) {
        TargetSources sources = model.get(largestOrder);
        if (startOrder > largestOrder || largestOrder > sources.sources()) {
            throw new BadInputException("orders must grow from the start order to the number of sources: start order="
                    + startOrder + ", largest order=" + largestOrder + ", sources=" + sources.sources());
        }
        SourceScan scan = sources.scan(startOrder, 1, TargetMeasure.DOMEGA);
        AnalysisWords words =
                new AnalysisWords("greedy").with("from order", startOrder).with("to order", largestOrder);
        Monitor watched =
                begun(monitor, words, TargetMeasure.DOMEGA, (on, again) -> on.greedy(startOrder, largestOrder, again));
        scan.run(info.options().threads(), watched);
        GreedyTarget synergy = new GreedyTarget(sources, false, watched);
        GreedyTarget redundancy = new GreedyTarget(sources, true, watched);
        TargetPaths.Path synergistic = path(synergy, scan.lowest(), largestOrder);
        TargetPaths.Path redundant = path(redundancy, scan.highest(), largestOrder);
        return new TargetPaths(synergistic, redundant, scan.partial() || synergy.stopped() || redundancy.stopped());
    }

    private TargetPaths.Path path(GreedyTarget greedy, List<TargetNplet> start, int largestOrder) {
        if (start.isEmpty()) {
            return new TargetPaths.Path(List.of(), -1);
        }
        List<TargetNplet> path = greedy.path(start.getFirst(), largestOrder);
        return new TargetPaths.Path(inColumns(path), path.indexOf(greedy.best(path)));
    }

    private List<TargetNplet> inColumns(List<TargetNplet> nplets) {
        return nplets.stream().map(columns::of).toList();
    }
}
