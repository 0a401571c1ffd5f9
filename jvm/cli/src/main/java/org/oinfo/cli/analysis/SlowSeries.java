package org.oinfo.cli.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.oinfo.OInformation;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.data.Warning;
import org.oinfo.statistics.surrogate.SerialMemory;

/**
 * Columns whose rows remember the row before: whatever takes rows one by one, shuffled, exchanged or drawn again, takes that memory from them.
 */
public final class SlowSeries {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Deviations of T^-1/2 that a correlation with the sample before must exceed. */
    private static final double DEVIATIONS = 4;

    /** Chance, over all columns, that white noise exceeds them where there are so many columns that 4 are too few. */
    private static final double CHANCE = 1e-3;

    private SlowSeries() {}

    /**
     * The warning, where a column is slow. Without one where no correlations are estimated, or none of samples.
     *
     * @param consequence what comes of it, and what to do: the end of the message
     */
    public static List<Warning> of(LoadedData data, String consequence) {
        OInformation info = data.info();
        if (!data.origin().hasSamples()
                || !info.options().estimate().estimator().correlates()) {
            return List.of();
        }
        double[] lagOne = info.screens().lagOne();
        return above(limit(lagOne.length, info.samples()), lagOne, info, Warning.Name.SLOW_SERIES, consequence);
    }

    /** Whether values of one variable are slow; those that do not vary are not. */
    public static boolean isSlow(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double lagOne =
                SerialMemory.lagOne(Arrays.stream(values).map(x -> x - mean).toArray());
        return lagOne > limit(1, values.length);
    }

    /** The correlation with the sample before that white noise of so many columns does not reach. */
    public static double limit(int columns, int samples) {
        double chance = NORMAL.inverseSurvivalProbability(CHANCE / columns);
        return Math.max(DEVIATIONS, chance) / Math.sqrt(samples);
    }

    /** A warning of the columns whose correlation with the sample before is above a limit. */
    public static List<Warning> above(
            double limit, double[] lagOne, OInformation info, Warning.Name name, String consequence) {
        int[] positions =
                IntStream.range(0, lagOne.length).filter(v -> lagOne[v] > limit).toArray();
        if (positions.length == 0) {
            return List.of();
        }
        int[] columns = info.variables().columnsOf(positions);
        double largest =
                IntStream.of(positions).mapToDouble(v -> lagOne[v]).max().orElseThrow();
        String message = String.format(
                Locale.ROOT,
                "lag-1 autocorrelation up to %.2f, above %.2f in %s; %s",
                largest,
                limit,
                info.variables().described(columns),
                consequence);
        return List.of(new Warning(
                name,
                message,
                Map.of("columns", IntStream.of(columns).boxed().toList(), "largest", largest, "limit", limit)));
    }
}
