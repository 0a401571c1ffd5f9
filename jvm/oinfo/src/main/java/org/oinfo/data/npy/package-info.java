/**
 * numpy's .npy: read mapped, written streamed.
 *
 * <p>Read {@link org.oinfo.data.npy.NpyHeader} first. May import {@code data} and {@code data.array}.
 */
@NullMarked
package org.oinfo.data.npy;

import org.jspecify.annotations.NullMarked;
