/**
 * Opens a file whatever its format: the one place that knows them all.
 *
 * <p>To add a format: a room {@code data.FORMAT} whose reader returns {@link org.oinfo.data.Samples}, a line in {@link
 * org.oinfo.data.files.DataFiles} that knows it by its first bytes, and tests that assert values and the exact messages.
 */
@NullMarked
package org.oinfo.data.files;

import org.jspecify.annotations.NullMarked;
