/**
 * Lane width and the vector logarithm: what every other room of the backend shares.
 *
 * <p>Read {@link org.oinfo.kernels.simd.lanes.Lanes} first. Imports the Vector API only.
 */
@NullMarked
package org.oinfo.kernels.simd.lanes;

import org.jspecify.annotations.NullMarked;
