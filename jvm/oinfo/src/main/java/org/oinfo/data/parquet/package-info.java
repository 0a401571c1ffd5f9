/**
 * Parquet, read with Hardwood: a table of named columns.
 *
 * <p>Read {@link org.oinfo.data.parquet.ParquetTable} first. May import {@code data} and {@code data.array}.
 */
@NullMarked
package org.oinfo.data.parquet;

import org.jspecify.annotations.NullMarked;
