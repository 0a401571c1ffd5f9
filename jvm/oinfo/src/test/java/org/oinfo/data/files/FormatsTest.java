package org.oinfo.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.Warning;
import org.oinfo.data.npy.NpyBytes;
import org.oinfo.data.options.Axes;
import org.oinfo.data.options.Axis;
import org.oinfo.data.options.Missing;
import org.oinfo.data.options.RawNumbers;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.data.options.Where;

/** The same numbers from files of every format, each written by the library that its users write it with. */
class FormatsTest {
    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    @TempDir
    Path folder = Path.of("");

    /** A file, the array in it where it has several, and what its numbers are multiplied by. */
    @ParameterizedTest
    @CsvSource({
        "bfloat16.npy, , 1",
        "one.safetensors, , 1",
        "types.safetensors, F64, 4",
        "types.safetensors, F32, 4",
        "types.safetensors, F16, 4",
        "types.safetensors, BF16, 4",
        "types.safetensors, I64, 4",
        "types.safetensors, I32, 4",
        "types.safetensors, I16, 4",
        "types.safetensors, I8, 4",
        "types.safetensors, U8, 4",
        "plain.mat, , 1",
        "packed.mat, x, 1",
        "v73.mat, , 1",
        "v73.mat, x, 1",
        "notes.mat, , 1",
        "one.h5, , 1",
        "empty.h5, , 1",
        "kinds.h5, compact, 1",
        "kinds.h5, summed, 1",
        "kinds.h5, packed, 1",
        "several.h5, /a/plain, 1",
        "several.h5, a/plain, 1",
        "several.h5, /a/big, 1",
        "several.h5, /a/chunks, 1",
        "several.h5, /a/whole, 4",
        "several.h5, /a/half, 1",
        "snappy.parquet, , 1",
        "zstd.parquet, , 1",
        "gzip.parquet, , 1",
        "lz4_raw.parquet, , 1",
        "uncompressed.parquet, , 1",
        "index.parquet, , 1",
        "lists.parquet, , 1",
        "lists-paged.parquet, , 1",
        "lists-fixed.parquet, , 1",
        "lists-half.parquet, , 1",
        "lists.arrow, , 1",
        "lists-file.arrow, , 1",
        "lists-fixed.arrow, , 1",
        "lists-half.arrow, , 1",
        "lists-large.arrow, , 1",
        "columns.arrow, , 1",
        "index.arrow, , 1",
    })
    void theNumbersAreThoseThatWereWritten(String file, String dataset, double factor) {
        double[] expected =
                Arrays.stream(FormatFile.x()).map(value -> factor * value).toArray();
        try (Samples samples = FormatFile.open(file, DEFAULTS.withDataset(dataset))) {
            assertThat(samples.samples()).isEqualTo(FormatFile.SAMPLES);
            assertThat(samples.variables()).isEqualTo(FormatFile.VARIABLES);
            assertThat(Opened.all(samples)).isEqualTo(expected);
            assertThat(samples.checksum()).hasSize(64);
        }
    }

    @ParameterizedTest
    @CsvSource({"v73.mat, cube", "cube.mat, ''", "cube.npy, ''"})
    void threeAxesAreThoseThatTheWriterHad(String file, String dataset) {
        Axes second = new Axes(List.of(Axis.DROP, Axis.SAMPLES, Axis.VARIABLES), Where.LAST);
        ReadOptions options = DEFAULTS.withAxes(second).withDataset(dataset.isEmpty() ? null : dataset);
        try (Samples samples = FormatFile.open(file, options)) {
            assertThat(Opened.all(samples))
                    .isEqualTo(Arrays.stream(FormatFile.x())
                            .map(value -> value + 100)
                            .toArray());
        }
    }

    @Test
    void theArrayThatWasReadIsNamed() {
        try (Samples matlab = FormatFile.open("plain.mat", DEFAULTS);
                Samples chosen = FormatFile.open("two.npz", DEFAULTS.withDataset("second"));
                Samples alone = FormatFile.open("bfloat16.npy", DEFAULTS)) {
            assertThat(matlab.dataset()).isEqualTo("x");
            assertThat(chosen.dataset()).isEqualTo("second");
            assertThat(alone.dataset()).isEmpty();
        }
    }

