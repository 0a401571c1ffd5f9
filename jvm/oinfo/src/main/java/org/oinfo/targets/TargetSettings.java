package org.oinfo.targets;

import org.oinfo.kernels.Backend;

/**
 * How sources and target are modelled.
 *
 * @param backend what scores n-plets of sources
 * @param biasCorrect subtract from every information the bias of the entropies it is made of
 * @param threads number of threads, at least 1; no result depends on it
 */
public record TargetSettings(Backend backend, boolean biasCorrect, int threads) {}
