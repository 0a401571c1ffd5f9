package org.oinfo.data.parquet;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.CompressionCodec;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** The pages of a column in a group of rows, gone through before they are read. */
final class PageCheck {
    /** A run of zeros that zstd packs; no other codec packs tighter. */
    private static final long MOST_UNFOLDED_A_BYTE = 1L << 15;

    private static final int UNFOLDED = 2;
    private static final int PACKED = 3;
    private static final int DATA_PAGE = 5;
    private static final int DICTIONARY_PAGE = 7;
    private static final int DATA_PAGE_V2 = 8;

    /** Within the header of a page of any of these kinds. */
    private static final int NUMBER_OF_VALUES = 1;

    /** Within the header of a page of the second version: the levels before the values are never packed. */
    private static final int LEVELS = 5;

    private static final int REPETITION_LEVELS = 6;
    private static final int IS_PACKED = 7;

    /** Of the page whose header was read last. */
    private long unfolded;

    private long packed;
    private long values;
    private long entries;
    private long levels;
    private boolean compressed;
    private boolean data;

    private final MemorySegment column;
    private final boolean snappy;

    private PageCheck(MemorySegment column, boolean snappy) {
        this.column = column;
        this.snappy = snappy;
    }

    /**
     * Checks the pages.
     *
     * @param start where the column begins in the file
     * @param column its bytes
     * @param all number of values of the column in the group: a column of single numbers has as many as rows
     * @return offset in the file, size with header and first value of each page of data, one after the other
     * @throws IllegalStateException the pages do not fit into the column, or do not hold so many values
     */
    static List<Long> pages(long start, MemorySegment column, ColumnChunk chunk, long all) {
        return new PageCheck(column, chunk.metaData().codec() == CompressionCodec.SNAPPY).pages(start, all);
    }

    private List<Long> pages(long start, long all) {
        List<Long> pages = new ArrayList<>();
        long at = 0;
        long sum = 0;
        while (at < column.byteSize() && sum < all) {
            long header = at;
            at = readHeader(header);
            requireSizes(at);
            FileCheck.require(values <= all - sum, "the pages of a column have more values than the column");
            if (data) {
                pages.addAll(List.of(start + header, at + packed - header, sum));
            }
            sum += values;
            at += packed;
        }
        FileCheck.require(sum == all, "the pages of a column have fewer values than the column");
        return pages;
    }

    private long readHeader(long at) {
        unfolded = -1;
        packed = -1;
        values = 0;
        entries = 0;
        levels = 0;
        compressed = true;
        data = false;
        return CompactStruct.walk(column, at, this::keep);
    }

    private void keep(int of, int field, int depth, CompactStruct.Kind kind, long number) {
        if (kind != (of == DATA_PAGE_V2 && field == IS_PACKED ? CompactStruct.Kind.BOOLEAN : CompactStruct.Kind.INT)) {
            // The library passes over it, too.
            return;
        }
        if (depth == 0) {
            unfolded = field == UNFOLDED ? number : unfolded;
            packed = field == PACKED ? number : packed;
        } else if (depth == 1 && of == DICTIONARY_PAGE) {
            entries = field == NUMBER_OF_VALUES ? number : entries;
        } else if (depth == 1 && (of == DATA_PAGE || of == DATA_PAGE_V2)) {
            data = true;
            values = field == NUMBER_OF_VALUES ? number : values;
            if (of == DATA_PAGE_V2) {
                boolean length = field == LEVELS || field == REPETITION_LEVELS;
                FileCheck.require(!length || number >= 0, "a page has levels of negative length");
                levels += length ? number : 0;
                compressed = field == IS_PACKED ? number != 0 : compressed;
            }
        }
    }

    private void requireSizes(long at) {
        FileCheck.require(packed >= 0 && packed <= column.byteSize() - at, "a page goes beyond its column");
        boolean bounded = unfolded >= 0 && unfolded <= MOST_UNFOLDED_A_BYTE * (packed + 1);
        FileCheck.require(bounded && levels <= Math.min(packed, unfolded), "a page unfolds to more than it can hold");
        FileCheck.require(values >= 0, "a page holds a negative number of values");
        FileCheck.require(entries >= 0 && entries <= unfolded, "a dictionary speaks of more entries than bytes");
        if (snappy && compressed && packed > levels) {
            // The library writes as much as stands here, whatever room there is.
            long size = CompactStruct.varint(column, at + levels);
            FileCheck.require(size == unfolded - levels, "a page unfolds to another size than it says");
        }
    }
}
