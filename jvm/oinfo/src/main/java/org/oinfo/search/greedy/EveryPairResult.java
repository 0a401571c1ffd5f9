package org.oinfo.search.greedy;

import java.util.List;

/**
 * Result of a greedy search from every pair.
 *
 * @param ends what was found at each end, synergy first
 * @param partial whether it was stopped before its end
 * @param seconds time it took
 */
public record EveryPairResult(List<EveryPairEnd> ends, boolean partial, double seconds) {}
