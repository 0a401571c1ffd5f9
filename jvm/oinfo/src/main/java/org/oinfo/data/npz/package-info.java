/**
 * numpy's .npz: a zip archive of .npy files. Stored arrays are mapped, deflated ones are inflated into memory outside the heap.
 *
 * <p>Read {@link org.oinfo.data.npz.NpzFile} first. May import {@code data}, {@code data.array} and {@code data.npy}.
 */
@NullMarked
package org.oinfo.data.npz;

import org.jspecify.annotations.NullMarked;
