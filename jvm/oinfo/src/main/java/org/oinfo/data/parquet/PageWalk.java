package org.oinfo.data.parquet;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.RowGroup;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Goes through the pages of a column before they are read: they must follow one another to the end of their chunk and hold a value for
 * each row. The library waits without end for a page that goes beyond its chunk, and makes whatever memory a page claims.
 */
final class PageWalk {
    /** Bytes at the beginning of a file that are no page. */
    private static final int MAGIC = 4;
    /** No codec makes more of a byte. */
    private static final long MOST_UNPACKED = 1 << 15;
    /** A page may be so large whatever it is packed to. */
    private static final long SMALL = 1 << 16;

    private PageWalk() {}

    /**
     * Checks all chunks of a column without repetition.
     *
     * @param rows number of rows of the file
     * @throws IllegalStateException they are not sound
     */
    static void check(MemorySegment file, List<RowGroup> groups, int column, long rows) {
        long total = 0;
        for (RowGroup group : groups) {
            ColumnChunk chunk = group.columns().get(column);
            long values = values(file, chunk.metaData());
            if (values != group.numRows() || values != chunk.metaData().numValues()) {
                throw new IllegalStateException(
                        "a column has " + values + " values in a group of " + group.numRows() + " rows");
            }
            total += values;
        }
        if (total != rows) {
            throw new IllegalStateException("a column has " + total + " values in a file of " + rows + " rows");
        }
    }

    private static long values(MemorySegment file, ColumnMetaData chunk) {
        Long dictionary = chunk.dictionaryPageOffset();
        long at = dictionary == null || dictionary <= 0
                ? chunk.dataPageOffset()
                : Math.min(dictionary, chunk.dataPageOffset());
        long size = chunk.totalCompressedSize();
        if (at < MAGIC || size < 0 || at > file.byteSize() || size > file.byteSize() - at) {
            throw new IllegalStateException("a column lies beyond the end of the file");
        }
        long end = at + size;
        long values = 0;
        while (at < end) {
            PageHeader page = PageHeader.read(file, at);
            boolean sound = page.packed() >= 0
                    && page.next() <= end
                    && page.packed() <= end - page.next()
                    && page.unpacked() >= 0
                    && page.unpacked() <= SMALL + MOST_UNPACKED * page.packed()
                    && page.values() >= 0
                    && page.entries() >= 0
                    && page.entries() <= page.unpacked();
            if (!sound) {
                throw new IllegalStateException("a page does not fit into its column");
            }
            values += page.values();
            at = page.next() + page.packed();
        }
        return values;
    }
}
