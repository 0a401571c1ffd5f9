/**
 * The kernels in C, called through java.lang.foreign: the same operations in the same order as {@code org.oinfo.kernels.simd}, at
 * full speed from the first call on. Sources in src/main/c.
 */
@NullMarked
package org.oinfo.kernels.foreign;

import org.jspecify.annotations.NullMarked;
