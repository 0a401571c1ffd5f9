package org.oinfo.study.result;

/**
 * N-plets that are more synergistic than any of a tree: samples of the Gaussian tree of the layer's strongest correlations have no
 * synergy but by chance. The smallest Omega of all n-plets of each of them makes the threshold, so that a layer without synergy has
 * any n-plet beyond it with probability 0.05 at most, as far as the fitted tree is the true one.
 *
 * @param order k
 * @param surrogates samples of the tree
 * @param threshold Omega below which p is at most 0.05, nats
 * @param beyond n-plets below it
 * @param total n-plets
 */
public record TreeNull(int order, int surrogates, double threshold, long beyond, long total) {}
