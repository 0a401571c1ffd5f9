/** Significance and uncertainty of what a scan finds. */
@NullMarked
package org.oinfo.statistics;

import org.jspecify.annotations.NullMarked;
