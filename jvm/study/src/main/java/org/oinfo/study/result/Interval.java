package org.oinfo.study.result;

import java.util.Collection;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean over networks with its Student interval: mean +- t(0.975, n-1) s / sqrt(n). It covers what differs between networks:
 * initial weights and the order of the images, on one data set.
 *
 * @param networks n
 * @param mean NaN with none
 * @param deviation s, divisor n-1; NaN with fewer than two networks
 * @param low lower end of the 95 % interval; NaN with fewer than two networks
 * @param high upper end
 */
public record Interval(int networks, double mean, double deviation, double low, double high) {
    private static final double UPPER = 0.975;

    /** Of one value a network. */
    public static Interval of(Collection<Double> values) {
        double[] each = values.stream().mapToDouble(x -> x).toArray();
        int n = each.length;
        double mean = Mean.of(each).getAsDouble();
        if (n < 2) {
            return new Interval(n, mean, Double.NaN, Double.NaN, Double.NaN);
        }
        double deviation = StandardDeviation.of(each).getAsDouble();
        double half = TDistribution.of(n - 1).inverseCumulativeProbability(UPPER) * deviation / Math.sqrt(n);
        return new Interval(n, mean, deviation, mean - half, mean + half);
    }

    /** 1 when the whole interval lies above a value, -1 when below, 0 when it holds the value or there is no interval. */
    public int side(double value) {
        return low > value ? 1 : high < value ? -1 : 0;
    }

    /** There are networks enough for an interval. */
    public boolean exists() {
        return !Double.isNaN(low);
    }

    /** The same in another unit. */
    public Interval times(double factor) {
        return new Interval(networks, mean * factor, deviation * factor, low * factor, high * factor);
    }
}
