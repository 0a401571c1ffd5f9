package org.oinfo.model;

import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;
import org.oinfo.estimate.CorrelationEstimate;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.scan.LatticeScan;
import org.oinfo.scan.ScanForecast;

/** States or neighbours that are counted: without correlations, and without n-plets that are singular. */
sealed interface CountedModel extends Model permits DiscreteModel, KnnModel {
    /** The estimator, as people name it. */
    String estimator();

    @Override
    default CorrelationEstimate estimate() {
        throw correlationsAreNeeded();
    }

    @Override
    default int biasSamples() {
        return 0;
    }

    @Override
    default void checkSamples(int order) {}

    @Override
    default boolean constantsAreSingular() {
        return false;
    }

    @Override
    default boolean walks() {
        return false;
    }

    @Override
    default LatticeScan walk(List<ScanSettings> orders) {
        throw correlationsAreNeeded();
    }

    @Override
    default List<ScanForecast> forecastWalk(List<ScanSettings> orders, int threads) {
        throw correlationsAreNeeded();
    }

    /** What is asked for and cannot be had. */
    default BadInputException correlationsAreNeeded() {
        return new BadInputException(
                "this needs the estimator copula or gaussian: found " + estimator(),
                "choose another {}",
                Setting.ESTIMATOR);
    }
}
