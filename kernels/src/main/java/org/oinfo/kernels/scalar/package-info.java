/** The readable reference of every operation: complete, always installed, one n-plet at a time. */
@NullMarked
package org.oinfo.kernels.scalar;

import org.jspecify.annotations.NullMarked;
