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
    private final OInformation info;
    /** The model of sources and target, for a largest order. */
    private final IntFunction<TargetModel> model;
    /** Columns of sources. */
    private final InColumns columns;

    TargetAnalysis(OInformation info, IntFunction<TargetModel> model, InColumns columns) {
        this.info = info;
        this.model = model;
        this.columns = columns;
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
        TargetModel sources = model.apply(order);
        TargetScan scan = new TargetScan(sources, order, info.options().top(), rankBy);
        scan.run(info.options().threads(), columns.watched(monitor));
        return new TargetResult(
                order,
                scan.total(),
                scan.landscape(),
                rankBy,
                scan.lowest().stream().map(columns::of).toList(),
                scan.highest().stream().map(columns::of).toList(),
                columns.of(sources.unsound()));
    }

    /**
     * Adds sources one by one to the best n-plet of a small order, each time the one that raises (or lowers) dOmega most.
     *
     * @param redundant whether dOmega is raised, towards redundancy; else it is lowered, towards synergy
     * @param startOrder order of the n-plet it begins with, found by a scan
     * @param largestOrder order of the last n-plet
     * @return the whole path, for greedy runs past its optimum; shorter where no source can be added, or when stopped; empty when
     *     every n-plet of the start order is singular
     * @throws BadInputException an order is out of range, or the samples are too few
     */
    public List<TargetNplet> greedy(boolean redundant, int startOrder, int largestOrder, Monitor monitor) {
        TargetModel sources = model.apply(largestOrder);
        if (startOrder > largestOrder || largestOrder > sources.sources()) {
            throw new BadInputException("orders must grow from the start order to the number of sources: start order="
                    + startOrder + ", largest order=" + largestOrder + ", sources=" + sources.sources());
        }
        TargetScan scan = new TargetScan(sources, startOrder, 1, TargetMeasure.DOMEGA);
        Monitor watched = columns.watched(monitor);
        scan.run(info.options().threads(), watched);
        List<TargetNplet> start = redundant ? scan.highest() : scan.lowest();
        return start.stream()
                .flatMap(first -> new GreedyTarget(sources, redundant, watched).path(first, largestOrder).stream())
                .map(columns::of)
                .toList();
    }
}
