package org.oinfo;

import java.util.List;
import java.util.function.IntFunction;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Monitor;
import org.oinfo.targets.GreedyTarget;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetModel;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetScan;

/**
 * Information that n-plets of columns, the sources, carry about a target: {@code info.target(labels).scan(3)}.
 *
 * <p>Sources are 0-based columns of the original data, ascending; values in nats, less their bias where {@link
 * OInformationOptions#biasCorrect} asks for it. What is measured, with sources: {@link TargetNplet}. Thread-safe.
 */
public final class TargetAnalysis {
    private static final int FEWEST = 2;

    private final OInformation info;
    /** The model of sources and target. */
    private final UpToOrder<TargetModel> model;
    /** Columns of sources. */
    private final InColumns columns;

    TargetAnalysis(OInformation info, IntFunction<TargetModel> model, InColumns columns) {
        this.info = info;
        this.model = new UpToOrder<>(model);
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
     * Sources that the target determines, or that do not vary within a class: every n-plet with one is singular.
     *
     * @throws BadInputException fewer than two sources are left
     */
    public int[] unsound() {
        return columns.of(model.get(FEWEST).unsound());
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
        TargetScan scan = new TargetScan(model.get(order), order, info.options().top(), rankBy);
        scan.run(info.options().threads(), columns.watched(monitor));
        return new TargetResult(
                order,
                scan.total(),
                scan.landscape(),
                rankBy,
                inColumns(scan.lowest()),
                inColumns(scan.highest()),
                unsound());
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
        TargetModel sources = model.get(largestOrder);
        if (startOrder > largestOrder || largestOrder > sources.sources()) {
            throw new BadInputException("orders must grow from the start order to the number of sources: start order="
                    + startOrder + ", largest order=" + largestOrder + ", sources=" + sources.sources());
        }
        TargetScan scan = new TargetScan(sources, startOrder, 1, TargetMeasure.DOMEGA);
        Monitor watched = columns.watched(monitor);
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
