package org.oinfo.data.damaged;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.oinfo.data.InputFile;
import org.oinfo.data.Variables;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.files.OneColumn;
import org.oinfo.data.files.OpenArrays;
import org.oinfo.data.files.RowFile;
import org.oinfo.data.npy.NpyNplets;
import org.oinfo.data.options.Missing;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.data.options.RowChoice;
import org.oinfo.data.text.NpletFile;

/** A way to read a file: what a command does with it. */
public interface Reading {
    /**
     * Opens the file.
     *
     * @throws org.oinfo.data.BadInputException it cannot be used
     */
    Found open(Path file) throws IOException;

    /** What was read. */
    interface Found extends AutoCloseable {
        /** Checks that it is what may come out of a file of that many bytes. */
        void check(long bytes, SplittableRandom random);

        @Override
        default void close() {}
    }

    /** Samples, rows with missing values refused or left out. */
    record OfSamples(ReadOptions options) implements Reading {
        OfSamples(Missing missing) {
            this(ReadOptions.defaults().withMissing(missing));
        }

        @Override
        public Found open(Path file) {
            return new FoundSamples(DataFiles.open(file.toString(), options, InputStream.nullInputStream()));
        }

        @Override
        public String toString() {
            return "samples, " + options.missing();
        }
    }

    /** A square matrix. */
    record OfMatrix() implements Reading {
        @Override
        public String toString() {
            return "a matrix";
        }

        @Override
        public Found open(Path file) {
            var matrix = DataFiles.openMatrix(file.toString(), ReadOptions.defaults(), InputStream.nullInputStream());
            return (bytes, random) -> {
                int n = matrix.variables();
                Contract.require(n >= 2, "at least 2 variables", n);
                Contract.require(matrix.values().length == n * n, "N x N values", matrix.values().length);
                FoundSamples.requireNames(matrix.names(), n);
                FoundSamples.requireFinite(matrix.values());
            };
        }
    }

    /** A value or a word for each of some samples. */
    record OfColumn(int samples) implements Reading {
        @Override
        public String toString() {
            return "a column";
        }

        @Override
        public Found open(Path file) {
            OneColumn column = OneColumn.read(file.toString(), samples);
            return (bytes, random) -> {
                Contract.require(column.values().length == samples, "a value a sample", column.values().length);
                FoundSamples.requireFinite(column.values());
                int words = column.words().size();
                for (double value : column.values()) {
                    boolean code = value >= 0 && value < words && value == Math.rint(value);
                    Contract.require(words == 0 || code, "codes of words", value);
                }
            };
        }
    }

    /** All arrays, of whatever shape. */
    record OfArrays() implements Reading {
        @Override
        public String toString() {
            return "arrays";
        }

        @Override
        public Found open(Path file) {
            return new FoundArrays(OpenArrays.open(file.toString()));
        }
    }

    /** Which rows of another file are samples. */
    record OfRows() implements Reading {
        @Override
        public String toString() {
            return "rows";
        }

        @Override
        public Found open(Path file) {
            RowChoice rows = RowFile.read(file.toString());
            return (bytes, random) -> Contract.require(!rows.equals(RowChoice.ALL), "a choice", rows);
        }
    }

    /** N-plets of some variables with names. */
    record OfNplets(List<String> names) implements Reading {
        @Override
        public String toString() {
            return "n-plets";
        }

        @Override
        public Found open(Path file) throws IOException {
            int n = names.size();
            Variables variables = new Variables(n, names, IntStream.range(0, n).toArray(), new int[0]);
            List<int[]> nplets;
            try (InputFile input = InputFile.open(file.toString(), InputStream.nullInputStream())) {
                nplets = file.toString().endsWith(".npy")
                        ? NpyNplets.read(input, variables, false)
                        : NpletFile.read(input, variables);
            }
            return (bytes, random) -> {
                Contract.require(!nplets.isEmpty(), "an n-plet", nplets.size());
                for (int[] nplet : nplets) {
                    boolean ascending = IntStream.range(1, nplet.length).allMatch(i -> nplet[i - 1] < nplet[i]);
                    boolean within = IntStream.of(nplet).allMatch(column -> column >= 0 && column < n);
                    Contract.require(ascending && within && nplet.length >= 2, "columns, ascending", nplet);
                }
            };
        }
    }
}
