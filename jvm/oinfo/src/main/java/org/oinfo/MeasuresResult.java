package org.oinfo;

import java.util.List;

/**
 * Measures of given n-plets, in the order they were given in.
 *
 * @param nplets all of them, or when stopped the first ones: a prefix without gaps
 * @param partial whether scoring was stopped before the last
 */
public record MeasuresResult(List<ScoredNplet> nplets, boolean partial) {}
