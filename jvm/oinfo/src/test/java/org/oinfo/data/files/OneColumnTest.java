package org.oinfo.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.Samples;
import org.oinfo.data.options.Missing;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.data.text.WordColumn;

/** Files of one column, and columns of words in a table. */
class OneColumnTest {
    @TempDir
    Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("y.csv"), text).toString();
    }

    private String npy(String descr, String shape, byte[] values) throws IOException {
        String header = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }";
        header += " ".repeat(118 - 1 - header.length()) + '\n';
        ByteBuffer bytes = ByteBuffer.allocate(128 + values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) 118)
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .put(values);
        return Files.write(folder.resolve("y.npy"), bytes.array()).toString();
    }

    @Test
    void namesTheFormatThatItDoesNotTake() throws IOException {
        Path parquet = Files.write(folder.resolve("y.parquet"), new byte[] {'P', 'A', 'R', '1', 0, 0, 0, 0});
        assertThatThrownBy(() -> OneColumn.read(parquet.toString(), 3))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a column that belongs to samples of another file must be in an .npy or .csv file: "
                        + parquet + " is one of Parquet; save it as one of these");
    }

    @Test
    void readsNumbersWithAndWithoutAName() throws IOException {
        assertThat(OneColumn.read(file("1\n2.5\n\n# no\n-3\n"), 3).values()).containsExactly(1, 2.5, -3);
        OneColumn named = OneColumn.read(file("7\n1\n2.5\n-3"), 3);
        assertThat(named.values()).containsExactly(1, 2.5, -3);
        assertThat(named.words()).isEmpty();
    }

    @Test
    void readsWords() throws IOException {
        OneColumn column = OneColumn.read(file("animal\ncat\n\"dog\"\n cat \n3\n"), 4);
        assertThat(column.words()).containsExactly("cat", "dog", "3");
        assertThat(column.values()).containsExactly(0, 1, 0, 2);
    }

    @Test
    void readsNpyOfOneAndTwoDimensions() throws IOException {
        byte[] bytes = {4, 0, 9};
        assertThat(OneColumn.read(npy("|u1", "(3,)", bytes), 3).values()).containsExactly(4, 0, 9);
        assertThat(OneColumn.read(npy("|u1", "(3, 1)", bytes), 3).values()).containsExactly(4, 0, 9);
        String wide = npy("|u1", "(1, 3)", bytes);
        assertThatThrownBy(() -> OneColumn.read(wide, 3))
                .hasMessage("a file that belongs to samples of another must have 1 column: " + wide
                        + " has 3; save the one that is meant");
        String longer = npy("|u1", "(3,)", bytes);
        assertThatThrownBy(() -> OneColumn.read(longer, 4))
                .hasMessage("a value must be given for each sample: " + longer
                        + " has 3, the data 4; give files that belong together");
        byte[] nan = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(Double.NaN)
                .array();
        String missing = npy("<f8", "(1,)", nan);
        assertThatThrownBy(() -> OneColumn.read(missing, 1))
                .hasMessage("every value must be finite: " + missing
                        + " has NaN at row 0 (from 0); correct it, or leave that sample out of both files");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1~2 | a value must be given for each sample: FILE has 2, the data 4; give files that belong together",
                "1~2~3~4~5~6 | a value must be given for each sample: FILE has 6, the data 4; give files that belong"
                        + " together",
                "1~2~x~4 | every value must be finite, or a word where the first is one: FILE has \"x\" at line 3;"
                        + " correct it, or leave that sample out of both files",
                "a~b~NA~c | every value must be finite, or a word where the first is one: FILE has \"NA\" at line 3;"
                        + " correct it, or leave that sample out of both files",
                "1~\"2\"\u001b~3~4 | quotes must be closed, and end where the field ends: the record of FILE that begins at"
                        + " line 2 breaks this; check its quotes",
                "1~2,3~4~5 | a file that belongs to samples of another must have 1 column: FILE has 2 at line 2; save"
                        + " the one that is meant",
            })
    void refuses(String text, String message) throws IOException {
        String path = file(text.replace('~', '\n'));
        assertThatThrownBy(() -> OneColumn.read(path, 4))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message.replace("FILE", path));
    }

    private static Samples table(String text, int column, WordColumn words) {
        InputStream stdin = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return DataFiles.open(
                "-",
                ReadOptions.defaults().withMissing(Missing.DROP_ROWS),
                stdin,
                (names, n) -> {
                    words.at(column);
                    return ColumnChoice.ALL.choose(names, n);
                },
                words);
    }

    @Test
    void aColumnOfATableMayHoldWords() {
        WordColumn words = new WordColumn();
        try (Samples samples = table("a,kind,b\n1,cat,2\n3,dog,4\n5,,6\n,emu,1\n7,dog,8\n", 1, words)) {
            double[] x = new double[9];
            samples.read(0, 3, 0, 3, x);
            assertThat(x).containsExactly(1, 0, 2, 3, 1, 4, 7, 1, 8);
            assertThat(samples.droppedRows()).isEqualTo(2);
        }
        assertThat(words.words(1)).containsExactly("cat", "dog", "emu");
    }

    @Test
    void aColumnThatBeginsWithANumberHoldsNumbers() {
        assertThatThrownBy(() -> table("a,kind\n1,2\n2,x\n", 1, new WordColumn()))
                .hasMessage("every value must be a number: standard input has \"x\" at line 3, column 1 \"kind\""
                        + " (columns count from 0); correct it, or leave that column out; if it stands for a missing"
                        + " value, say so with ReadOptions.withMarks");
    }

    @Test
    void wordsNeedNamesAboveThem() {
        assertThatThrownBy(() -> table("1,cat\n2,dog\n3,dog\n", 1, new WordColumn()))
                .hasMessage("the first line must name the columns where one of them holds words: standard input has"
                        + " numbers at line 1; add a line of names");
    }
}
