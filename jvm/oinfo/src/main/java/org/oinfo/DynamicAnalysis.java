package org.oinfo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;
import org.oinfo.estimate.SampleScores;
import org.oinfo.targets.GivenSources;
import org.oinfo.targets.LaggedTargets;
import org.oinfo.targets.TargetModel;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetScan;

/**
 * Information that the past of n-plets of time series carries about the next value of another: {@code
 * info.dynamic(2).target(0).scan(3)}.
 *
 * <p>Rows of the data are successive points in time. See {@link LaggedTargets} for what is computed, and its source.
 */
public final class DynamicAnalysis {
    private static final int FEWEST = 2;
    /** A target and two sources. */
    private static final int LEAST_GROUP = 3;

    private final OInformation info;
    private final int lag;
    private final SampleScores scores;
    private final UpToOrder<LaggedTargets> lagged;

    DynamicAnalysis(OInformation info, int lag, SampleScores scores, IntFunction<LaggedTargets> lagged) {
        this.info = info;
        this.lag = lag;
        this.scores = scores;
        this.lagged = new UpToOrder<>(lagged);
    }

    /**
     * Refuses an order that the series are too short or too few for.
     *
     * @throws BadInputException the order is out of range, the lag leaves too few points, or a series is constant at those points
     */
    public void checkOrder(int order) {
        TargetScan.total(lagged.get(order).series() - 1, order);
    }

    /** Number of points in time that have a past: T less the lag. */
    public int points() {
        return lagged.get(FEWEST).points();
    }

    /**
     * Dynamic O-information of given groups of series, each member in turn the target of the others, and its sum.
     *
     * @param nplets columns of the original data, each of three at least
     * @throws BadInputException a column does not take part, an n-plet is smaller, or a series is determined by its own past
     */
    public List<TotalDynamics> totals(List<int[]> nplets) {
        List<int[]> members = info.nplets(nplets).positions();
        int largest = members.stream().mapToInt(nplet -> nplet.length).max().orElse(LEAST_GROUP);
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).length < LEAST_GROUP) {
                throw new BadInputException("total dynamic O-information is of 3 series or more: n-plet " + i
                        + " (from 0) has " + members.get(i).length + "; leave it out");
            }
        }
        LaggedTargets series = lagged.get(largest - 1);
        Map<Integer, GivenSources> targets = new HashMap<>();
        return members.stream()
                .map(nplet ->
                        total(nplet, target -> targets.computeIfAbsent(target, t -> new GivenSources(series.model(t)))))
                .toList();
    }

    private TotalDynamics total(int[] nplet, IntFunction<GivenSources> targets) {
        double[] domega = new double[nplet.length];
        double[] i = new double[nplet.length];
        double total = 0;
        for (int member = 0; member < nplet.length; member++) {
            int target = nplet[member];
            int[] sources = Arrays.stream(nplet)
                    .filter(other -> other != target)
                    .map(other -> other < target ? other : other - 1)
                    .toArray();
            TargetNplet found = targets.apply(target).of(sources);
            domega[member] = found.domega();
            i[member] = found.i();
            total += found.domega();
        }
        return new TotalDynamics(info.variables().columnsOf(nplet), total, domega, i);
    }

    /**
     * One series as the target, all others as its sources.
     *
     * @param column 0-based column of the original data
     * @throws BadInputException the column does not take part
     */
    public TargetAnalysis target(int column) {
        Variables variables = info.variables();
        if (column < 0 || column >= variables.originals() || variables.position(column) < 0) {
            throw new BadInputException("a target must be a series that takes part: found column " + column + " of "
                    + variables.originals() + " (from 0); choose one that varies and was not left out");
        }
        int target = variables.position(column);
        IntFunction<TargetModel> model =
                largestOrder -> lagged.get(largestOrder).model(target);
        int past = lag;
        return new TargetAnalysis(
                info,
                new SentTarget(
                        "series " + column + ", lag " + lag,
                        scores,
                        on -> on.dynamic(past).target(column)),
                model,
                null,
                new InColumns(source -> variables.column(LaggedTargets.series(target, source))));
    }
}
