package org.oinfo.study.prune;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Mean of independent values and its 95 % interval, mean -+ t s / sqrt(n): s the standard deviation with divisor n-1, t the
 * 97.5 % quantile of Student's distribution with n-1 degrees of freedom.
 *
 * @param mean of the values
 * @param low lower end; NaN of a single value
 * @param high upper end; NaN of a single value
 */
record StudentInterval(double mean, double low, double high) {
    private static final double QUANTILE = 0.975;

    /** The interval of values, at least one. */
    static StudentInterval of(double... values) {
        double mean = Arrays.stream(values).sum() / values.length;
        if (values.length == 1) {
            return new StudentInterval(mean, Double.NaN, Double.NaN);
        }
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        double half = TDistribution.of(values.length - 1).inverseCumulativeProbability(QUANTILE) * error;
        return new StudentInterval(mean, mean - half, mean + half);
    }
}
