/**
 * Machines that do pieces of work, and scans as such work: what is sent to them, what they do, and what becomes of what they find.
 *
 * <p>Read {@link org.oinfo.scan.spread.Cluster} first; jvm/spark brings one. May import {@code scan}, {@code scan.journal}, {@code
 * parallel}, {@code jit}, {@code data} and {@code org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.scan.spread;

import org.jspecify.annotations.NullMarked;
