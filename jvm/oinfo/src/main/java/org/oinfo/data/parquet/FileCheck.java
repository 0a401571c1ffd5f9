package org.oinfo.data.parquet;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.schema.ColumnSchema;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks sizes in a Parquet file before the library takes them at their word: where the size of a page is negative it goes back and never
 * ends, it allocates what a length says, and snappy writes beyond what was allocated. Fields as in <a
 * href="https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift">parquet.thrift</a>.
 */
final class FileCheck {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** The length of the description and PAR1. */
    private static final int TAIL = 8;

    private static final int HEAD = 4;

    /** The list of pages in an index of their places, and in each offset, size and first row. */
    private static final int LOCATIONS = 1;

    private static final int SIZE_OF_LOCATION = 2;
    private static final int LAST_OF_LOCATION = 3;
    private static final int WITHIN_LIST = 2;

    /** What is known of a column: within the list of groups, a group, its list of columns, a column. */
    private static final int WITHIN_COLUMN = 5;

    /** The library passes over a list, as its own head says. */
    private static final int ANY = -1;

    /** Of the three numbers of a place. */
    private static final int FIRST_ROW = 2;

    /** A run of equal values takes a few bytes however long it is; more of them than this is no data. */
    static final long MOST_VALUES_A_BYTE = 1L << 15;

    private FileCheck() {}

    /**
     * Checks the description at the end of a file.
     *
     * @throws IllegalStateException it is not well formed
     */
    static void description(MemorySegment file) {
        require(file.byteSize() >= HEAD + TAIL, "it is cut short");
        long end = file.byteSize() - TAIL;
        long length = Integer.toUnsignedLong(file.get(INT, end));
        require(length <= end - HEAD, "its description is longer than the file");
        CompactStruct.walk(file.asSlice(end - length, length), 0, (of, field, depth, kind, number) -> {
            int type = kind == CompactStruct.Kind.LIST ? elements(of, field, depth) : ANY;
            require(type == ANY || type == number, "a list in its description is of another type");
        });
    }

    /** Type of the elements of a list in a description: the library reads it as this, whatever the list says. */
    private static int elements(int of, int field, int depth) {
        return switch (depth) {
            // Schema, groups of rows, notes, orders of columns.
            case 0 -> field == 2 || field == 4 || field == 5 || field == 7 ? CompactStruct.STRUCT_ELEMENTS : ANY;
            // Of a group of rows: columns, columns that it is sorted by.
            case WITHIN_LIST -> of == 4 && (field == 1 || field == 4) ? CompactStruct.STRUCT_ELEMENTS : ANY;
            // Of a column: encodings, path, notes, statistics of encodings.
            case WITHIN_COLUMN ->
                switch (of == 3 ? field : 0) {
                    case 2 -> CompactStruct.INT_ELEMENTS;
                    case 3 -> CompactStruct.BINARY_ELEMENTS;
                    case 8, 13 -> CompactStruct.STRUCT_ELEMENTS;
                    default -> ANY;
                };
            default -> ANY;
        };
    }

    /**
     * Checks the pages of a column.
     *
     * @param column single numbers, or lists
     * @param rows number of rows of the file
     * @throws IllegalStateException the pages do not fit into the file, or do not hold as many values as the description says: one for each
     *     row of single numbers, and of lists no more than any file holds
     */
    static void pages(MemorySegment file, List<RowGroup> groups, ColumnSchema column, long rows) {
        boolean lists = column.maxRepetitionLevel() > 0;
        long total = 0;
        for (RowGroup group : groups) {
            ColumnChunk chunk = group.columns().get(column.columnIndex());
            long start = chunk.chunkStartOffset();
            long length = chunk.metaData().totalCompressedSize();
            require(
                    start >= HEAD && length >= 0 && length <= file.byteSize() - start,
                    "a column lies outside the file");
            long values = chunk.metaData().numValues();
            boolean fit = lists
                    ? values >= group.numRows() && values <= MOST_VALUES_A_BYTE * file.byteSize()
                    : values == group.numRows();
            require(fit, "a column has not as many values as rows");
            List<Long> pages = PageCheck.pages(start, file.asSlice(start, length), chunk, values);
            index(file, chunk, pages, lists);
            total += group.numRows();
        }
        require(total == rows, "groups have " + total + " rows, the file " + rows);
    }

    /** An index of the places of pages must lead to these. */
    private static void index(MemorySegment file, ColumnChunk chunk, List<Long> pages, boolean lists) {
        Long offset = chunk.offsetIndexOffset();
        if (offset == null) {
            return;
        }
        require(offset >= HEAD && offset < file.byteSize(), "an index of pages lies outside the file");
        List<Long> found = new ArrayList<>();
        CompactStruct.walk(file, offset, (of, field, depth, kind, number) -> {
            if (depth == WITHIN_LIST && of == LOCATIONS && field <= LAST_OF_LOCATION) {
                require(
                        (kind == CompactStruct.Kind.INT) == (field == SIZE_OF_LOCATION),
                        "an index of pages is damaged");
                found.add(number);
            }
        });
        if (lists) {
            // Pages of lists are known by their values, the index counts rows.
            requireRows(found);
            for (int i = FIRST_ROW; i < Math.min(found.size(), pages.size()); i += LAST_OF_LOCATION) {
                pages.set(i, found.get(i));
            }
        }
        require(found.equals(pages), "an index of pages leads elsewhere");
    }

    private static void requireRows(List<Long> index) {
        long before = 0;
        for (int i = FIRST_ROW; i < index.size(); i += LAST_OF_LOCATION) {
            require(index.get(i) >= before && (i > FIRST_ROW || index.get(i) == 0), "an index of pages is damaged");
            before = index.get(i);
        }
    }

    /** Refuses a file. */
    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
