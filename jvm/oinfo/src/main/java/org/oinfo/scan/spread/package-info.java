/**
 * Scans of whole orders as work in pieces that other machines do: what is sent to them, what they do, and what becomes of what they find.
 *
 * <p>Read {@link org.oinfo.scan.spread.SpreadScan} first. May import {@code spread}, {@code scan}, {@code scan.journal}, {@code
 * parallel}, {@code data} and {@code org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.scan.spread;

import org.jspecify.annotations.NullMarked;
