/**
 * How sure is a value? Bootstrap intervals, parametric resampling, and what fewer samples would have given.
 *
 * <p>Read {@link org.oinfo.statistics.interval.Bootstrap} first. May import {@code scan} and {@code
 * estimate}, and what these import.
 */
@NullMarked
package org.oinfo.statistics.interval;

import org.jspecify.annotations.NullMarked;
