package org.oinfo.statistics.surrogate;

import java.util.Arrays;
import org.oinfo.kernels.Ranking;

/**
 * The smallest and the largest Omega of a family of n-plets in each of B surrogates, nats: how extreme the extremes of the
 * family get when the hypothesis holds. Likewise of the difference of a measure between two data sets in each of B permutations.
 *
 * <p>Family-wise p-values are single-step (Westfall and Young 1993): with b the number of surrogates whose smallest Omega is
 * at most that of the n-plet (synergy), or whose largest is at least that (redundancy), p = (1 + b) / (1 + B), never zero
 * (Phipson and Smyth 2010, doi 10.2202/1544-6115.1585). Each end is a test of its own: at level a at either end, the chance
 * of an error at some end is at most 2 a; double the p-values for one statement about both.
 *
 * <p>Values are compared as {@link Ranking#key}, so that those that differ by rounding alone are equal. A surrogate all of
 * whose n-plets are singular counts as more extreme than anything.
 */
public final class ExtremeNull {
    private final double[] min;
    private final double[] max;
    private final double bias;
    /** Raw values ascending. */
    private final double[] sortedMin;

    private final double[] sortedMax;

    /**
     * From raw values.
     *
     * @param min smallest Omega of each surrogate [B]
     * @param max largest Omega of each surrogate [B]
     * @param bias subtracted from every value that is given out; nats
     */
    public ExtremeNull(double[] min, double[] max, double bias) {
        this.min = min;
        this.max = max;
        this.bias = bias;
        this.sortedMin = min.clone();
        this.sortedMax = max.clone();
        Arrays.sort(sortedMin);
        Arrays.sort(sortedMax);
    }

    /** Number of surrogates B. */
    public int surrogates() {
        return min.length;
    }

    /** Smallest Omega of each surrogate [B], nats. */
    public double[] min() {
        return corrected(min);
    }

    /** Largest Omega of each surrogate [B], nats. */
    public double[] max() {
        return corrected(max);
    }

    /** The smallest Omega that a share of the surrogates stays at or below, nats; NaN without surrogates. */
    public double minQuantile(double share) {
        return quantile(sortedMin, share);
    }

    /** The same of the largest Omega. */
    public double maxQuantile(double share) {
        return quantile(sortedMax, share);
    }

    /**
     * The Omega below which a synergistic n-plet has p at most {@code level}, nats; NaN where there are too few surrogates
     * for so small a p.
     */
    public double synergyThreshold(double level) {
        int allowed = allowed(level);
        return allowed < 0 ? Double.NaN : sortedMin[allowed] - bias;
    }

    /** The Omega above which a redundant n-plet has p at most {@code level}, nats; NaN where there are too few surrogates. */
    public double redundancyThreshold(double level) {
        int allowed = allowed(level);
        return allowed < 0 ? Double.NaN : sortedMax[sortedMax.length - 1 - allowed] - bias;
    }

    /** p of an n-plet with this raw value at an end: the smallest ({@code synergy}) or the largest. */
    public double p(double omega, boolean synergy) {
        long key = Ranking.key(omega);
        int reached = synergy ? countBelow(sortedMin, key + 1) : sortedMax.length - countBelow(sortedMax, key);
        return p(reached, surrogates());
    }

    /** (1 + b) / (1 + B). */
    static double p(long reached, int surrogates) {
        return (1.0 + reached) / (1.0 + surrogates);
    }

    /** How many values of an ascending array have keys below one. */
    private static int countBelow(double[] ascending, long key) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (Ranking.key(ascending[middle]) < key) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The largest b with (1 + b) / (1 + B) at most a level; -1 where there is none. */
    private int allowed(double level) {
        int b = (int) Math.floor(level * (1.0 + surrogates()) * (1 + 0x1p-50)) - 1;
        return Math.min(b, surrogates() - 1);
    }

    private double quantile(double[] ascending, double share) {
        if (ascending.length == 0) {
            return Double.NaN;
        }
        // Not by a library: it takes 0.07 * 100 = 7.000000000000001 as it stands, and so the eighth.
        int at = (int) Math.ceil(share * ascending.length * (1 - 0x1p-50)) - 1;
        return ascending[Math.clamp(at, 0, ascending.length - 1)] - bias;
    }

    private double[] corrected(double[] raw) {
        return Arrays.stream(raw).map(omega -> omega - bias).toArray();
    }
}
