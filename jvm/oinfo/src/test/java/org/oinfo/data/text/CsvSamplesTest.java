package org.oinfo.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.ColumnSelection;
import org.oinfo.data.Samples;
import org.oinfo.data.Sha256;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.files.Opened;
import org.oinfo.data.options.Missing;
import org.oinfo.data.options.ReadOptions;

class CsvSamplesTest {
    @TempDir
    Path folder = Path.of("");

    private Samples open(String text) {
        return Opened.open(Opened.csv(folder, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2.5\n-3,4e2\n5,.5\n",
                "1;2.5\n-3;4e2\n5;.5",
                "1\t2.5\n-3\t4e2\n5\t.5\n",
                "1,2.5\r\n-3,4e2\r\n5,.5\r\n",
                "1,2.5\r-3,4e2\r5,.5\r",
                "\uFEFF1,2.5\n-3,4e2\n5,.5\n",
                "\n# made; by, hand\n\n1,2.5\n#\n-3,4e2\n   \n\n5,.5\n\n",
                " \t \n1;2.5\n-3;4e2\n5;.5\n",
                "# a;b\t\"\n1,2.5\n-3,4e2\n5,.5\n",
                "\"1\",\"2.5\"\n\"-3\",4e2\n5,\" .5 \"\n",
                "  1 ,2.5\n-3 , +4E+2\n5,0000.5\n",
                "1.,2.5\n-3,400\n50e-1,5E-1\n",
            })
    void readsEveryForm(String text) {
        try (Samples samples = open(text)) {
            assertThat(samples.names()).isEmpty();
            assertThat(samples.columns()).containsExactly(0, 1);
            assertThat(Opened.all(samples)).containsExactly(1, 2.5, -3, 400, 5, 0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hip,\"knee, left\"\n1,2\n3,4\n5,6\n",
                "\uFEFFhip;knee, left\n1;2\n3;4\n5;6\n",
                "# units: mm\n\n hip \t\"knee, left\"\n1\t2\n3\t4\n5\t6\n",
            })
    void aFirstRecordWithTextNamesTheColumns(String text) {
        try (Samples samples = open(text)) {
            assertThat(samples.names()).containsExactly("hip", "knee, left");
            assertThat(Opened.all(samples)).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void oneTextMakesAHeader() {
        try (Samples samples = open("2020,\"a \"\"b\"\"\"\n1,2\n3,4\n5,6\n")) {
            assertThat(samples.names()).containsExactly("2020", "a \"b\"");
            assertThat(samples.samples()).isEqualTo(3);
        }
    }

    @Test
    void aMissingValueDoesNot() {
        try (Samples samples = Opened.openDropping(Opened.csv(folder, "1,NA\n3,4\n5,6\n7,8\n"))) {
            assertThat(samples.names()).isEmpty();
            assertThat(samples.droppedRows()).isEqualTo(1);
            assertThat(Opened.all(samples)).containsExactly(3, 4, 5, 6, 7, 8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nan", "NaN", "-nan", "NA", "n/a", "inf", "-Inf", "+Infinity", "1e999"})
    void dropsRowsWithAnyKindOfMissingValue(String missing) {
        Path path = Opened.csv(folder, "a,b\n1,2\n" + missing + ",3\n4,5\n6," + missing + "\n7,8\n");
        try (Samples samples = Opened.openDropping(path)) {
            assertThat(samples.samples()).isEqualTo(3);
            assertThat(samples.droppedRows()).isEqualTo(2);
            assertThat(Opened.all(samples)).containsExactly(1, 2, 4, 5, 7, 8);
        }
    }

    @Test
    void columnsLeftOutMayHoldAnything() {
        Path path = Opened.csv(folder, "id,a,b,c\nx,1,,3\ny,4,NA,6\nz,7,8,9\n");
        ColumnChoice choice = (names, n) -> {
            assertThat(n).isEqualTo(4);
            return new int[] {names.indexOf("c"), names.indexOf("a")};
        };
        try (Samples samples = DataFiles.open(
                path.toString(),
                ReadOptions.defaults().withMissing(Missing.DROP_ROWS),
                InputStream.nullInputStream(),
                choice)) {
            assertThat(samples.names()).containsExactly("a", "c");
            assertThat(samples.columns()).containsExactly(1, 3);
            assertThat(samples.droppedRows()).isZero();
            assertThat(Opened.all(samples)).containsExactly(1, 3, 4, 6, 7, 9);
        }
    }

    /** More rows than a chunk of the store holds; every number as Double.toString writes it reads back the same. */
    @Test
    void readsBackRandomNumbersInAnyBlock() {
        int rows = 20_000;
        int columns = 7;
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        double[] expected = new double[rows * columns];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < expected.length; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            expected[i] = Double.isFinite(value) ? value : i;
            text.append(expected[i]).append(i % columns == columns - 1 ? '\n' : ',');
        }
        try (Samples samples = open(text.toString())) {
            assertThat(Opened.all(samples)).as("seed %d", seed).isEqualTo(expected);
            for (int trial = 0; trial < 100; trial++) {
                int row = random.nextInt(rows);
                int height = random.nextInt(rows - row + 1);
                int column = random.nextInt(columns);
                int width = random.nextInt(columns - column + 1);
                assertThat(Opened.block(samples, row, height, column, width))
                        .as("seed %d", seed)
                        .isEqualTo(Opened.cut(expected, columns, row, height, column, width));
            }
        }
    }

    /** Longer than what is held at a time, written by another program's quoting: records that begin and end anywhere in it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void quotedFieldsOfAnyLength(boolean always) throws IOException {
        long seed = 12;
        SplittableRandom random = new SplittableRandom(seed);
        StringWriter text = new StringWriter();
        double[] expected = new double[2 * 6_000];
        try (CsvWriter writer = CsvWriter.builder()
                .quoteStrategy(always ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED)
                .build(text)) {
            writer.writeRecord("a", "no\nte", "b\"");
            for (int i = 0; i < expected.length; i += 2) {
                expected[i] = random.nextInt(1000) / 8.0;
                expected[i + 1] = random.nextGaussian();
                String note = "x,\"\n\r\n;#y ".repeat(random.nextInt(random.nextInt(500) == 0 ? 40_000 : 20));
                writer.writeRecord(Double.toString(expected[i]), note, Double.toString(expected[i + 1]));
            }
        }
        Path path = Opened.csv(folder, text.toString());
        String checksum = Sha256.of(Files.readAllBytes(path));
        assertThat(Files.size(path)).as("seed %d", seed).isGreaterThan(2_000_000);
        try (Samples samples =
                DataFiles.open(path.toString(), ReadOptions.defaults(), InputStream.nullInputStream(), (names, n) ->
                        new int[] {0, 2})) {
            assertThat(samples.checksum()).isEqualTo(checksum);
            assertThat(samples.originalNames()).containsExactly("a", "no\nte", "b\"");
            assertThat(Opened.all(samples)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void manyColumns() {
        int columns = 70_000;
        String row = "1.25,".repeat(columns - 1) + "2\n";
        try (Samples samples = open(row + row + row)) {
            assertThat(samples.variables()).isEqualTo(columns);
            assertThat(Opened.block(samples, 2, 1, columns - 2, 2)).containsExactly(1.25, 2);
        }
    }

    @Test
    void checksumIsThatOfTheFile() {
        String text = "\uFEFFhip,knee\n1,2\n# end\n3,4\n5,6";
        try (Samples samples = open(text)) {
            assertThat(samples.checksum()).isEqualTo(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void namesFollowTheSelection() {
        try (Samples samples = ColumnSelection.select(open("a,b,c\n1,2,3\n4,5,6\n7,8,9\n"), new int[] {2, 1})) {
            assertThat(samples.names()).isEqualTo(List.of("b", "c"));
        }
    }
}
