/**
 * Opens a file whatever its format: the one place that knows them all.
 *
 * <p>Read {@link org.oinfo.data.files.DataFiles} first. How to add a format: see the package {@code org.oinfo.data}.
 */
@NullMarked
package org.oinfo.data.files;

import org.jspecify.annotations.NullMarked;
