/**
 * MATLAB's .mat of versions 5 to 7: numbers are mapped where they are not packed. That of version 7.3 is an HDF5 file.
 *
 * <p>The MATLAB File Library is not used: it makes as much memory as a damaged file asks for, and warns of sun.misc.Unsafe.
 *
 * <p>Read {@link org.oinfo.data.matlab.MatFile5} first. May import {@code data} and {@code data.array}.
 */
@NullMarked
package org.oinfo.data.matlab;

import org.jspecify.annotations.NullMarked;
