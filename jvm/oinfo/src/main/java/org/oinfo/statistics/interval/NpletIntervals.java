package org.oinfo.statistics.interval;

import java.util.List;

/**
 * The four measures of an n-plet with their intervals.
 *
 * @param nplet positions of its variables, ascending
 * @param tc total correlation
 * @param dtc dual total correlation
 * @param o O-information
 * @param s S-information
 * @param resamples number of resamples the intervals come from
 * @param singular number of resamples in which the n-plet was singular, and which were left out
 */
@SuppressWarnings("ArrayRecordComponent") // a list of n-plets is not boxed to be immutable
public record NpletIntervals(
        int[] nplet,
        MeasureInterval tc,
        MeasureInterval dtc,
        MeasureInterval o,
        MeasureInterval s,
        int resamples,
        int singular) {
    /** TC, DTC, Omega and S. */
    public List<MeasureInterval> measures() {
        return List.of(tc, dtc, o, s);
    }
}
