/**
 * What walks over the lattice share, whatever scores their cells: the split into sound cells, and the record.
 *
 * <p>Read {@link org.oinfo.kernels.lattice.LatticeWalk} first.
 */
@NullMarked
package org.oinfo.kernels.lattice;

import org.jspecify.annotations.NullMarked;
