/** What scans by the bordered sweep share, whatever scores their rows: the slow path. */
@NullMarked
package org.oinfo.kernels.sweep;

import org.jspecify.annotations.NullMarked;
