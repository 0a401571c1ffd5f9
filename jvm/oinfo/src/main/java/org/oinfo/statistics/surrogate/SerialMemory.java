package org.oinfo.statistics.surrogate;

import java.util.Locale;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.SampleScores;

/**
 * Do successive samples resemble each other? The mean over the variables of their correlation with the sample before. In a random
 * order of the samples one variable has -1/T with a standard deviation of about T^-1/2, whatever its margin, and the mean of
 * several has no larger one.
 */
public final class SerialMemory {
    /** Standard deviations that a random order does not reach, 1 in 30,000. */
    private static final double DEVIATIONS = 4;

    private SerialMemory() {}

    /**
     * Refuses series, whose chance correlations are larger than those of independent samples.
     *
     * @throws BadInputException the mean exceeds 4 T^-1/2
     */
    static void refuse(SampleScores scores) {
        double mean = 0;
        for (int v = 0; v < scores.variables(); v++) {
            mean += lagOne(scores.column(v)) / scores.variables();
        }
        double limit = DEVIATIONS / Math.sqrt(scores.samples());
        if (mean > limit) {
            throw new BadInputException(String.format(
                    Locale.ROOT,
                    "a test against a tree needs independent samples, and these resemble the ones before them, as those of"
                            + " time series do: mean correlation %.2f of a column with itself one sample later, at most %.2f;"
                            + " take every n-th sample, or put rows that are sorted in random order",
                    mean,
                    limit));
        }
    }

    /** Correlation of each variable with itself one sample before [N]. */
    public static double[] lagOne(SampleScores scores) {
        return IntStream.range(0, scores.variables())
                .mapToDouble(v -> lagOne(scores.column(v)))
                .toArray();
    }

    /** Correlation of values about 0 with those one sample before; NaN where all are 0. */
    public static double lagOne(double[] x) {
        double product = 0;
        double square = x[0] * x[0];
        for (int t = 1; t < x.length; t++) {
            product = Math.fma(x[t - 1], x[t], product);
            square = Math.fma(x[t], x[t], square);
        }
        return product / square;
    }
}
