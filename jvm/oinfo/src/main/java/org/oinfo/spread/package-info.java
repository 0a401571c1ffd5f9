/**
 * Machines that do pieces of work, and analyses of many independent pieces, such as surrogates, resamples and starts of a search, as such
 * work.
 *
 * <p>Read {@link org.oinfo.spread.Cluster} first; jvm/spark brings one. {@link org.oinfo.spread.SpreadKeeper} is the keeper of the run
 * that leads, {@link org.oinfo.spread.FoldWorker} does pieces for it. May import {@code scan}, {@code parallel}, {@code jit}, {@code data}
 * and {@code org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.spread;

import org.jspecify.annotations.NullMarked;
