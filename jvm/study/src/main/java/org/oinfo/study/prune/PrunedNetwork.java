package org.oinfo.study.prune;

import org.oinfo.study.network.Kept;
import org.oinfo.study.network.Network;

/**
 * A sub-network cut out of a network.
 *
 * @param network without the neurons that were not kept
 * @param kept the neurons of the whole network that it has
 */
public record PrunedNetwork(Network network, Kept kept) {}
