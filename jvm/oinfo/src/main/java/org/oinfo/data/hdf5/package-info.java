/**
 * HDF5, and what is written in it: NetCDF-4, NWB, MATLAB 7.3. Read with jHDF; contiguous data are mapped.
 *
 * <p>Read {@link org.oinfo.data.hdf5.HdfArrays} first. May import {@code data} and {@code data.array}.
 */
@NullMarked
package org.oinfo.data.hdf5;

import org.jspecify.annotations.NullMarked;
