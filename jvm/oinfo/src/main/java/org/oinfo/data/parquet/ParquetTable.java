package org.oinfo.data.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Samples;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.options.MissingPolicy;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.data.table.PandasNote;
import org.oinfo.data.table.Table;
import org.oinfo.data.table.TableColumn;
import org.oinfo.data.table.TableSamples;

/** The columns of a Parquet file, decoded one by one when they are read; nulls are missing values. */
public final class ParquetTable implements Table {
    /** Values of lists decoded at a time. */
    private static final long BATCH = 1 << 18;

    /** The library tells how it goes about its work; held here, or the setting would be lost with it. */
    private static final Logger LOGGER = Logger.getLogger("dev.hardwood");

    private final MappedFile file;
    private final ParquetFileReader reader;
    private final List<ColumnSchema> schema;
    private final int rows;
    private final List<TableColumn> columns;

    private ParquetTable(MappedFile file, ParquetFileReader reader) {
        this.file = file;
        this.reader = reader;
        this.schema = reader.getFileSchema().getColumns();
        this.rows = rows(reader.getFileMetaData());
        ParquetColumns described = new ParquetColumns(
                reader.getFileSchema(), reader.getFileMetaData().keyValueMetadata());
        List<TableColumn> all = new ArrayList<>();
        for (ColumnSchema column : schema) {
            all.add(described.isList(column) ? lists(described, column) : described.single(column));
        }
        this.columns = List.copyOf(all);
    }

    /**
     * Opens a table, which closes with the file.
     *
     * @throws BadInputException it is damaged, or has no rows
     */
    @SuppressWarnings("MustBeClosedChecker") // the mapped file owns the reader until it is closed
    public static ParquetTable of(MappedFile file) {
        if (LOGGER.getLevel() == null) {
            LOGGER.setLevel(Level.WARNING);
        }
        return whole(file, () -> {
            FileCheck.description(file.bytes());
            try {
                ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file.path()));
                file.closesToo(() -> close(reader));
                return new ParquetTable(file, reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        });
    }

    private static void close(ParquetFileReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the chosen columns as samples. Closing the samples closes the file.
     *
     * @throws BadInputException it is damaged, a chosen column holds no numbers, or a value is missing and must not be
     */
    public static Samples open(MappedFile file, ReadOptions options, MissingPolicy policy, ColumnChoice choice) {
        return TableSamples.open(file, of(file), options, policy, choice);
    }

    /** Runs what asks the library, which says by any of these that the file is not as it should be, or packed by a codec that is not there. */
    private static <T> T whole(MappedFile file, Supplier<T> work) {
        try {
            return work.get();
        } catch (BadInputException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new BadInputException(
                    "a Parquet file must be whole, and packed by snappy, gzip, zstd, lz4 or not at all: "
                            + file.source() + " cannot be read (" + Excerpt.oneLine(String.valueOf(e.getMessage()))
                            + "); copy it again, or write it with another compression");
        }
    }

    private TableColumn lists(ParquetColumns described, ColumnSchema column) {
        pages(column);
        try (ColumnReader one =
                reader.buildColumnReader(column.columnIndex()).batchSize(1).build()) {
            return described.lists(column, ListNumbers.lengths(one));
        }
    }

    private void pages(ColumnSchema column) {
        FileCheck.pages(file.bytes(), reader.getFileMetaData().rowGroups(), column, rows);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public Set<String> rowLabels() {
        String note = reader.getFileMetaData().keyValueMetadata().get(PandasNote.KEY);
        return PandasNote.rowLabels(
                note, columns.stream().map(TableColumn::name).toList());
    }

    @Override
    public void check(int column) {
        whole(file, () -> {
            pages(schema.get(column));
            requireRoom(columns.get(column));
            return column;
        });
    }

    @Override
    public NumericArray read(int column, Arena arena) {
        return whole(file, () -> {
            TableColumn described = columns.get(column);
            ColumnSchema of = schema.get(column);
            return described.isList() ? readLists(described, of, arena) : readSingle(of, arena);
        });
    }

    private NumericArray readSingle(ColumnSchema column, Arena arena) {
        MemorySegment values = arena.allocate((long) rows * Double.BYTES, Double.BYTES);
        try (ColumnReader one = reader.columnReader(column.columnIndex())) {
            ColumnNumbers.read(one, values);
        }
        return new NumericArray(values, NumberType.F8, ByteOrder.nativeOrder(), List.of((long) rows), false);
    }

    private NumericArray readLists(TableColumn described, ColumnSchema column, Arena arena) {
        List<Long> lengths = ParquetColumns.lengths(described, column);
        int batch = (int) Math.max(1, BATCH / described.width());
        List<Long> shape = new ArrayList<>(List.of((long) rows));
        shape.addAll(lengths);
        try (ColumnReader one =
                reader.buildColumnReader(column.columnIndex()).batchSize(batch).build()) {
            NumericArray flat = new ListNumbers(file.source(), described.name()).read(one, shape, arena);
            shape = new ArrayList<>(List.of((long) rows));
            shape.addAll(described.shape());
            return new NumericArray(flat.values(), flat.type(), flat.order(), shape, false);
        }
    }

    private void requireRoom(TableColumn column) {
        long most = FileCheck.MOST_VALUES_A_BYTE * file.bytes().byteSize();
        FileCheck.require(
                column.width() >= 0 && column.width() <= most / rows, "it speaks of more values than it can hold");
    }

    private int rows(FileMetaData description) {
        long found = description.numRows();
        if (found < 0
                || found
                        > Math.min(
                                Integer.MAX_VALUE,
                                FileCheck.MOST_VALUES_A_BYTE * file.bytes().byteSize())) {
            throw new BadInputException("a Parquet file must hold what it says: " + file.source() + " speaks of "
                    + found + " rows; the file is damaged, copy or save it again");
        }
        if (found == 0) {
            throw new BadInputException("the input must hold data: " + file.source() + " has no rows");
        }
        return (int) found;
    }
}
