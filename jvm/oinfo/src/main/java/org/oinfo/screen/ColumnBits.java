package org.oinfo.screen;

import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.jspecify.annotations.Nullable;

/**
 * One column as bits: on which side of its median a sample lies, and whether it lies outside the middle half.
 *
 * @param side 1 above the median; the last word is filled with 0
 * @param ones number of samples above the median
 * @param outer 1 in the lowest and the highest quarter; null where ties leave no quarters, see {@link #quartered}
 * @param low number of samples in the lowest quarter
 * @param high number of samples in the highest quarter
 * @param memory how much the bits resemble earlier ones
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ColumnBits(long[] side, int ones, long @Nullable [] outer, int low, int high, Memory memory) {
    /** Shares of samples above a median that still is one. */
    private static final double LEAST_HALF = 0.3;

    /** Shares of samples in a quarter that still is one. */
    private static final double LEAST_QUARTER = 0.15;

    private static final double MOST_QUARTER = 0.35;

    /** Difference of the shares of both quarters: more would let monotone dependence pass for one that is not. */
    private static final double UNEVEN = 0.1;

    private static final Quantile ORDER_STATISTIC =
            Quantile.withDefaults().with(EstimationMethod.HF1).withCopy(true);

    /** The bits of a column, or null where so many samples are tied that no cut comes near the median. */
    static @Nullable ColumnBits of(double[] column) {
        int samples = column.length;
        double[] quartiles = ORDER_STATISTIC.evaluate(column, 0.25, 0.5, 0.75);
        Cut median = Cut.near(column, quartiles[1], samples / 2.0);
        if (Math.min(median.ones(), samples - median.ones()) < LEAST_HALF * samples) {
            return null;
        }
        long[] side = bits(column, median, null);
        Cut lower = Cut.near(column, quartiles[0], 0.75 * samples);
        Cut upper = Cut.near(column, quartiles[2], 0.25 * samples);
        int low = samples - lower.ones();
        int high = upper.ones();
        long[] outer = quartered(low, high, samples) ? bits(column, upper, lower) : null;
        return new ColumnBits(side, median.ones(), outer, low, high, Memory.of(side, outer, samples));
    }

    private static boolean quartered(double low, double high, int samples) {
        return Math.min(low, high) >= LEAST_QUARTER * samples
                && Math.max(low, high) <= MOST_QUARTER * samples
                && Math.abs(low - high) <= UNEVEN * samples;
    }

    /** 1 above a cut, or not above another one. */
    private static long[] bits(double[] column, Cut above, @Nullable Cut orNotAbove) {
        long[] words = new long[(column.length + Long.SIZE - 1) / Long.SIZE];
        for (int t = 0; t < column.length; t++) {
            boolean one = above.isAbove(column[t]) || (orNotAbove != null && !orNotAbove.isAbove(column[t]));
            if (one) {
                words[t / Long.SIZE] |= 1L << t;
            }
        }
        return words;
    }
}
