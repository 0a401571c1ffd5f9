package org.oinfo.study.result;

import org.jspecify.annotations.Nullable;

/**
 * Whether a measure tells which groups of a layer's neurons matter together: Spearman's correlations with the interaction of ablations,
 * over random groups whose neurons matter about the same one by one.
 *
 * @param seed of the network
 * @param layer its name
 * @param size neurons in a group
 * @param groups that have all of the measures
 * @param singles mean over the groups of the sum of single gains, nats
 * @param spread largest less smallest of those sums, nats
 * @param interaction mean over the groups, nats
 * @param omega correlation with Omega; null where one of both is constant
 * @param tc with the total correlation, likewise
 * @param domega with dOmega about the class; null also where that was not computed
 * @param sum with the sum of single gains: what was left to match
 */
public record Interaction(
        long seed,
        String layer,
        int size,
        int groups,
        double singles,
        double spread,
        double interaction,
        @Nullable Double omega,
        @Nullable Double tc,
        @Nullable Double domega,
        @Nullable Double sum) {}
