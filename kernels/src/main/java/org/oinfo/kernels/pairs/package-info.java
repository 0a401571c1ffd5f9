/**
 * What pair-stationary scans share, whatever runs their pairs: the walk over prefixes, and the second look at what a fast run cannot
 * decide.
 */
@NullMarked
package org.oinfo.kernels.pairs;

import org.jspecify.annotations.NullMarked;
