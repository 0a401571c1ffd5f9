/**
 * Counts of neighbours, from which information is estimated without a model of the distribution.
 *
 * <p>T samples, N variables, S an n-plet of order k, K the number of neighbours. eps_t is the distance, in the maximum norm over S, of
 * sample t to its K-th neighbour; n_i and n_-i are the numbers of other samples strictly within eps_t in variable i alone, and in S
 * without i. Where eps_t = 0, samples equal to t are within it.
 *
 * <p>Distances are differences of doubles, rounded once; counts are whole numbers, and so are the sums that are made of them. Whatever
 * way they are come by, they are the same to the last bit.
 *
 * <p>Read {@link org.oinfo.kernels.neighbours.NeighbourKernel} first, then {@link
 * org.oinfo.kernels.neighbours.ScalarNeighbours}; the same in C is neighbours.c. Imports nothing.
 */
@NullMarked
package org.oinfo.kernels.neighbours;

import org.jspecify.annotations.NullMarked;
