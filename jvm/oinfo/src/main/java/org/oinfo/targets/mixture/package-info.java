/**
 * Information about classes from Gaussians of the classes, used twice: for what is known of a sample once its class is, and, mixed by
 * the weights w_c = T_c/T, for what is known before.
 *
 * <pre>  I(X;Y) = mean over samples of ln p(x|y) - ln sum_c w_c p(x|c)
 *         = H(Y) + mean over samples of ln P(y|x),   P(c|x) = w_c p(x|c) / sum_c' w_c' p(x|c')</pre>
 *
 * <p>No ln P is above 0, so I is at most H(Y), whatever the data; of sources that tell classes apart it is H(Y), of sources that know
 * nothing 0. It can be below 0, where the Gaussians fit so badly that they are worse than no model.
 *
 * <p>p(x|c) has the means of the class and the covariance (1-g) S_c + g S_within; the one g of an order is that of {@link
 * org.oinfo.targets.mixture.SharedCovariance}. Beside I stands the held-out value: every sample is scored by models of the other four
 * fifths of the data, and on average it is no higher than the truth.
 *
 * <p>Every subset of an n-plet is scored in the same way, and rsi, domega and the rest are sums of that by their definitions.
 *
 * <p>Read {@link org.oinfo.targets.mixture.ClassMixture} first, then {@link org.oinfo.targets.subsets.SubsetScan}. May import what
 * {@code targets} may, {@code targets} and {@code targets.subsets}.
 */
@NullMarked
package org.oinfo.targets.mixture;

import org.jspecify.annotations.NullMarked;
