/**
 * Lane width, the vector logarithm, products with their exponents split off: what every other room of the backend shares.
 *
 * <p>Read {@link org.oinfo.kernels.simd.lanes.Lanes} first. Imports the Vector API, and ln 2 from the canonical routine.
 */
@NullMarked
package org.oinfo.kernels.simd.lanes;

import org.jspecify.annotations.NullMarked;
