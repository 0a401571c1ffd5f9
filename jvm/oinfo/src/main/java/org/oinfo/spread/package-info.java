/**
 * Analyses of many independent pieces, such as surrogates, resamples and starts of a search, whose pieces other machines do.
 *
 * <p>Read {@link org.oinfo.spread.SpreadKeeper} first: it is the keeper of the run that leads, {@link org.oinfo.spread.FoldWorker} does
 * pieces for it. May import {@code scan.spread}, {@code scan}, {@code parallel} and {@code data}.
 */
@NullMarked
package org.oinfo.spread;

import org.jspecify.annotations.NullMarked;
