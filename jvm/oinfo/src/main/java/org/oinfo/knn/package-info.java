/**
 * O-information from nearest neighbours, without a model of the distribution.
 *
 * <p>T samples, N variables, k order of an n-plet S, K neighbours; eps_t the distance of sample t to its K-th neighbour in S, n_i and
 * n_-i the numbers of other samples strictly within eps_t in variable i and in S without i, psi the digamma function, &lt; &gt; the mean
 * over samples:
 *
 * <pre>
 *  TC    = (k-1) psi(T) + psi(K) - sum_i &lt;psi(n_i + 1)&gt;
 *  DTC   = psi(T) + (k-1) psi(K) - sum_i &lt;psi(n_-i + 1)&gt;
 *  Omega = TC - DTC                       S = TC + DTC
 * </pre>
 *
 * <p>One radius serves all entropies, so that its logarithm cancels. Where eps_t = 0, n_i and n_-i count samples equal to t, and psi(K_t
 * + 1) stands for psi(K), K_t of them equal in all of S.
 *
 * <p>Everything is in whole numbers ({@link org.oinfo.knn.DigammaTable}), as in {@code discrete}: sums do not depend on their order, and
 * results are the same on every backend, width and number of threads. Read {@link org.oinfo.knn.KnnScorer} first. May import
 * {@code parallel}, {@code data}, {@code estimate} and {@code scan}.
 */
@NullMarked
package org.oinfo.knn;

import org.jspecify.annotations.NullMarked;
