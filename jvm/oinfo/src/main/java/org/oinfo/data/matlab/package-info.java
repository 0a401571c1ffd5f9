/**
 * MATLAB's .mat of versions 5 to 7, read with the MATLAB File Library; that of version 7.3 is an HDF5 file.
 *
 * <p>May import {@code data} and {@code data.array}.
 */
@NullMarked
package org.oinfo.data.matlab;

import org.jspecify.annotations.NullMarked;
