/**
 * Every order in one walk over all subsets: 2^m minors and products of a cell at a time.
 *
 * <p>Read {@link org.oinfo.kernels.lattice.LatticeWalk} first, then {@link org.oinfo.kernels.simd.lattice.LatticeCell}. May import
 * {@code lanes}, {@code sweep} (what is known of a prefix) and the interfaces of {@code org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.kernels.simd.lattice;

import org.jspecify.annotations.NullMarked;
