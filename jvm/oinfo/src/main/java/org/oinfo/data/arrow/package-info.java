/**
 * Arrow IPC, as stream or file (Feather of the second version): a table of named columns, read where it lies. The messages are taken apart
 * by the classes of Apache Arrow's own description, {@code arrow-format}.
 *
 * <p>Read {@link org.oinfo.data.arrow.ArrowTable} first. May import {@code data}, {@code data.array} and {@code data.table}.
 */
@NullMarked
package org.oinfo.data.arrow;

import org.jspecify.annotations.NullMarked;
