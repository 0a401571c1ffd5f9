package org.oinfo.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.Warning;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.npy.NpyBytes;
import org.oinfo.data.options.Missing;
import org.oinfo.data.options.ReadOptions;

/** Lists, tensors and columns of Parquet and Arrow, written by pyarrow: see make_pyarrow.py beside the files. */
class TablesTest {
    private static final ReadOptions DROPPING = ReadOptions.defaults().withMissing(Missing.DROP_ROWS);

    @TempDir
    private Path folder;

    private static double[] numbers(OpenArrays file, ArrayEntry entry) {
        int size = entry.shape().stream().mapToInt(Math::toIntExact).reduce(1, Math::multiplyExact);
        double[] all = new double[size];
        file.read(entry).decodeRows(0, Math.toIntExact(entry.shape().getFirst()), all);
        return all;
    }

    /** x and x + 100 by turns of 3, as the script stacks them. */
    private static double[] cube() {
        double[] x = FormatFile.x();
        double[] cube = new double[2 * x.length];
        for (int i = 0; i < cube.length; i++) {
            cube[i] = x[i / 6 * 3 + i % 3] + (i / 3 % 2 == 0 ? 0 : 100);
        }
        return cube;
    }

    /** Arrow lets columns have one name. */
    @Test
    void layersOfOneNameAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(FormatFile.path("mixed.arrow")));
        byte[] one = {6, 0, 0, 0, 't', 'e', 'n', 's', 'o', 'r'};
        for (int i = 0; i + one.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + one.length, one, 0, one.length)) {
                System.arraycopy("nested".getBytes(StandardCharsets.US_ASCII), 0, bytes, i + 4, 6);
            }
        }
        String file = Files.write(folder.resolve("twice.arrow"), bytes).toString();
        assertThatThrownBy(() -> OpenArrays.open(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("names of columns must differ: ")
                .hasMessageContaining(" has \"nested\" for columns ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed.parquet", "mixed.arrow"})
    void listsOfRealNumbersAreArraysBesideTheClasses(String name) {
        try (OpenArrays file = OpenArrays.open(FormatFile.path(name))) {
            List<ArrayEntry> entries = file.entries();
            assertThat(entries).extracting(ArrayEntry::name).containsExactly("labels", "nested", "tensor");
            assertThat(entries)
                    .extracting(ArrayEntry::shape)
                    .containsExactly(List.of(6L), List.of(6L, 2L, 3L), List.of(6L, 2L, 3L));
            assertThat(numbers(file, entries.get(0))).containsExactly(0, 1, 2, 0, 1, 2);
            assertThat(numbers(file, entries.get(1))).isEqualTo(cube());
            assertThat(numbers(file, entries.get(2))).isEqualTo(cube());
            assertThat(file.warnings())
                    .extracting(Warning::message)
                    .singleElement()
                    .asString()
                    .startsWith("columns of " + FormatFile.path(name)
                            + " that hold no lists of real numbers are left out: \"text\"")
                    .contains(", \"tokens\" (lists of ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy.parquet", "columns.arrow"})
    void columnsOfNumbersAreOneArray(String name) {
        try (OpenArrays file = OpenArrays.open(FormatFile.path(name))) {
            ArrayEntry only = file.entries().getFirst();
            assertThat(only.name()).isEmpty();
            assertThat(only.shape()).containsExactly(6L, 3L);
            assertThat(numbers(file, only)).isEqualTo(FormatFile.x());
            assertThat(file.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lists.parquet", "lists.arrow"})
    void eachPlaceOfAListIsAVariable(String name) {
        try (Samples samples = DataFiles.open(
                FormatFile.path(name), ReadOptions.defaults(), InputStream.nullInputStream(), (names, n) -> {
                    assertThat(names).containsExactly("x[0]", "x[1]", "x[2]");
                    return new int[] {0, 2};
                })) {
            assertThat(samples.names()).containsExactly("x[0]", "x[2]");
            double[] x = FormatFile.x();
            assertThat(Opened.block(samples, 1, 2, 0, 2)).containsExactly(x[3], x[5], x[6], x[8]);
        }
    }

    @Test
    void placesOfListsWithinListsAreCountedInEachAxis() {
        try (Samples samples = DataFiles.open(
                FormatFile.path("mixed.arrow"), ReadOptions.defaults(), InputStream.nullInputStream(), (names, n) -> {
                    assertThat(names).hasSize(16).contains("nested[1,2]", "tensor[0,1]", "tokens[1]");
                    return new int[] {names.indexOf("nested[1,2]"), names.indexOf("tensor[0,1]")};
                })) {
            double[] x = FormatFile.x();
            assertThat(Opened.block(samples, 0, 2, 0, 2)).containsExactly(x[2] + 100, x[1], x[5] + 100, x[4]);
        }
    }

    @Test
    void everyTypeOfNumberIsReadWhateverLiesBetween() {
        List<String> wanted = List.of("i1", "u2", "i8", "b", "f4", "gaps", "last");
        try (Samples samples = DataFiles.open(
                FormatFile.path("types.arrow"),
                DROPPING,
                InputStream.nullInputStream(),
                (names, n) -> wanted.stream().mapToInt(names::indexOf).toArray())) {
            assertThat(samples.droppedRows()).isEqualTo(1);
            assertThat(Opened.block(samples, 3, 2, 0, 7))
                    .containsExactly(4, 65534, 0x1p40 + 4, 1, 1, 4, 0.5, 5, 65535, 0x1p40 + 5, 0, 1.25, 5, 0.625);
        }
    }

    /** Row 2 lacks a number, row 4 is missing. */
    @ParameterizedTest
    @ValueSource(strings = {"gaps.parquet", "gaps.arrow", "gaps-fixed.arrow"})
    void whatIsMissingIsLeftOutOrRefused(String name) {
        try (Samples samples = FormatFile.open(name, DROPPING)) {
            assertThat(samples.droppedRows()).isEqualTo(2);
            assertThat(Opened.all(samples)).containsExactly(1, 2, 3, 4, 5, 6, 1, 2, 4, 8, 9, 9);
        }
        assertThatThrownBy(() -> FormatFile.open(name, ReadOptions.defaults()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(name + " has NaN at row ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ragged.parquet | lists of a column must be equally long: F has 2 numbers in column \"x\" at row 4 (from 0), 3 in"
                        + " row 0; pad them, or take a mean or one of them when you save",
                "ragged.arrow | lists of a column must be equally long: F has 2 numbers in column \"x\" at row 4 (from 0), 3 in"
                        + " row 0; pad them, or take a mean or one of them when you save",
                "packed.arrow | an Arrow file must be written without compression: F is compressed; write it again: python -c"
                        + " \"import pyarrow.feather as f; f.write_feather(f.read_table('F'), 'plain.arrow',"
                        + " compression='uncompressed')\"",
                "mixed.arrow | every column must hold numbers: F has column 0 \"text\" of type utf8 (columns count from 0); leave it"
                        + " out with ColumnSelection.select",
            })
    void refusals(String name, String message) {
        String path = FormatFile.path(name);
        assertThatThrownBy(() -> FormatFile.open(name, ReadOptions.defaults()))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message.replaceAll("\\bF\\b", path));
    }

    /** A writer that died leaves whole batches and no end: rows would be missing without a word. */
    @ParameterizedTest
    @CsvSource({"lists.arrow, 8", "lists.arrow, 3", "lists-file.arrow, 1"})
    void aFileWithoutItsEndIsRefused(String name, int missing) {
        byte[] bytes = FormatFile.bytes(name);
        Path path = NpyBytes.write(folder, "x.arrow", Arrays.copyOf(bytes, bytes.length - missing));
        assertThatThrownBy(() -> DataFiles.open(path.toString(), DROPPING, InputStream.nullInputStream()))
                .isInstanceOf(BadInputException.class)
                .hasMessage("an Arrow file must be whole: " + path
                        + " cannot be read (it is cut short); copy it again, or save it as Parquet");
    }

    @Test
    void standardInputIsReadToo() {
        InputStream in =
                Objects.requireNonNull(TablesTest.class.getResourceAsStream("/org/oinfo/data/formats/lists.arrow"));
        try (Samples samples = DataFiles.open("-", ReadOptions.defaults(), in)) {
            assertThat(Opened.all(samples)).isEqualTo(FormatFile.x());
        }
    }
}
