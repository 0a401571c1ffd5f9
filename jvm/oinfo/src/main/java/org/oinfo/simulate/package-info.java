/**
 * Samples of systems whose measures are known: for trying things out, and for validation.
 *
 * <p>Read {@link org.oinfo.simulate.Structure} first. May import {@code data}, {@code parallel} and the kernels.
 */
@NullMarked
package org.oinfo.simulate;

import org.jspecify.annotations.NullMarked;
