package org.oinfo.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.files.RowFile;
import org.oinfo.data.options.Axes;
import org.oinfo.data.options.Axis;
import org.oinfo.data.options.RawNumbers;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.data.options.RowChoice;
import org.oinfo.data.options.RowList;
import org.oinfo.data.options.Where;
import picocli.CommandLine.Option;

/** Options about files of arrays, and about rows. */
@OptionGroup(OptionGroup.DATA)
final class ArrayOptions {
    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "the array to read from a file that holds several (npz, safetensors, MATLAB, HDF5: the path)")
    private @Nullable String dataset;

    @Option(
            names = "--axes",
            paramLabel = "LIST",
            description =
                    "what each axis of the array is: samples, variables or drop, such as samples,variables,samples;"
                            + " several axes of samples are put one after another")
    private @Nullable String axes;

    @Option(
            names = "--where",
            paramLabel = "first|last|mean|i",
            description = "with --axes: what is taken of an axis that is dropped")
    private @Nullable String where;

    @Option(
            names = "--rows",
            paramLabel = "LIST",
            description =
                    "use these rows only: 0-based numbers and ranges, such as 100..999,1500.. (from 1500 to the end)")
    private @Nullable String rows;

    @Option(
            names = "--rows-file",
            paramLabel = "FILE.npy",
            description = "use the rows that this file says: bool, one for each row, or numbers of rows")
    private @Nullable String rowsFile;

    @Option(
            names = "--shape",
            paramLabel = "T,N",
            description = "DATA is raw little-endian numbers, row by row, T rows of N columns; with --dtype")
    private @Nullable String shape;

    @Option(
            names = "--dtype",
            paramLabel = "float32|float64|...",
            description =
                    "type of raw numbers: float16, bfloat16, float32, float64, int8 to int64, uint8 to uint64, bool")
    private @Nullable String dtype;

    /** The options of the library with these. */
    ReadOptions added(ReadOptions options) {
        return options.withDataset(dataset).withAxes(axes()).withRows(rows()).withRaw(raw());
    }

    private @Nullable Axes axes() {
        if (axes == null) {
            if (where != null) {
                throw new BadInputException("--where goes with --axes only: found --where " + where
                        + "; say which axis is dropped, or leave it out");
            }
            return null;
        }
        List<Axis> parts = new ArrayList<>();
        for (String word : axes.split(",", -1)) {
            parts.add(axis(word.strip()));
        }
        return new Axes(parts, where());
    }

    private static Axis axis(String word) {
        for (Axis axis : Axis.values()) {
            if (axis.name().equalsIgnoreCase(word)) {
                return axis;
            }
        }
        throw new BadInputException(
                "--axes must be samples, variables or drop for each axis, separated by commas: found "
                        + Excerpt.of(word));
    }

    private @Nullable Where where() {
        if (where == null) {
            return null;
        }
        if (where.matches("\\d{1,9}")) {
            return Where.at(Integer.parseInt(where));
        }
        return switch (where.toLowerCase(Locale.ROOT)) {
            case "first" -> Where.FIRST;
            case "last" -> Where.LAST;
            case "mean" -> Where.MEAN;
            default ->
                throw new BadInputException(
                        "--where must be first, last, mean or a number from 0: found " + Excerpt.of(where));
        };
    }

    /** The choice of rows as it was typed; null for all. */
    @Nullable
    String typedRows() {
        return rows != null ? rows : rowsFile != null ? "those of " + rowsFile : null;
    }

    /** The file of rows, where there is one. */
    List<String> read() {
        return rowsFile == null ? List.of() : List.of(rowsFile);
    }

    private RowChoice rows() {
        if (rows != null && rowsFile != null) {
            throw new BadInputException("rows must be chosen once: found --rows and --rows-file; leave one out");
        }
        return rows != null ? RowList.parse(rows, "--rows") : rowsFile != null ? RowFile.read(rowsFile) : RowChoice.ALL;
    }

    private @Nullable RawNumbers raw() {
        if (shape == null || dtype == null) {
            if (shape != null || dtype != null) {
                throw new BadInputException(
                        "raw numbers need --shape and --dtype: found only " + (shape == null ? "--dtype" : "--shape")
                                + "; give both, or neither if the file says them itself");
            }
            return null;
        }
        List<Long> lengths = new ArrayList<>();
        for (String length : shape.split(",", -1)) {
            if (!length.strip().matches("[1-9]\\d{0,17}")) {
                throw new BadInputException(
                        "--shape must be lengths from 1 separated by commas, such as 1000,20: found "
                                + Excerpt.of(shape));
            }
            lengths.add(Long.parseLong(length.strip()));
        }
        return new RawNumbers(lengths, dtype);
    }
}
