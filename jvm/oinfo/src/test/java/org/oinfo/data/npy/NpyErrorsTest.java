package org.oinfo.data.npy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;
import org.oinfo.data.files.Opened;

class NpyErrorsTest {
    private static final String F8 = "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }";

    @TempDir
    Path folder = Path.of("");

    private void refused(byte[] bytes, String message) {
        Path path = NpyBytes.write(folder, "x.npy", bytes);
        assertThatThrownBy(() -> Opened.open(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message.replace("x.npy", path.toString()));
    }

    private void refused(String header, int contentBytes, String message) {
        refused(NpyBytes.file(1, header, new byte[contentBytes]), message);
    }

    @Test
    void otherFirstBytes() {
        refused(
                "1,2\n3,4\n5,6\n".getBytes(StandardCharsets.US_ASCII),
                "an .npy file must begin with the bytes 93 4E 55 4D 50 59: x.npy begins with 31 2C 32 0A 33 2C;"
                        + " save it again with numpy.save");
    }

    @Test
    void cutShortInTheFirstBytes() {
        refused(
                new byte[] {(byte) 0x93, 'N', 'U'},
                "an .npy file must begin with the bytes 93 4E 55 4D 50 59: x.npy begins with 93 4E 55;"
                        + " save it again with numpy.save");
    }

    @Test
    void unknownVersion() {
        byte[] bytes = NpyBytes.file(1, F8, new byte[48]);
        bytes[6] = 4;
        refused(
                bytes,
                "the .npy version must be 1.0, 2.0 or 3.0: x.npy has version 4.0; save it again with numpy.save");
    }

    @ParameterizedTest
    @CsvSource({"7, 8", "9, 10", "11, 128", "127, 128"})
    void cutShortInTheHeader(int bytes, int expected) {
        refused(
                Arrays.copyOf(NpyBytes.file(1, F8, new byte[48]), bytes),
                "an .npy header must be complete: x.npy should have at least " + expected + " bytes, found " + bytes
                        + "; the file is cut short or damaged, copy or save it again");
    }

    @Test
    void headerLengthBeyondTheFile() {
        byte[] bytes = NpyBytes.file(2, F8, new byte[48]);
        Arrays.fill(bytes, 8, 12, (byte) 0xFF);
        refused(
                bytes,
                "an .npy header must be complete: x.npy should have at least 4294967307 bytes, found " + bytes.length
                        + "; the file is cut short or damaged, copy or save it again");
    }

    @ParameterizedTest
    @CsvSource({"-1, 175", "-48, 128", "1, 177"})
    void anotherLengthThanTheHeaderSays(int difference, int found) {
        refused(
                F8,
                48 + difference,
                "an .npy file must be as long as its header says: x.npy of shape (3, 2) and type f8 should have 176"
                        + " bytes, found " + found + "; the file is cut short or damaged, copy or save it again");
    }

    @Test
    void shapeBeyondAnyFile() {
        refused(
                "{'descr': '<f8', 'fortran_order': False, 'shape': (4611686018427387904, 4), }",
                48,
                "an .npy file must be as long as its header says: x.npy of shape (4611686018427387904, 4) and type f8"
                        + " should have more than 2^59 bytes, found 176;"
                        + " the file is cut short or damaged, copy or save it again");
    }

    @ParameterizedTest
    @CsvSource({
        "|O, Python objects",
        "<c16, complex numbers",
        "<c8, complex numbers",
        "|S5, strings",
        "<U5, strings",
        "|V8, raw bytes or records",
        "<M8[ns], dates or times",
        "<m8[s], dates or times",
        "<f16, floating-point numbers of another size",
        "<f12, floating-point numbers of another size",
        "<i16, values of an unknown type",
        "<, values of an unknown type",
    })
    void otherTypesByName(String descr, String kind) {
        refused(
                NpyBytes.header(descr, false, 3, 2),
                48,
                "values must be real numbers (f2, f4, f8, i1 to i8, u1 to u8 or bool): x.npy holds " + kind
                        + " (dtype \"" + descr + "\"); save numbers, for instance x.astype(\"f8\")");
    }

    @Test
    void structuredType() {
        refused(
                "{'descr': [('a', '<f8'), ('b]', '<i4', (2,))], 'fortran_order': False, 'shape': (3,), }",
                48,
                "values must be real numbers (f2, f4, f8, i1 to i8, u1 to u8 or bool): x.npy holds records of several"
                        + " fields (dtype \"[('a', '<f8'), ('b]', '<i4', (2,))]\");"
                        + " save numbers, for instance x.astype(\"f8\")");
    }

    @ParameterizedTest
    @CsvSource({"'(6,)', 1, '(6)'", "'()', 0, '()'"})
    void otherDimensions(String shape, int dimensions, String shown) {
        refused(
                "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }",
                48,
                "the array must have 2 dimensions, samples by variables: x.npy has " + dimensions + ", shape " + shown
                        + "; reshape it");
    }

    @ParameterizedTest
    @CsvSource({"'(0, 2)'", "'(3, 0)'"})
    void nothingInIt(String shape) {
        refused(
                "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }",
                0,
                "the array must hold data: x.npy has shape " + shape + "; check what was meant to write it");
    }

    @Test
    void tooFewVariables() {
        refused(
                NpyBytes.header("<f8", false, 3, 1),
                24,
                "at least 2 variables (columns) are needed: x.npy has 1; rows are samples and columns variables");
    }

    @Test
    void tooFewSamples() {
        refused(
                NpyBytes.header("<f8", false, 2, 3),
                48,
                "at least 3 samples (rows) are needed: x.npy has 2; rows are samples and columns variables");
    }

    @Test
    void tooFewSamplesLeft() {
        Path path = NpyBytes.write(folder, "x.npy", NpyBytes.doubles(new double[][] {
            {1, 2}, {3, Double.NaN}, {Double.NaN, 1}, {5, 6}
        }));
        assertThatThrownBy(() -> Opened.openDropping(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage("at least 3 samples (rows) are needed: " + path
                        + " has 2 after 2 with missing values were left out; rows are samples and columns variables");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void notFinite(double value) {
        double[][] x = new double[4][3];
        x[2][1] = value;
        refused(
                NpyBytes.doubles(x),
                "every value must be finite: x.npy has " + value + " at row 2, column 1 (both count from 0);"
                        + " correct it, or leave such rows out with Missing.DROP_ROWS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | the end where '{' belongs (character 54)",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), | the end where a string belongs (character 118)",
                "{'descr': '<f8', 'fortran_order': False} | no key shape",
                "{'descr': '<f8', 'shape': (3, 2)} | no key fortran_order",
                "{} | no key descr",
                "{'descr': '<f8', 'descr': '<f8'} | the key descr twice",
                "{'descr': '<f8', 'more': 1} | the unknown key \"more\"",
                "{'descr': f8} | \"f\" where a string belongs (character 10)",
                "{'descr': '<f8} | a string without end (character 10)",
                "{'descr': [('a', '<f8') | a list without end (character 10)",
                "{'descr' '<f8'} | \"'\" where ':' belongs (character 9)",
                "{'descr': '<f8' 'shape': (3, 2)} | \"'\" where ',' or '}' belongs (character 16)",
                "{'fortran_order': 0} | \"0\" where True or False belongs (character 18)",
                "{'shape': 3} | \"3\" where '(' belongs (character 10)",
                "{'shape': (3)} | \")\" where ',' belongs (character 12)",
                "{'shape': (-3, 2)} | \"-\" where a dimension belongs (character 11)",
                "{'shape': (3 2)} | \"2\" where ',' belongs (character 13)",
                "{'shape': (3, 99999999999999999999)} | a dimension beyond 2^63 (character 14)",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2)} x | \"x\" where the end belongs (character 58)",
            })
    void headerThatIsNoSuchDictionary(String header, String found) {
        refused(
                header,
                48,
                "an .npy header must be a dictionary of descr, fortran_order and shape: that of x.npy has " + found
                        + "; save it again with numpy.save");
    }
}
