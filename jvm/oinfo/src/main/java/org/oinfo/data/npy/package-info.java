/**
 * numpy's .npy: read mapped, written streamed.
 *
 * <p>Read {@link org.oinfo.data.npy.NpySamples} first. May import {@code data}.
 */
@NullMarked
package org.oinfo.data.npy;

import org.jspecify.annotations.NullMarked;
