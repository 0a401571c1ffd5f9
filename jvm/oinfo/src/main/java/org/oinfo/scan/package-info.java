/**
 * Scores n-plets: every one of an order, in blocks over threads, or a given list; and ranks them by any of the four measures, by a combination of them or by one of the caller's own.
 *
 * <p>Read {@link org.oinfo.scan.ExhaustiveScan} first. May import {@code parallel}, {@code data} and {@code
 * org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.scan;

import org.jspecify.annotations.NullMarked;
