/**
 * Information about a target from nearest neighbours, without a model of the distribution.
 *
 * <p>T samples, K neighbours; eps_t the distance, in the maximum norm over the sources X and the target Y, of sample t to its K-th
 * neighbour; n_X and n_Y the numbers of other samples strictly within eps_t in X and in Y; psi the digamma function, &lt; &gt; the mean
 * over samples:
 *
 * <pre>  I(X;Y) = psi(T) + psi(K) - &lt;psi(n_X + 1) + psi(n_Y + 1)&gt;</pre>
 *
 * <p>Source: Kraskov, Stoegbauer, Grassberger 2004 (doi 10.1103/PhysRevE.69.066138), the first algorithm. Classes are farther from each
 * other than any two samples are in X, so that neighbours are of the same class, n_Y + 1 is its size T_c, and the formula becomes that of
 * Ross 2014 (doi 10.1371/journal.pone.0087357), psi(T) + psi(K) - &lt;psi(T_c) + psi(n_X + 1)&gt;. Its largest value is some (C-1)/(2T)
 * above H(Y) of C classes; information above H(Y) is given as H(Y). Where eps_t = 0, {@code knn} says what is counted.
 *
 * <p>Each subset of an n-plet has neighbours of its own, so its I is what the formula gives for it alone. Read {@link
 * org.oinfo.targets.nearest.NearestTarget} first. May import what {@code targets} may, {@code targets}, {@code targets.subsets} and
 * {@code knn}.
 */
@NullMarked
package org.oinfo.targets.nearest;

import org.jspecify.annotations.NullMarked;
