/** Greedy growth by the Vector API: the lanes are candidates. See {@link org.oinfo.kernels.growth.GrowthWalk}. */
@NullMarked
package org.oinfo.kernels.simd.growth;

import org.jspecify.annotations.NullMarked;
