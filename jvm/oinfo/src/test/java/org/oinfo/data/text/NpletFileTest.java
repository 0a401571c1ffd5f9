package org.oinfo.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Variables;

class NpletFileTest {
    /** Six columns; 2 is constant, 5 was not chosen. */
    private static final Variables NAMED = new Variables(
            6, List.of("hip", "knee", "toe", "left arm", "a", "b"), new int[] {0, 1, 3, 4}, new int[] {2});

    private static final Variables UNNAMED = new Variables(3, List.of(), new int[] {0, 1, 2}, new int[0]);

    private static List<int[]> read(String text, Variables variables) throws IOException {
        return NpletFile.read(new BufferedReader(new StringReader(text)), "groups.txt", variables);
    }

    @Test
    void columnsAndNamesInAnyOrderAreSorted() throws IOException {
        assertThat(read("# groups\n\n4,0 ; left arm\r\n  knee;hip\n", NAMED))
                .containsExactly(new int[] {0, 3, 4}, new int[] {0, 1});
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        assertThat(read("\uFEFF0,1", UNNAMED)).containsExactly(new int[] {0, 1});
    }

    @Test
    void theCsvThatOinfoWritesIsAccepted() throws IOException {
        String csv = """
                # version: 1
                order,tc,dtc,o,s,nplet,names
                3,0.1,0.2,-0.1,0.3,0;1;3,"hip;knee;left arm"
                2,,,,,1;4,knee;a
                """;
        assertThat(read(csv, NAMED)).containsExactly(new int[] {0, 1, 3}, new int[] {1, 4});
    }

    @Test
    void theCsvOfASearchIsAccepted() throws IOException {
        String csv = """
                # method: greedy
                end,start,order,added,tc,dtc,o,s,best,nplet,added_names,names
                redundant,1,3,,0.1,0.2,-0.1,0.3,false,0;1;3,,"hip;knee;left arm"
                redundant,1,4,4,0.1,0.2,-0.1,0.3,true,0;1;3;4,a,"hip;knee;left arm;a"
                """;
        assertThat(read(csv, NAMED)).containsExactly(new int[] {0, 1, 3}, new int[] {0, 1, 3, 4});
        assertThatThrownBy(() -> read("end,o,nplet\nredundant,1\n", UNNAMED))
                .hasMessage("groups.txt line 2 (from 1): an n-plet must have the columns end,o,nplet: found 2 columns");
    }

    @Test
    void namesInACsvOfOursMayHaveLineBreaks() throws IOException {
        String csv = """
                order,tc,dtc,o,s,nplet,names
                3,0.1,0.2,-0.1,0.3,0;1;3,"left
                hip;knee;""arm""
                low"
                2,,,,,1;4,knee;a
                """;
        assertThat(read(csv, NAMED)).containsExactly(new int[] {0, 1, 3}, new int[] {1, 4});
        assertThatThrownBy(() -> read(csv + "2,,,,,1;9,x\n", NAMED))
                .hasMessage("groups.txt line 6 (from 1): an n-plet must hold columns 0 to 5: found 9");
    }

    @Test
    void variablesMayBeCalledAsTheColumnsOfACsv() throws IOException {
        Variables variables = new Variables(3, List.of("o", "nplet", "tc"), new int[] {0, 1, 2}, new int[0]);
        assertThat(read("o,nplet\ntc,o", variables)).containsExactly(new int[] {0, 1}, new int[] {0, 2});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "0,1,0 | must not repeat a variable: column 0 \"hip\" is there twice",
                "0,hip | must not repeat a variable: column 0 \"hip\" is there twice",
                "0,6 | must hold columns 0 to 5: found 6",
                "0,99999999999 | must hold columns 0 to 5: found 99999999999",
                "0,-1 | must hold 0-based columns or names of variables: found \"-1\"",
                "0,foot | must hold 0-based columns or names of variables: found \"foot\"",
                "0,a\u001b[2Jb | must hold 0-based columns or names of variables: found \"a?[2Jb\"",
                "hip knee | must hold 0-based columns or names of variables: found \"hip knee\"; put commas between them",
                "0,,1 | must hold 0-based columns or names of variables: found \"\"",
                "3 | must have at least 2 variables: found 1",
                "0,toe | must hold variables that take part: column 2 \"toe\" is constant and was left out",
                "0,5 | must hold variables that take part: column 5 \"b\" was not chosen"
            })
    void aLineThatCannotBeUsedIsNamed(String line, String problem) {
        assertThatThrownBy(() -> read("0,1\n#\n" + line + "\n", NAMED))
                .isInstanceOf(BadInputException.class)
                .hasMessage("groups.txt line 3 (from 1): an n-plet " + problem);
    }

    @Test
    void namesAreRefusedWhereThereAreNone() {
        assertThatThrownBy(() -> read("hip,1", UNNAMED))
                .hasMessage(
                        "groups.txt line 1 (from 1): an n-plet must hold 0-based columns; the variables have no names:"
                                + " found \"hip\"");
    }

    @Test
    void aLineOfACsvThatIsTooShortIsNamed() {
        assertThatThrownBy(() -> read("order,tc,dtc,o,s,nplet\n3,1,2\n", UNNAMED))
                .hasMessage(
                        "groups.txt line 2 (from 1): an n-plet must have the columns order,tc,dtc,o,s,nplet: found 3"
                                + " columns");
    }

    @Test
    void noNpletsAtAllAreRefused() {
        assertThatThrownBy(() -> read("# nothing\n", UNNAMED))
                .hasMessage("groups.txt must hold at least one n-plet: found none in 1 lines");
    }
}
