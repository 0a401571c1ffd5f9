/**
 * Looks at the samples once more, for what correlations do not show: columns of few values, exact dependence that ranks hide,
 * dependence that is not monotone.
 *
 * <p>Read {@link org.oinfo.screen.MonotoneScreen} first; its statistics are in docs/statistics.md, its cost in docs/adr/0035. T
 * samples, N variables, b a bit that says on which side of its median a sample lies, n_i, n_ij, n_ijk numbers of samples with 1 in
 * one, two, three of these bits.
 *
 * <p>May import {@code data} and {@code parallel}.
 */
@NullMarked
package org.oinfo.screen;

import org.jspecify.annotations.NullMarked;
