/**
 * Data in: samples and matrices from .npy, .csv, standard input and Java arrays, checked before any work.
 *
 * <p>Read {@link org.oinfo.data.Samples} first. Imports nothing of the library; each format has a room of its own.
 */
@NullMarked
package org.oinfo.data;

import org.jspecify.annotations.NullMarked;
