/**
 * The four measures of given n-plets, one n-plet a lane: small orders in registers, others through panels in the cache.
 *
 * <p>Read {@link org.oinfo.kernels.simd.measures.SimdMeasures} first. May import {@code lanes} and the interfaces of {@code
 * org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.kernels.simd.measures;

import org.jspecify.annotations.NullMarked;
