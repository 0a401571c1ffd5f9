package org.oinfo.data.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.ColumnSelection;
import org.oinfo.data.Excerpt;
import org.oinfo.data.LeastData;
import org.oinfo.data.Samples;
import org.oinfo.data.Setting;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;
import org.oinfo.data.array.ArrayColumns;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.array.NumericSamples;
import org.oinfo.data.options.MissingPolicy;
import org.oinfo.data.options.ReadOptions;

/**
 * The columns of a Parquet file, nulls as missing values. Those that are chosen are decoded into memory outside the heap; the others,
 * and the row labels that pandas adds, are not read.
 */
public final class ParquetTable {
    /** A run of equal values takes a few bytes however long it is; more of them than this is no data. */
    private static final long MOST_VALUES_A_BYTE = 1L << 15;

    /** The library tells how it goes about its work; held here, or the setting would be lost with it. */
    private static final Logger LOGGER = Logger.getLogger("dev.hardwood");

    private final MappedFile file;
    private final ParquetFileReader reader;

    private ParquetTable(MappedFile file, ParquetFileReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /**
     * Reads the chosen columns. Closing the samples closes the file.
     *
     * @throws BadInputException it is damaged, a chosen column holds no numbers, or a value is missing and must not be
     */
    public static Samples open(MappedFile file, ReadOptions options, MissingPolicy policy, ColumnChoice choice) {
        if (LOGGER.getLevel() == null) {
            LOGGER.setLevel(Level.WARNING);
        }
        try (ParquetFileReader reader = reader(file)) {
            return new ParquetTable(file, reader).samples(options, policy, choice);
        } catch (BadInputException e) {
            throw e;
        } catch (IOException | RuntimeException | LinkageError e) {
            // The library says by any of them that the file is not as it should be, or packed by a codec that is not
            // there.
            throw new BadInputException(
                    "a Parquet file must be whole, and packed by snappy, gzip, zstd, lz4 or not at all: "
                            + file.source() + " cannot be read (" + Excerpt.oneLine(String.valueOf(e.getMessage()))
                            + "); copy it again, or write it with another compression");
        }
    }

    private static ParquetFileReader reader(MappedFile file) throws IOException {
        FileCheck.description(file.bytes());
        return ParquetFileReader.open(InputFile.of(file.path()));
    }

    private Samples samples(ReadOptions options, MissingPolicy policy, ColumnChoice choice) {
        List<ColumnSchema> all = reader.getFileSchema().getColumns();
        RowLabels index = RowLabels.of(reader.getFileMetaData().keyValueMetadata());
        List<ColumnSchema> labels = all.stream().filter(index::contains).toList();
        List<ColumnSchema> columns =
                all.stream().filter(column -> !index.contains(column)).toList();
        List<String> names =
                columns.stream().map(column -> column.fieldPath().toString()).toList();
        LeastData.requireVariables(names.size(), file.source());
        requireDifferent(names);
        int[] chosen = ColumnSelection.checked(choice.choose(names, names.size()), names.size(), file.source());
        requireNumbers(columns, names, chosen);
        int rows = rows(chosen.length);
        List<RowGroup> groups = reader.getFileMetaData().rowGroups();
        for (int column : chosen) {
            FileCheck.pages(file.bytes(), groups, columns.get(column).columnIndex(), rows);
        }
        MemorySegment values = file.arena().allocate((long) rows * chosen.length * Double.BYTES, Double.BYTES);
        for (int i = 0; i < chosen.length; i++) {
            MemorySegment column = values.asSlice((long) i * rows * Double.BYTES, (long) rows * Double.BYTES);
            try (ColumnReader one = reader.columnReader(columns.get(chosen[i]).columnIndex())) {
                ColumnNumbers.read(one, column);
            }
        }
        List<Long> shape = List.of((long) rows, (long) chosen.length);
        NumericArray array = new NumericArray(values, NumberType.F8, ByteOrder.nativeOrder(), shape, true);
        List<Warning> warnings = labels.isEmpty() ? List.of() : List.of(leftOut(labels));
        return NumericSamples.ofChosen(
                file, array, new ArrayColumns(names.size(), names, chosen), options, policy, warnings);
    }

    private Warning leftOut(List<ColumnSchema> labels) {
        String names = labels.stream()
                .map(column -> Excerpt.of(column.fieldPath().toString()))
                .collect(Collectors.joining(", "));
        return new Warning(
                Warning.Name.INDEX_COLUMN,
                "row labels that pandas added to " + file.source() + " left out: " + names,
                Map.of());
    }

    private void requireDifferent(List<String> names) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Integer first = seen.put(names.get(i), i);
            if (first != null) {
                throw new BadInputException("names of columns must differ: " + file.source() + " has "
                        + Excerpt.of(names.get(i)) + " for columns " + first + " and " + i
                        + " (columns count from 0); rename one");
            }
        }
    }

    private void requireNumbers(List<ColumnSchema> columns, List<String> names, int[] chosen) {
        int[] others = IntStream.of(chosen)
                .filter(column -> !ColumnNumbers.isNumber(columns.get(column)))
                .toArray();
        if (others.length > 0) {
            ColumnSchema first = columns.get(others[0]);
            String type = first.logicalType() == null
                    ? first.type().toString()
                    : first.logicalType().getClass().getSimpleName().replace("Type", "");
            String list = first.maxRepetitionLevel() > 0 ? "list of " : "";
            throw new BadInputException(
                    "every column must hold numbers: " + file.source() + " has " + Variables.described(others[0], names)
                            + " of type " + list + type
                            + (others.length > 1 ? " and " + (others.length - 1) + " more" : "")
                            + " (columns count from 0)",
                    "leave it out with {}",
                    Setting.DROP_COLUMN);
        }
    }

    private int rows(int chosen) {
        long rows = reader.getFileMetaData().numRows();
        long most = MOST_VALUES_A_BYTE * file.bytes().byteSize();
        if (rows < 0 || rows > Integer.MAX_VALUE || rows * chosen > most) {
            throw new BadInputException("a Parquet file must hold what it says: " + file.source() + " speaks of " + rows
                    + " rows; the file is damaged, copy or save it again");
        }
        if (rows == 0) {
            throw new BadInputException("the input must hold data: " + file.source() + " has no rows");
        }
        return (int) rows;
    }
}
