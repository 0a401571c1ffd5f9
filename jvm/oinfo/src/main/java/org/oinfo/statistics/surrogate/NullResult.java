package org.oinfo.statistics.surrogate;

import java.util.List;

/**
 * N-plets of the data beside what independent variables would give.
 *
 * @param settings what was asked for
 * @param partial whether a monitor stopped it: fewer surrogates, or not all n-plets of the data were looked at
 * @param extremes the smallest and largest Omega of the family in each surrogate that was finished
 * @param nplets given n-plets in the order of the input, or the extremes of the data, most synergistic ones first, best first
 */
public record NullResult(NullSettings settings, boolean partial, ExtremeNull extremes, List<TestedNplet> nplets) {}
