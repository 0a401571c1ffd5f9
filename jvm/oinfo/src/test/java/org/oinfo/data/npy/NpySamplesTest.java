package org.oinfo.data.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.Samples;
import org.oinfo.data.Sha256;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.files.Opened;
import org.oinfo.data.options.Missing;
import org.oinfo.data.options.ReadOptions;
import org.openlca.npy.Npy;
import org.openlca.npy.NpyDoubleArray;

class NpySamplesTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 3;

    @TempDir
    Path folder = Path.of("");

    /** Bit patterns of a type, each followed by the number it stands for. */
    record Known(String code, int bytes, List<Number> pairs) {
        long bits(int i) {
            return pairs.get(2 * i % pairs.size()).longValue();
        }

        double number(int i) {
            return pairs.get((2 * i + 1) % pairs.size()).doubleValue();
        }
    }

    record Case(Known known, ByteOrder order, boolean fortran, int version, String sign) {
        @Override
        public String toString() {
            return sign + known.code + (fortran ? " F " : " C ") + version + ".0";
        }
    }

    private static Known known(String code, int bytes, Number... pairs) {
        return new Known(code, bytes, List.of(pairs));
    }

    private static final List<Known> TYPES = List.of(
            known("f2", 2, 0x3C00, 1, 0xC000, -2, 0x7BFF, 65504, 0x0001, 0x1p-24, 0x3555, 0.333251953125, 0x8000, -0.0),
            known("f4", 4, 0x3F800000, 1, 0xC0000000, -2, 0x7F7FFFFF, Float.MAX_VALUE, 1, 0x1p-149),
            known("f8", 8, 0x3FF0000000000000L, 1, 0xC000000000000000L, -2, 1, Double.MIN_VALUE),
            known("i1", 1, 0x00, 0, 0x7F, 127, 0x80, -128, 0xFF, -1),
            known("i2", 2, 0x0102, 258, 0x7FFF, 32767, 0x8000, -32768, 0xFFFF, -1),
            known("i4", 4, 0x01020304, 16909060, 0x7FFFFFFF, 2147483647, 0x80000000, -2147483648),
            known("i8", 8, 0x0102030405060708L, 72623859790382856L, -1, -1, Long.MAX_VALUE, 0x1p63, 3, 3),
            known("u1", 1, 0x00, 0, 0x7F, 127, 0x80, 128, 0xFF, 255),
            known("u2", 2, 0x0102, 258, 0x8000, 32768, 0xFFFF, 65535),
            known("u4", 4, 0x01020304, 16909060, 0x80000000, 0x1p31, 0xFFFFFFFF, 4294967295L),
            // The two beyond 2^63: halfway between doubles goes to the even one, a little more goes up.
            known("u8", 8, 7, 7, -1, 0x1p64, (1L << 63) + 1024, 0x1p63, (1L << 63) + 1025, 0x1.0000000000001p63),
            known("b1", 1, 0, 0, 1, 1, 2, 1));

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Known known : TYPES) {
            for (boolean fortran : new boolean[] {false, true}) {
                for (int version = 1; version <= 3; version++) {
                    cases.add(new Case(known, ByteOrder.LITTLE_ENDIAN, fortran, version, "<"));
                    cases.add(new Case(known, ByteOrder.BIG_ENDIAN, fortran, version, ">"));
                }
                cases.add(new Case(known, ByteOrder.nativeOrder(), fortran, 1, "="));
                cases.add(new Case(known, ByteOrder.nativeOrder(), fortran, 1, "|"));
                cases.add(new Case(known, ByteOrder.nativeOrder(), fortran, 1, ""));
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsEveryTypeByteOrderAndLayout(Case c) {
        long[] bits = new long[ROWS * COLUMNS];
        double[] numbers = new double[ROWS * COLUMNS];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = c.known.bits(i);
            numbers[i] = c.known.number(i);
        }
        byte[] content = NpyBytes.content(bits, ROWS, COLUMNS, c.known.bytes, c.order, c.fortran);
        String header = NpyBytes.header(c.sign + c.known.code, c.fortran, ROWS, COLUMNS);
        Path path = NpyBytes.write(folder, "x.npy", NpyBytes.file(c.version, header, content));
        try (Samples samples = Opened.open(path)) {
            assertThat(samples.samples()).isEqualTo(ROWS);
            assertThat(samples.variables()).isEqualTo(COLUMNS);
            assertThat(Opened.all(samples)).isEqualTo(numbers);
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    assertThat(Opened.block(samples, row, 1, column, 1))
                            .containsExactly(numbers[row * COLUMNS + column]);
                }
            }
        }
    }

    /** Sizes around the sizes of inner chunks and tiles. */
    @ParameterizedTest
    @ValueSource(strings = {"<f8 C", "<f8 F", ">f4 C", ">f4 F", "<i2 C", "<i2 F"})
    void anyBlockEqualsThatPartOfTheWhole(String form) {
        int rows = 2500;
        int columns = 37;
        boolean fortran = form.endsWith("F");
        String descr = form.substring(0, 3);
        int bytes = descr.charAt(2) - '0';
        double[] expected = new double[rows * columns];
        long[] bits = new long[rows * columns];
        for (int i = 0; i < bits.length; i++) {
            int number = (i * 31) % 32000 - 16000;
            expected[i] = number;
            bits[i] = switch (descr) {
                case "<f8" -> Double.doubleToRawLongBits(number);
                case ">f4" -> Float.floatToRawIntBits(number);
                default -> number;
            };
        }
        ByteOrder order = descr.startsWith("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        byte[] content = NpyBytes.content(bits, rows, columns, bytes, order, fortran);
        Path path = NpyBytes.write(
                folder, "x.npy", NpyBytes.file(1, NpyBytes.header(descr, fortran, rows, columns), content));
        try (Samples samples = Opened.open(path)) {
            assertThat(Opened.all(samples)).isEqualTo(expected);
            SplittableRandom random = new SplittableRandom(1);
            for (int trial = 0; trial < 200; trial++) {
                int row = random.nextInt(rows);
                int height = random.nextInt(Math.min(300, rows - row) + 1);
                int column = random.nextInt(columns);
                int width = random.nextInt(columns - column + 1);
                assertThat(Opened.block(samples, row, height, column, width))
                        .as("%d rows from %d, %d columns from %d", height, row, width, column)
                        .isEqualTo(Opened.cut(expected, columns, row, height, column, width));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"shape\": (4L, 2L), \"fortran_order\": False, \"descr\": \"<f8\"}",
                "{'shape':(4,2),'fortran_order':False,'descr':'<f8'}",
                " { 'descr' : '<f8' , 'fortran_order' : False , 'shape' : ( 4 , 2 , ) , } "
            })
    void readsEverySpellingOfTheHeader(String header) {
        double[] numbers = {1, 2, 3, 4, 5, 6, 7, 8};
        long[] bits =
                Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
        byte[] content = NpyBytes.content(bits, 4, 2, 8, ByteOrder.LITTLE_ENDIAN, false);
        Path path = NpyBytes.write(folder, "x.npy", NpyBytes.file(1, header, content));
        try (Samples samples = Opened.open(path)) {
            assertThat(Opened.all(samples)).isEqualTo(numbers);
        }
    }

    /** Another implementation of the format as the writer. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsWhatAnotherLibraryWrites(boolean fortran) {
        double[] rowMajor = {1.5, -2, 3, 1e300, 5, -6e-300};
        double[] columnMajor = {1.5, 3, 5, -2, 1e300, -6e-300};
        Path path = folder.resolve("x.npy");
        Npy.write(
                path.toFile(),
                fortran ? NpyDoubleArray.columnOrderOf(columnMajor, 3, 2) : NpyDoubleArray.rowOrderOf(rowMajor, 3, 2));
        try (Samples samples = Opened.open(path)) {
            assertThat(Opened.all(samples)).containsExactly(rowMajor);
        }
    }

    /** And as the reader, so that the test's own writer is checked too. */
    @Test
    void anotherLibraryReadsTheSameNumbers() {
        double[][] x = {{1.5, -2}, {3, 1e300}, {5, -6e-300}};
        Path path = NpyBytes.write(folder, "x.npy", NpyBytes.doubles(x));
        try (Samples samples = Opened.open(path)) {
            assertThat(Opened.all(samples))
                    .containsExactly(Npy.read(path.toFile()).asDoubleArray().data());
        }
    }

    @Test
    void describesItself() {
        Path path = NpyBytes.write(folder, "x.npy", NpyBytes.doubles(new double[][] {{1, 2}, {3, 4}, {5, 7}}));
        try (Samples samples = Opened.open(path)) {
            assertThat(samples.names()).isEmpty();
            assertThat(samples.columns()).containsExactly(0, 1);
            assertThat(samples.source()).isEqualTo(path.toString());
            assertThat(samples.droppedRows()).isZero();
        }
    }

    @Test
    void dropsRowsThatAreNotFiniteInAnyLayout() {
        double[] row = {1, 2, Double.NaN, 4, 5, 6, 7, Double.POSITIVE_INFINITY, 9, 10, 11, 12};
        for (boolean fortran : new boolean[] {false, true}) {
            long[] bits =
                    Arrays.stream(row).mapToLong(Double::doubleToRawLongBits).toArray();
            byte[] content = NpyBytes.content(bits, 6, 2, 8, ByteOrder.LITTLE_ENDIAN, fortran);
            Path path =
                    NpyBytes.write(folder, "x.npy", NpyBytes.file(1, NpyBytes.header("<f8", fortran, 6, 2), content));
            try (Samples samples = Opened.openDropping(path)) {
                assertThat(samples.samples()).isEqualTo(4);
                assertThat(samples.droppedRows()).isEqualTo(2);
                assertThat(Opened.all(samples)).containsExactly(1, 2, 5, 6, 9, 10, 11, 12);
                assertThat(Opened.block(samples, 1, 3, 1, 1)).containsExactly(6, 10, 12);
            }
        }
    }

    @Test
    void columnsLeftOutMayHoldAnything() {
        double[][] x = {{1, Double.NaN, 3}, {4, 5, 6}, {7, 8, 9}};
        Path path = NpyBytes.write(folder, "x.npy", NpyBytes.doubles(x));
        ColumnChoice choice = (names, n) -> new int[] {2, 0};
        try (Samples samples =
                DataFiles.open(path.toString(), ReadOptions.defaults(), InputStream.nullInputStream(), choice)) {
            assertThat(Opened.all(samples)).containsExactly(1, 3, 4, 6, 7, 9);
            assertThat(samples.columns()).containsExactly(0, 2);
        }
        try (Samples samples = DataFiles.open(
                path.toString(),
                ReadOptions.defaults().withMissing(Missing.DROP_ROWS),
                InputStream.nullInputStream(),
                choice)) {
            assertThat(samples.droppedRows()).isZero();
        }
    }

    @Test
    void checksumIsThatOfTheFile() {
        byte[] bytes = NpyBytes.doubles(new double[20_000][2]);
        Path path = NpyBytes.write(folder, "x.npy", bytes);
        try (Samples samples = Opened.open(path)) {
            assertThat(samples.checksum()).isEqualTo(Sha256.of(bytes)).isEqualTo(samples.checksum());
        }
    }

    @Test
    void blocksOutsideAreRefused() {
        Path path = NpyBytes.write(folder, "x.npy", NpyBytes.doubles(new double[][] {{1, 2}, {3, 4}, {5, 7}}));
        try (Samples samples = Opened.open(path)) {
            double[] out = new double[6];
            assertThatThrownBy(() -> samples.read(2, 2, 0, 2, out)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> samples.read(0, 1, 1, 2, out)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> samples.read(0, 3, 0, 2, new double[5]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void mayBeClosedTwice() {
        Path path = NpyBytes.write(folder, "x.npy", NpyBytes.doubles(new double[][] {{1, 2}, {3, 4}, {5, 7}}));
        Samples samples = Opened.open(path);
        samples.close();
        samples.close();
        assertThatThrownBy(() -> Opened.all(samples)).isInstanceOf(IllegalStateException.class);
    }
}
