/**
 * Information that groups of variables, the sources, carry about a target: a variable, a class label, or the next value of
 * a time series.
 *
 * <p>Everything follows from Gaussian models of the sources X alone: one before the target Y is known, and those after (one
 * for each class, or the one of partial correlations given Y), weighted by w:
 *
 * <pre>  rsi    = I(X;Y) - sum_i I(X_i;Y)                      = sum_y w_y TC(X|y) - TC(X)
 *  domega = (1-k) I(X;Y) + sum_j I(X_-j;Y)                = DTC(X) - sum_y w_y DTC(X|y)
 *  I(X;Y) = sum_i I(X_i;Y) + rsi</pre>
 *
 * <p>So the kernels that score n-plets of a correlation matrix score n-plets of sources too.
 *
 * <p>Read {@link org.oinfo.targets.TargetModel} first, then {@link org.oinfo.targets.TargetScan}. May import {@code parallel}, {@code
 * data} and {@code estimate}.
 */
@NullMarked
package org.oinfo.targets;

import org.jspecify.annotations.NullMarked;
