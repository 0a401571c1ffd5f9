package org.oinfo.statistics.interval;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.oinfo.data.BadInputException;

/**
 * Ends of intervals from the values of B resamples.
 *
 * <p>The p-quantile is the (B+1) p-th smallest value, linear between two of them (type 6 of Hyndman and Fan 1996, doi
 * 10.1080/00031305.1996.10473566), and the smallest or largest value beyond these.
 *
 * <p>BCa (Efron 1987, doi 10.1080/01621459.1987.10478410) takes the quantiles at
 *
 * <pre>  Phi( z0 + (z0 + z) / (1 - a (z0 + z)) ),   z = Phi^-1 of each tail
 *  z0 = Phi^-1( share of resamples below the estimate, equal ones half )
 *  a  = sum d^3 / (6 (sum d^2)^(3/2)),   d_g = mean of the jackknife values - value without group g</pre>
 */
final class Percentiles {
    private static final int MOST = 1_000_000;
    private static final int LEAST = 20;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static final Quantile TYPE_6 = Quantile.withDefaults().with(EstimationMethod.HF6);

    private Percentiles() {}

    /**
     * An interval.
     *
     * @param low lower end; NaN where the method gives none
     * @param high upper end; NaN where the method gives none
     * @param clamped whether an end is the smallest or largest value because more resamples would be needed
     */
    record Ends(double low, double high, boolean clamped) {
        static final Ends NONE = new Ends(Double.NaN, Double.NaN, false);
    }

    /** Fewest resamples whose percentiles at a confidence are not beyond the smallest or largest value. */
    static long least(double confidence) {
        // (B+1) (1-confidence)/2 >= 1, a little less for what rounding does to 1 - 0.95.
        return (long) Math.ceil(2 / (1 - confidence) * (1 - 1e-9)) - 1;
    }

    /**
     * Refuses fewer resamples than percentiles need: {@value #LEAST}, and one beyond each end.
     *
     * @throws BadInputException they are too few, or the confidence is not between 0 and 1
     */
    static void require(int resamples, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new BadInputException(
                    "the confidence must be between 0 and 1: confidence=" + confidence + "; choose 0.95, say");
        }
        long least = Math.max(LEAST, least(confidence));
        if (least > MOST) {
            throw new BadInputException(
                    "the confidence must be at most " + (1 - 2.0 / (MOST + 1)) + ", or the tails of "
                            + MOST + " resamples, the most there can be, hold none: confidence=" + confidence
                            + "; choose 0.95, say");
        }
        if (resamples > MOST) {
            throw new BadInputException("there must be at most " + MOST
                    + " resamples, for the measures of all are kept: " + "resamples=" + resamples + "; choose fewer");
        }
        if (resamples < least) {
            throw new BadInputException(
                    "there must be at least " + least + " resamples for a confidence of " + confidence
                            + ", so that its tails hold some: resamples=" + resamples
                            + "; draw more (1000 is common), or choose a lower confidence");
        }
    }

    /** The percentiles themselves. */
    static Ends percentile(double[] sorted, double confidence) {
        double tail = (1 - confidence) / 2;
        return ends(sorted, tail, 1 - tail);
    }

    /**
     * BCa; no interval where all resamples lie on one side of the estimate, or the correction is beyond its pole.
     *
     * @param sorted finite values of the resamples, ascending
     * @param estimate value of the data
     * @param jackknife finite values without each group
     */
    static Ends bca(double[] sorted, double estimate, double[] jackknife, double confidence) {
        int below = 0;
        int equal = 0;
        for (double x : sorted) {
            below += x < estimate ? 1 : 0;
            equal += x == estimate ? 1 : 0;
        }
        double share = (below + 0.5 * equal) / sorted.length;
        if (!(share > 0 && share < 1)) {
            return Ends.NONE;
        }
        double z0 = NORMAL.inverseCumulativeProbability(share);
        double a = acceleration(jackknife);
        double z = NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
        double low = shifted(z0, a, -z);
        double high = shifted(z0, a, z);
        return Double.isNaN(low) || Double.isNaN(high) ? Ends.NONE : ends(sorted, low, high);
    }

    private static double shifted(double z0, double a, double z) {
        double room = 1 - a * (z0 + z);
        return room > 0 ? NORMAL.cumulativeProbability(z0 + (z0 + z) / room) : Double.NaN;
    }

    /** a; 0 where no value differs from the others. */
    static double acceleration(double[] jackknife) {
        double mean = Arrays.stream(jackknife).average().orElse(0);
        double squares = 0;
        double cubes = 0;
        for (double x : jackknife) {
            double d = mean - x;
            squares += d * d;
            cubes += d * d * d;
        }
        return squares > 0 ? cubes / (6 * squares * Math.sqrt(squares)) : 0;
    }

    private static Ends ends(double[] sorted, double low, double high) {
        int count = sorted.length;
        // What rounding does to (B+1) p is not a lack of resamples.
        boolean clamped = (count + 1) * low < 1 - 1e-9 || (count + 1) * high > count + 1e-9;
        return new Ends(quantile(sorted, low), quantile(sorted, high), clamped);
    }

    /** The p-quantile of ascending values; NaN of none. */
    static double quantile(double[] sorted, double p) {
        return TYPE_6.evaluate(sorted.length, i -> sorted[i], p);
    }
}
