package org.oinfo.search.anneal;

import java.util.List;

/**
 * Where n-plets got to at each end, in the order they were given in; empty for an end that was not sought.
 *
 * @param synergistic towards small Omega
 * @param redundant towards large Omega
 * @param scored n-plets scored on the way
 * @param partial whether it was stopped before all had come to a local optimum
 */
public record DescentResult(List<Descent> synergistic, List<Descent> redundant, long scored, boolean partial) {}
