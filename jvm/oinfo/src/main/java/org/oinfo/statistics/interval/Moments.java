package org.oinfo.statistics.interval;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/** Mean and spread of the values of resamples. */
final class Moments {
    private Moments() {}

    /** Mean; NaN of none. */
    static double mean(double[] values) {
        return Mean.of(values).getAsDouble();
    }

    /** Standard deviation, with B - 1; NaN of fewer than two. */
    static double deviation(double[] values) {
        return values.length < 2 ? Double.NaN : StandardDeviation.of(values).getAsDouble();
    }
}
