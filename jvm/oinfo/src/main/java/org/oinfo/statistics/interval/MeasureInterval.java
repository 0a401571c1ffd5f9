package org.oinfo.statistics.interval;

/**
 * A measure and how far it may be off, in nats. NaN where there is none: no value of a singular n-plet, no interval where the
 * method has none.
 *
 * @param value the measure of the data, less its bias where that was asked for
 * @param low lower end of the confidence interval
 * @param high upper end of the confidence interval
 * @param bias mean of the resamples less the raw value
 * @param error standard deviation of the resamples
 * @param clamped whether an end is the smallest or largest of the resamples, because more of them would be needed
 */
public record MeasureInterval(double value, double low, double high, double bias, double error, boolean clamped) {
    /** Whether there is an interval. */
    public boolean defined() {
        return !Double.isNaN(low);
    }
}
