package org.oinfo.data.text;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;
import org.oinfo.data.files.Opened;
import org.oinfo.data.npy.NpyBytes;

class CsvErrorsTest {
    private static final String DROP = "; correct it, or leave such rows out with Missing.DROP_ROWS";

    @TempDir
    Path folder = Path.of("");

    private void refused(String text, String message) {
        Path path = Opened.csv(folder, text);
        assertThatThrownBy(() -> Opened.open(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message.replace("data.csv", path.toString()));
    }

    @Test
    void raggedRows() {
        refused(
                "a,b,c\n1,2,3\n\n# note\n4,5\n7,8,9\n",
                "every row must have as many fields as the first: data.csv has 2 at line 5, expected 3"
                        + " (separator comma); correct that line");
        refused(
                "1;2\n3;4;\n5;6\n",
                "every row must have as many fields as the first: data.csv has 3 at line 2, expected 2"
                        + " (separator semicolon); correct that line, or what stands above it: a name for each column,"
                        + " nothing else");
    }

    @Test
    void textAmongNumbers() {
        refused(
                "hip,knee\n1,2\n3,4mm\n5,6\n",
                "every value must be a number: data.csv has \"4mm\" at line 3, column 1 \"knee\""
                        + " (columns count from 0); correct it, or leave that column out");
        refused(
                "1,2\n3,4\n\"5\n6\",7\n",
                "every value must be a number: data.csv has \"5?6\" at line 3, column 0"
                        + " (columns count from 0); correct it, or leave that column out");
    }

    @ParameterizedTest
    @CsvSource({"1f", "1d", "0x10", "0x1p3", "1_000", "1 2", "--1", "1e", "e5", "+-1", "١"})
    void textThatSomeParsersTake(String text) {
        refused(
                "1,2\n3,4\n" + text + ",6\n",
                "every value must be a number: data.csv has \"" + text
                        + "\" at line 3, column 0 (columns count from 0); correct it, or leave that column out");
    }

    @ParameterizedTest
    @CsvSource({"-", "-na", "TRUE"})
    void wordsThatMayBeMarks(String text) {
        refused(
                "1,2\n3,4\n" + text + ",6\n",
                "every value must be a number: data.csv has \"" + text
                        + "\" at line 3, column 0 (columns count from 0); correct it, or leave that column out; if it"
                        + " stands for a missing value, say so with ReadOptions.withMarks");
    }

    @Test
    void decimalCommas() {
        refused(
                "a,b\n\"1,5\",2\n2,3\n4,5\n",
                "every value must be a number: data.csv has \"1,5\" at line 2, column 0 \"a\""
                        + " (columns count from 0); write a decimal point instead of the comma");
    }

    @Test
    void missingValues() {
        refused(
                "hip,knee\n1,2\n3,\n5,6\n",
                "every value must be finite: data.csv has an empty field at line 3, column 1 \"knee\""
                        + " (columns count from 0)" + DROP);
        refused(
                "1,2\nNA,4\n5,6\n",
                "every value must be finite: data.csv has \"NA\" at line 2, column 0 (columns count from 0)" + DROP);
        refused(
                "1,-inf\n3,4\n5,6\n",
                "every value must be finite: data.csv has \"-inf\" at line 1, column 1 (columns count from 0)" + DROP);
        refused(
                "1,2\n3,4\n5,-1e309\n",
                "every value must be finite: data.csv has \"-1e309\" at line 3, column 1 (columns count from 0)"
                        + DROP);
    }

    @Test
    void headersThatNameNothing() {
        refused(
                "a,,b\n0,1,2\n1,3,4\n",
                "every column must have a name where there is a header: data.csv has none at line 1, column 1"
                        + " (columns count from 0); name it, or delete what stands above the names");
        refused(
                "# first\na,b, a\n1,2,3\n",
                "names of columns must differ: data.csv has \"a\" at line 2, columns 0 and 2"
                        + " (columns count from 0); rename one");
    }

    @Test
    void tooLittle() {
        refused(
                "1\n4\n7\n",
                "at least 2 variables (columns) are needed: data.csv has 1; rows are samples and columns variables");
        refused(
                "a,b\n1,2\n3,4\n",
                "at least 3 samples (rows) are needed: data.csv has 2; rows are samples and columns variables");
        refused(
                "a,b\n",
                "at least 3 samples (rows) are needed: data.csv has 0; rows are samples and columns variables");
        refused(
                "\n# nothing\n  \n",
                "the input must hold data: data.csv has nothing but blank lines and comments;"
                        + " check what was meant to write it");
    }

    @Test
    void quotes() {
        String tail = " breaks this; check its quotes";
        refused(
                "1,2\n3,4\n5,\"6\n7,8\n",
                "quotes must be closed, and end where the field ends:" + " the record of data.csv that begins at line 3"
                        + tail);
        refused(
                "1,2\n\"3\"x,4\n5,6\n",
                "quotes must be closed, and end where the field ends:" + " the record of data.csv that begins at line 2"
                        + tail);
    }

    @Test
    void longTextIsCut() {
        refused(
                "1,2\n3,4\n" + "z".repeat(500) + ",6\n",
                "every value must be a number: data.csv has \"" + "z".repeat(40)
                        + "...\" at line 3, column 0 (columns count from 0); correct it, or leave that column out");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        Path path = NpyBytes.write(folder, "data.bin", HexFormat.of().parseHex("0102000300"));
        assertThatThrownBy(() -> Opened.open(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the input must be of a format that is read (docs/formats.md): " + path
                        + " is none of them; save it as one, with numpy.save for instance");
    }
}