    @Test
    void axesThatMatlabReversesAreUndoneAndSaid() {
        try (Samples samples = FormatFile.open("v73.mat", DEFAULTS.withDataset("x"))) {
            assertThat(samples.readWarnings())
                    .extracting(Warning::message)
                    .containsExactly(
                            "the axes of \"x\", which MATLAB 7.3 writes in reverse, are read as in MATLAB: (6, 3),"
                                    + " rows are samples");
        }
        try (Samples samples = FormatFile.open("plain.mat", DEFAULTS)) {
            assertThat(samples.readWarnings())
                    .extracting(Warning::message)
                    .containsExactly("read \"x\" (6, 3) double, the only array that can be samples, of 4");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "several.h5 | | it must be clear which array is meant: F holds \"/a/big\" (6, 3) f4, \"/a/chunks\" (6, 3) f8,"
                        + " \"/a/half\" (6, 3) f2, \"/a/plain\" (6, 3) f8, \"/a/whole\" (6, 3) i2, \"/labels\" (6) i8,"
                        + " \"/words\" (2) text, \"/soft\" () a link, which is not followed, \"/outside\" () a link, which is"
                        + " not followed; name one with ReadOptions.withDataset",
                "several.h5 | /outside | values must be real numbers: \"/outside\" of F holds a link, which is not followed;"
                        + " choose another array, or save numbers",
                "virtual.h5 | | an HDF5 file must be whole, of a kind that can be read, and hold its data itself: F cannot be"
                        + " read (Virtual storage is not supported); copy it again, or save the array with numpy.save",
                "external.h5 | | an HDF5 file must be whole, of a kind that can be read, and hold its data itself: F cannot be"
                        + " read (Encountered External Data Files Message, this is not supported by jHDF); copy it again, or"
                        + " save the array with numpy.save",
                "unwritten.h5 | /never | values must be in the file: \"/never\" of F was never written; copy or save it"
                        + " again",
                "unwritten.h5 | /huge | values must be in the file: \"/huge\" of F was never written; copy or save it"
                        + " again",
                "packed.mat | | it must be clear which array is meant: F holds \"x\" (6, 3) single, \"y\" (6, 3) logical, \"z\""
                        + " (6, 3) complex numbers; name one with ReadOptions.withDataset",
                "packed.mat | z | values must be real numbers: \"z\" of F holds complex numbers; choose another array, or save"
                        + " numbers",
                "labels.npz | | it must be clear which array is meant: F holds \"cube\" (2, 6, 3) f8, \"trial\" (2) i8; name one"
                        + " with ReadOptions.withDataset",
                "marks.nc | unsigned | values must be real numbers: \"unsigned\" of F holds signed integers that stand for"
                        + " unsigned ones (_Unsigned); choose another array, or save numbers",
                "types.safetensors | F8 | values must be real numbers: \"F8\" of F holds F8_E4M3; choose another array, or"
                        + " save numbers",
                "types.parquet | | every column must hold numbers: F has column 8 \"word\" of type String and 2 more (columns"
                        + " count from 0); leave it out with ColumnSelection.select",
                "gaps.nc | | every value must be finite: F has NaN at row 2, column 1 (both count from 0); correct it, or"
                        + " leave such rows out with Missing.DROP_ROWS",
            })
    void refusals(String file, String dataset, String message) {
        String path = FormatFile.path(file);
        assertThatThrownBy(() -> FormatFile.open(file, DEFAULTS.withDataset(dataset)))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message.replaceAll("\\bF\\b", path));
    }

    @Test
    void aFillValueOfNetCdfIsMissing() {
        try (Samples samples = FormatFile.open("gaps.nc", DEFAULTS.withMissing(Missing.DROP_ROWS))) {
            assertThat(samples.droppedRows()).isEqualTo(1);
            assertThat(Opened.block(samples, 1, 2, 0, 3)).containsExactly(7, 10.25, 2.5, 10, 2.25, 5.5);
        }
    }

    /** The attributes name -999, -888 and -777; -99.9 in double precision is none of the single precision numbers; rows 4, 5 are empty. */
    @ParameterizedTest
    @CsvSource({"both, 0 3 5", "single, 0 2 3 4 5", "never, 0 1 2 3"})
    void everyMarkOfNetCdfIsMissing(String dataset, String rows) {
        ReadOptions options = DEFAULTS.withDataset(dataset).withMissing(Missing.DROP_ROWS);
        double[] expected = Arrays.stream(rows.split(" "))
                .mapToInt(Integer::parseInt)
                .boxed()
                .flatMapToDouble(row -> Arrays.stream(FormatFile.x(), 3 * row, 3 * row + 3))
                .toArray();
        try (Samples samples = FormatFile.open("marks.nc", options)) {
            assertThat(Opened.all(samples)).isEqualTo(expected);
        }
    }

    /** Chunks of 4 x 2, of which the first alone is there. */
    @Test
    void whatWasNeverWrittenHasTheNumberThatTheFileStates() {
        double[] expected = FormatFile.x();
        for (int i = 0; i < expected.length; i++) {
            if (i / 3 >= 4 || i % 3 == 2) {
                expected[i] = 7.5;
            }
        }
        try (Samples samples = FormatFile.open("kinds.h5", DEFAULTS.withDataset("part"))) {
            assertThat(Opened.all(samples)).isEqualTo(expected);
        }
    }

    @Test
    void aChunkThatDoesNotFitItsChecksumIsRefused() {
        byte[] bytes = FormatFile.bytes("kinds.h5");
        // The exponents of the first chunk of "summed", shuffled together: those of 0, 3.25, 7, 10.25, 3, 6.25, 10,
        // 2.25.
        byte[] exponents = {0, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40, 0x40};
        int at = -1;
        for (int i = 0; i < bytes.length - 8 && at < 0; i++) {
            at = Arrays.equals(bytes, i, i + 8, exponents, 0, 8) ? i : -1;
        }
        bytes[at + 1] ^= 1;
        Path path = NpyBytes.write(folder, "x.h5", bytes);
        ReadOptions options = DEFAULTS.withDataset("summed");
        assertThatThrownBy(() -> DataFiles.open(path.toString(), options, InputStream.nullInputStream()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("the checksum of a chunk does not fit its bytes");
    }

    @ParameterizedTest
    @CsvSource({"bool", "chunks"})
    void whatH5pyMakesOfBoolIsRead(String dataset) {
        double[] expected =
                Arrays.stream(FormatFile.x()).map(value -> value > 3 ? 1 : 0).toArray();
        try (Samples samples = FormatFile.open("kinds.h5", DEFAULTS.withDataset(dataset))) {
            assertThat(Opened.all(samples)).isEqualTo(expected);
        }
    }

    @Test
    void anIndexThatPandasNamedIsLeftOut() {
        try (Samples samples = FormatFile.open("index.parquet", DEFAULTS)) {
            assertThat(samples.names()).containsExactly("v0", "v1", "v2");
            assertThat(samples.readWarnings())
                    .extracting(Warning::message)
                    .containsExactly("row labels that pandas added to " + FormatFile.path("index.parquet")
                            + " left out: \"time\"");
        }
    }

    @Test
    void whatIsSaidOfArraysIsRefusedOfTables() {
        Path csv = NpyBytes.write(folder, "x.csv", "1,2\n3,4\n5,7\n".getBytes(StandardCharsets.UTF_8));
        Axes onItsSide = Axes.of(Axis.VARIABLES, Axis.SAMPLES);
        for (String path : List.of(csv.toString(), FormatFile.path("snappy.parquet"))) {
            String table = path + " is a table, whose rows are samples and columns variables; leave ";
            assertThatThrownBy(() -> DataFiles.open(path, DEFAULTS.withAxes(onItsSide), InputStream.nullInputStream()))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(
                            "axes can be told in a file of arrays only: " + table
                                    + "ReadOptions.withAxes out, and save the table the other way round if it lies on its side");
            assertThatThrownBy(() -> DataFiles.open(path, DEFAULTS.withDataset("x"), InputStream.nullInputStream()))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage("an array can be chosen in a file of arrays only: " + table
                            + "ReadOptions.withDataset out");
            DataFiles.open(path, DEFAULTS.withAxes(Axes.ROWS), InputStream.nullInputStream())
                    .close();
        }
    }

    @Test
    void parquetHasNamesTypesAndGaps() {
        ReadOptions dropping = DEFAULTS.withMissing(Missing.DROP_ROWS);
        String path = FormatFile.path("types.parquet");
        int[] numbers = {0, 1, 2, 3, 4, 5, 6, 7};
        try (Samples samples =
                DataFiles.open(path, dropping, InputStream.nullInputStream(), (names, n) -> numbers.clone())) {
            assertThat(samples.names()).containsExactly("i1", "i2", "u1", "u4", "u8", "b", "f4", "gaps");
            assertThat(samples.columns()).containsExactly(numbers);
            assertThat(samples.originalNames()).hasSize(11).endsWith("word", "day", "price");
            assertThat(samples.droppedRows()).isEqualTo(1);
            assertThat(Opened.block(samples, 3, 1, 0, 8)).containsExactly(4, 4000, 246, 4000000004.0, 0x1p64, 1, 1, 4);
            assertThat(samples.readWarnings())
                    .extracting(Warning::name)
                    .containsExactly(Warning.Name.INDEX_COLUMN, Warning.Name.ROWS_LEFT_OUT);
            assertThat(samples.readWarnings().getLast().message())
                    .isEqualTo("1 row with missing values left out: 1 in column 7 \"gaps\"");
        }
        assertThatThrownBy(() -> DataFiles.open(path, DEFAULTS, InputStream.nullInputStream(), (names, n) -> numbers))
                .hasMessageContaining("has NaN at row 3, column 7 \"gaps\" (both count from 0)");
    }

    @Test
    void rawNumbersAreWhatTheUserSays() {
        byte[] npy = NpyBytes.array(List.of(6L, 3L), false, FormatFile.x());
        Path path = NpyBytes.write(folder, "x.bin", Arrays.copyOfRange(npy, npy.length - 144, npy.length));
        for (String type : List.of("float64", "<f8", "double", "f8")) {
            ReadOptions options = DEFAULTS.withRaw(new RawNumbers(List.of(6L, 3L), type));
            try (Samples samples = DataFiles.open(path.toString(), options, InputStream.nullInputStream())) {
                assertThat(Opened.all(samples)).isEqualTo(FormatFile.x());
            }
        }
        ReadOptions longer = DEFAULTS.withRaw(new RawNumbers(List.of(7L, 3L), "float64"));
        assertThatThrownBy(() -> DataFiles.open(path.toString(), longer, InputStream.nullInputStream()))
                .hasMessage("raw numbers must fill the file: shape (7, 3) of type f8 takes 168 bytes, and " + path
                        + " has 144; give RawNumbers.shape and RawNumbers.type as they were when it was written");
        ReadOptions other = DEFAULTS.withRaw(new RawNumbers(List.of(6L, 3L), "float80"));
        assertThatThrownBy(() -> DataFiles.open(path.toString(), other, InputStream.nullInputStream()))
                .hasMessageContaining("found \"float80\"; give one of these with RawNumbers.type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x.csv.gz | 1f8b08 | is compressed by gzip; unpack it first: gunzip -k F",
                "x.bz2 | 425a6839 | is compressed by bzip2; unpack it first: bunzip2 -k F",
                "x.xz | fd377a585a00 | is compressed by xz; unpack it first: unxz -k F",
                "x.zst | 28b52ffd | is compressed by zstd; unpack it first: unzstd F",
                "x.feather | 46454131 | is a Feather file of the first version; convert it: python -c \"import pandas;"
                        + " pandas.read_feather('F').to_parquet('F.parquet')\"",
                "x.nc | 43444601 | is a NetCDF file of the classic form; convert it to NetCDF-4: nccopy -k nc4 F F.nc",
                "x.nc | 43444605 | is a NetCDF file of the classic form; convert it to NetCDF-4: nccopy -k nc4 F F.nc",
                "x.orc | 4f524311000a | is an ORC file; convert it: python -c \"import pandas;"
                        + " pandas.read_orc('F').to_parquet('F.parquet')\"",
                "x.bin | 504b0304617263686976652f646174612e706b6c | is a PyTorch file, which holds Python objects; convert it:"
                        + " python -c \"import torch, numpy; numpy.save('F.npy', torch.load('F',"
                        + " weights_only=True).float().numpy())\"",
                "x.pth | 80028a0a | is a PyTorch file, which holds Python objects; convert it: python -c \"import torch, numpy;"
                        + " numpy.save('F.npy', torch.load('F', weights_only=True).float().numpy())\"",
                "x.xlsx | 504b0304 | is an Excel workbook; convert it: python -c \"import pandas;"
                        + " pandas.read_excel('F').to_csv('F.csv', index=False)\"",
                "x.xls | d0cf11e0a1b11ae1 | is a workbook of Excel 97 to 2003; convert it: python -c \"import pandas;"
                        + " pandas.read_excel('F').to_csv('F.csv', index=False)\"",
                "x.ods | 504b0304 | is an OpenDocument spreadsheet; convert it: python -c \"import pandas;"
                        + " pandas.read_excel('F').to_csv('F.csv', index=False)\"",
                "x.pkl | 800495 | is a Python pickle, which is a program that no reader should run; convert it where you trust"
                        + " it: python -c \"import pandas, numpy; numpy.save('F.npy', numpy.asarray(pandas.read_pickle('F')))\"",
            })
    void otherFormatsAreNamedWithTheirConversion(String name, String hex, String found) {
        Path path = NpyBytes.write(folder, name, HexFormat.of().parseHex(hex));
        assertThatThrownBy(() -> Opened.open(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the input must be of a format that is read (docs/formats.md): " + path + " "
                        + found.replaceAll("\\bF\\b", path.toString()));
    }

    @Test
    void standardInputIsReadToo() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(FormatFile.path("one.h5")));
        try (Samples samples = DataFiles.open("-", DEFAULTS, new ByteArrayInputStream(bytes))) {
            assertThat(Opened.all(samples)[1]).isCloseTo(3.25, within(0.0));
        }
        byte[] text = "1,2\n3,4\n5,7\n".getBytes(StandardCharsets.UTF_8);
        try (Samples samples = DataFiles.open("-", DEFAULTS, new ByteArrayInputStream(text))) {
            assertThat(samples.samples()).isEqualTo(3);
        }
    }
}
