/**
 * The bordered sweep: scans of any order that the pair-stationary loops do not take, prefix by prefix and row by row.
 *
 * <p>Read {@link org.oinfo.kernels.simd.sweep.SweepScan} first, then {@link org.oinfo.kernels.simd.sweep.PlainRows}, its hot loop. May
 * import {@code lanes} and the interfaces of {@code org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.kernels.simd.sweep;

import org.jspecify.annotations.NullMarked;
