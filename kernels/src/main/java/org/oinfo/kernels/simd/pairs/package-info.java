/**
 * The pair-stationary scan of orders 3 to 8: for each pair {q, j} all l stream by. Its hot loops are generated.
 *
 * <p>Read {@link org.oinfo.kernels.simd.pairs.PairScan} first, then {@link org.oinfo.kernels.simd.pairs.PairStationary} and any of the
 * generated classes that implement it. May import {@code lanes}, {@code sweep} (its walk over prefixes, and its histogram) and the
 * interfaces of {@code org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.kernels.simd.pairs;

import org.jspecify.annotations.NullMarked;
