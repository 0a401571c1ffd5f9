package org.oinfo.search.anneal;

import java.util.List;

/**
 * Result of an annealing.
 *
 * @param synergistic the n-plets with the smallest Omega that runs ended at, best first; empty if that end was not sought or
 *     every n-plet met was singular
 * @param redundant those with the largest Omega, best first
 * @param temperature the first one, nats
 * @param scored n-plets scored by the chains
 * @param descentScored n-plets scored while what they found was descended to a local optimum
 * @param singular proposals that were singular: counted, never accepted
 * @param runs runs that came to their end, restarts counted
 * @param planned runs that were to be made
 * @param frozen runs that ended before their last sweep because Omega no longer changed
 * @param startless runs that ended without ever meeting an n-plet that is not singular
 * @param partial whether it was stopped: what runs had found until then is kept
 */
public record AnnealResult(
        List<Optimum> synergistic,
        List<Optimum> redundant,
        double temperature,
        long scored,
        long descentScored,
        long singular,
        long runs,
        long planned,
        long frozen,
        long startless,
        boolean partial) {}
