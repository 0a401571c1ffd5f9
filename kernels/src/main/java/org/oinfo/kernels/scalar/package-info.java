/**
 * The readable reference of every operation: complete, always installed, one n-plet at a time.
 *
 * <p>Read {@link org.oinfo.kernels.scalar.ScalarScan} first. May import {@code org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.kernels.scalar;

import org.jspecify.annotations.NullMarked;
