package org.oinfo.search.greedy;

import java.util.List;

/**
 * Where a greedy search starts.
 *
 * @param synergistic n-plets that grow towards synergy, by position, each ascending, best first
 * @param redundant n-plets that grow towards redundancy
 * @param partial whether the scan that found them was stopped before its end
 * @param seconds time the scan took
 */
public record GreedyStarts(List<int[]> synergistic, List<int[]> redundant, boolean partial, double seconds) {}
