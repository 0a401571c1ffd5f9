/**
 * Parquet, read with Hardwood: a table of named columns.
 *
 * <p>Read {@link org.oinfo.data.parquet.ParquetTable} first. May import {@code data}, {@code data.array}, {@code data.table} and, for
 * what Arrow notes in a Parquet file, {@code data.arrow}.
 */
@NullMarked
package org.oinfo.data.parquet;

import org.jspecify.annotations.NullMarked;
