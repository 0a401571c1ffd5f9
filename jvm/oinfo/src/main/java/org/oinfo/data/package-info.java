/** Data in: samples and matrices from .npy, .csv, standard input and Java arrays, checked before any work. */
@NullMarked
package org.oinfo.data;

import org.jspecify.annotations.NullMarked;
