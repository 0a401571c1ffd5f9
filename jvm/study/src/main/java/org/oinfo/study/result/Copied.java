package org.oinfo.study.result;

/**
 * The triplets of a layer that hold a neuron and its copy, in a network whose neurons were copied after training: Omega of a, its
 * copy a' and b is I(a;a') - I(a;a'|b), which comes near I(a;b) >= 0 as the copy comes near the neuron.
 *
 * @param seed of the network
 * @param layer its name
 * @param copies neurons that have one, both alive
 * @param correlation mean over them, of the copula's scores of a neuron and its copy
 * @param triplets that hold both, singular ones left out
 * @param singular how many those are
 * @param redundant share of the triplets with Omega above 0
 * @param o mean Omega over the triplets, nats
 * @param s mean S = TC + DTC over them, nats
 */
public record Copied(
        long seed,
        String layer,
        int copies,
        double correlation,
        long triplets,
        long singular,
        double redundant,
        double o,
        double s) {}
