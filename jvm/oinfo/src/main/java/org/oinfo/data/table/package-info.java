/**
 * Tables whose columns hold a number a row or lists of numbers, whatever format they lie in: as samples, and as arrays.
 *
 * <p>Read {@link org.oinfo.data.table.Table} first. May import {@code data} and {@code data.array}.
 */
@NullMarked
package org.oinfo.data.table;

import org.jspecify.annotations.NullMarked;
