/**
 * O-information of variables with few values, from how often their joint states occur.
 *
 * <p>Everything is in whole numbers: the content of a group of variables is T H, its entropy times the number of samples, in
 * units of a power of two ({@link org.oinfo.discrete.CountTable}). Sums of whole numbers do not depend on their order, so joint
 * states may be counted in any way that is fast, and every way gives the same bits.
 *
 * <p>Read {@link org.oinfo.discrete.DiscreteScorer} first. May import {@code parallel}, {@code data}, {@code estimate} and {@code
 * scan}.
 */
@NullMarked
package org.oinfo.discrete;

import org.jspecify.annotations.NullMarked;
