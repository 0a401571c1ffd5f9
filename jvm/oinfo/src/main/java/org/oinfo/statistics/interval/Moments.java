package org.oinfo.statistics.interval;

import java.util.Arrays;

/** Mean and spread of the values of resamples. */
final class Moments {
    private Moments() {}

    /** Mean; NaN of none. */
    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Standard deviation, with B - 1; NaN of fewer than two. */
    static double deviation(double[] values) {
        if (values.length < 2) {
            return Double.NaN;
        }
        double mean = mean(values);
        double squares = 0;
        for (double x : values) {
            squares += (x - mean) * (x - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
