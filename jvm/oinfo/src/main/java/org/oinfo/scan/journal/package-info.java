/**
 * Scans that go on where another process was stopped: what blocks of ranks hold, as bytes, and the file that keeps it.
 *
 * <p>Read {@link org.oinfo.scan.journal.PartialResult} first; docs/partial-results.md has every field. May import {@code scan},
 * {@code journal}, {@code data} and {@code org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.scan.journal;

import org.jspecify.annotations.NullMarked;
