package org.oinfo;

import java.util.function.IntFunction;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;
import org.oinfo.targets.LaggedTargets;
import org.oinfo.targets.TargetModel;

/**
 * Information that the past of n-plets of time series carries about the next value of another: {@code
 * info.dynamic(2).target(0).scan(3)}.
 *
 * <p>Rows of the data are successive points in time. See {@link LaggedTargets} for what is computed, and its source.
 */
public final class DynamicAnalysis {
    private final OInformation info;
    private final IntFunction<LaggedTargets> lagged;

    DynamicAnalysis(OInformation info, IntFunction<LaggedTargets> lagged) {
        this.info = info;
        this.lagged = lagged;
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
                largestOrder -> lagged.apply(largestOrder).model(target);
        return new TargetAnalysis(
                info, model, new InColumns(source -> variables.column(LaggedTargets.series(target, source))));
    }
}
