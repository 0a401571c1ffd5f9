package org.oinfo.data.parquet;

import dev.hardwood.metadata.ColumnChunk;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Checks sizes in a Parquet file before the library takes them at their word: where the size of a page is negative it goes back and never
 * ends, and it allocates what a length says. Fields as in <a
 * href="https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift">parquet.thrift</a>.
 */
final class FileCheck {
    /** A run of zeros that zstd packs; no other codec packs tighter. */
    private static final long MOST_UNFOLDED_A_BYTE = 1L << 15;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** The length of the description and PAR1. */
    private static final int TAIL = 8;

    private static final int HEAD = 4;

    private static final int UNFOLDED = 2;
    private static final int PACKED = 3;
    private static final int DATA_PAGE = 5;
    private static final int DATA_PAGE_V2 = 8;
    private static final int NUMBER_OF_VALUES = 1;

    /** Of the page whose header was read last. */
    private long unfolded;

    private long packed;
    private long values;

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
        CompactStruct.walk(file.asSlice(end - length, length), 0, (of, field, depth, number) -> {});
    }

    /**
     * Checks the pages of a column in a group of rows.
     *
     * @param rows number of rows of the group: a column of single numbers has as many values
     * @throws IllegalStateException the pages do not fit into the column, or do not hold a value for each row
     */
    static void pages(MemorySegment file, ColumnChunk column, long rows) {
        long start = column.chunkStartOffset();
        long length = column.metaData().totalCompressedSize();
        require(start >= 0 && length >= 0 && length <= file.byteSize() - start, "a column lies outside the file");
        require(column.metaData().numValues() == rows, "a column has not as many values as rows");
        new FileCheck().pages(file.asSlice(start, length), rows);
    }

    private void pages(MemorySegment column, long rows) {
        long at = 0;
        long sum = 0;
        while (at < column.byteSize() && sum < rows) {
            unfolded = -1;
            packed = -1;
            values = 0;
            at = CompactStruct.walk(column, at, this::keep);
            require(packed >= 0 && packed <= column.byteSize() - at, "a page goes beyond its column");
            require(
                    unfolded >= 0 && unfolded <= MOST_UNFOLDED_A_BYTE * (packed + 1),
                    "a page unfolds to more than it can hold");
            require(values >= 0 && values <= rows - sum, "the pages of a column have more values than rows");
            sum += values;
            at += packed;
        }
        require(sum == rows, "the pages of a column have fewer values than rows");
    }

    private void keep(int of, int field, int depth, long number) {
        if (depth == 0 && field == UNFOLDED) {
            unfolded = number;
        } else if (depth == 0 && field == PACKED) {
            packed = number;
        } else if (depth == 1 && (of == DATA_PAGE || of == DATA_PAGE_V2) && field == NUMBER_OF_VALUES) {
            values = number;
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
