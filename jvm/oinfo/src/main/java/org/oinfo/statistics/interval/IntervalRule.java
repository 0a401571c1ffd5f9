package org.oinfo.statistics.interval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.MeasuresKernel;

/** From the values of resamples to the intervals of one n-plet. */
final class IntervalRule {
    private final BootstrapSettings settings;
    private final int samples;
    private final long least;

    IntervalRule(BootstrapSettings settings, int samples) {
        this.settings = settings;
        this.samples = samples;
        this.least = Percentiles.least(settings.confidence());
    }

    /**
     * Intervals of an n-plet.
     *
     * @param at its place in all that follow
     * @param values measures of the data [n-plets*4]
     */
    NpletIntervals intervals(
            int[] nplet, int at, double[] values, ResampledMeasures jackknife, ResampledMeasures resamples) {
        double[] bias = settings.biasCorrect()
                ? new BiasCorrection(nplet.length, samples).measures().values()
                : new double[MeasuresKernel.VALUES];
        MeasureInterval[] found = new MeasureInterval[MeasuresKernel.VALUES];
        for (int m = 0; m < found.length; m++) {
            found[m] = interval(
                    values[at * MeasuresKernel.VALUES + m],
                    bias[m],
                    resamples.finite(at, m),
                    jackknife.complete() ? jackknife.finite(at, m) : null);
        }
        int finite = resamples.finite(at, 0).length;
        return new NpletIntervals(nplet, found[0], found[1], found[2], found[3], finite, resamples.count() - finite);
    }

    /**
     * The interval of a measure.
     *
     * @param raw its value
     * @param bias subtracted from all values; intervals move with it, whatever the method
     * @param jackknife null where it was stopped
     */
    private MeasureInterval interval(double raw, double bias, double[] resamples, double @Nullable [] jackknife) {
        double mean = Moments.mean(resamples);
        Percentiles.Ends ends = Percentiles.Ends.NONE;
        if (!Double.isNaN(raw) && resamples.length >= least && jackknife != null) {
            double[] sorted = resamples.clone();
            Arrays.sort(sorted);
            ends = switch (settings.method()) {
                case BCA -> Percentiles.bca(sorted, raw, jackknife, settings.confidence());
                case PERCENTILE -> Percentiles.percentile(sorted, settings.confidence());
            };
        }
        return new MeasureInterval(
                raw - bias,
                ends.low() - bias,
                ends.high() - bias,
                mean - raw,
                Moments.deviation(resamples),
                ends.clamped());
    }
}
