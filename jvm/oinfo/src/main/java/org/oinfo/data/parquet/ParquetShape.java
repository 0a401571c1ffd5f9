package org.oinfo.data.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.table.PandasNote;
import org.oinfo.data.table.TableColumn;

/**
 * The size of a Parquet file wherever it is, its values unread.
 *
 * @param rows samples, 0 or more
 * @param names of its columns, without the row labels that pandas adds
 */
public record ParquetShape(long rows, List<String> names) {
    private static final int TAIL = 8;
    private static final int HEAD = 4;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Reads a range of a file's bytes. */
    @FunctionalInterface
    public interface Ranges {
        /**
         * The bytes from an offset on.
         *
         * @throws IOException they cannot be read, or the file ends before
         */
        byte[] read(long offset, int length) throws IOException;
    }

    /**
     * Reads the description at the end of a file.
     *
     * @param bytes size of the file
     * @throws IOException it cannot be read
     * @throws BadInputException it is no Parquet file, or damaged
     */
    public static ParquetShape of(Ranges file, long bytes, String source) throws IOException {
        try {
            requireDescription(file, bytes);
            try (ParquetFileReader reader = ParquetFileReader.open(new Remote(file, bytes, source))) {
                List<ColumnSchema> columns = reader.getFileSchema().getColumns();
                requireNoLists(columns, source);
                List<String> names = columns.stream()
                        .map(ColumnSchema::fieldPath)
                        .map(Object::toString)
                        .toList();
                Map<String, String> notes = reader.getFileMetaData().keyValueMetadata();
                Set<String> labels = PandasNote.rowLabels(notes.get(PandasNote.KEY), names);
                names = names.stream().filter(name -> !labels.contains(name)).toList();
                long rows = reader.getFileMetaData().numRows();
                FileCheck.require(rows >= 0, "it speaks of " + rows + " rows");
                return new ParquetShape(rows, names);
            }
        } catch (BadInputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BadInputException("a Parquet file must be whole: " + source + " cannot be read ("
                    + Excerpt.oneLine(String.valueOf(e.getMessage())) + "); copy it again");
        }
    }

    /** How long lists are is told by their values only. */
    private static void requireNoLists(List<ColumnSchema> columns, String source) {
        for (ColumnSchema column : columns) {
            if (column.maxRepetitionLevel() > 0 && ColumnNumbers.kind(column) != TableColumn.Kind.OTHER) {
                throw new BadInputException("parts on a cluster must have a number in each column: " + source
                        + " has lists in column "
                        + Excerpt.of(column.fieldPath().toString())
                        + "; save a column for each variable, or .npy");
            }
        }
    }

    private static void requireDescription(Ranges file, long bytes) throws IOException {
        FileCheck.require(bytes >= HEAD + TAIL, "it is cut short");
        long length = Integer.toUnsignedLong(
                MemorySegment.ofArray(file.read(bytes - TAIL, TAIL)).get(INT, 0));
        long whole = length + HEAD + TAIL;
        FileCheck.require(whole <= Math.min(bytes, Integer.MAX_VALUE), "its description is longer than the file");
        FileCheck.description(MemorySegment.ofArray(file.read(bytes - whole, (int) whole)));
    }

    private record Remote(Ranges file, long length, String name) implements InputFile {
        @Override
        public void open() {}

        @Override
        public ByteBuffer readRange(long offset, int length) throws IOException {
            return ByteBuffer.wrap(file.read(offset, length));
        }

        @Override
        public void close() {}
    }
}
