package org.oinfo;

import java.util.function.IntFunction;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;
import org.oinfo.targets.LaggedTargets;
import org.oinfo.targets.TargetModel;
import org.oinfo.targets.TargetScan;

/**
 * Information that the past of n-plets of time series carries about the next value of another: {@code
 * info.dynamic(2).target(0).scan(3)}.
 *
 * <p>Rows of the data are successive points in time. See {@link LaggedTargets} for what is computed, and its source.
 */
public final class DynamicAnalysis {
    private static final int FEWEST = 2;

    private final OInformation info;
    private final UpToOrder<LaggedTargets> lagged;

    DynamicAnalysis(OInformation info, IntFunction<LaggedTargets> lagged) {
        this.info = info;
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
        return new TargetAnalysis(
                info, model, null, new InColumns(source -> variables.column(LaggedTargets.series(target, source))));
    }
}
