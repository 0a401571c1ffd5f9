/**
 * Targets of which every subset A of an n-plet has an estimate I(X_A;Y) of its own: no identity of entropies holds between them, so
 * that rsi, domega and the rest are sums of those estimates by their definitions.
 *
 * <pre>  domega = (1-k) I(X;Y) + sum_j I(X_-j;Y)     rsi = I(X;Y) - sum_i I(X_i;Y)</pre>
 *
 * <p>Read {@link org.oinfo.targets.subsets.SubsetModel} first, then {@link org.oinfo.targets.subsets.SubsetScan}. May import what
 * {@code targets} may, and {@code targets}.
 */
@NullMarked
package org.oinfo.targets.subsets;

import org.jspecify.annotations.NullMarked;
