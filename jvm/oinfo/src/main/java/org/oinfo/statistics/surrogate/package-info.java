/**
 * Are the extremes of a scan more than chance, and are they synergy? Surrogates scanned in full, p-values that hold for the whole
 * scan.
 *
 * <p>Read {@link org.oinfo.statistics.surrogate.NullOfScan} first. May import {@code scan}, {@code search}
 * and {@code estimate}, and what these import.
 */
@NullMarked
package org.oinfo.statistics.surrogate;

import org.jspecify.annotations.NullMarked;
