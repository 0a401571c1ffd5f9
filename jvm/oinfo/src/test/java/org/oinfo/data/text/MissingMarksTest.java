package org.oinfo.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.Samples;

/** Words for values that are not there, comments that are none, and what is said of rows left out. */
class MissingMarksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NA",
                "n/a",
                "N/A",
                "NaN",
                "-nan",
                "NULL",
                "null",
                "None",
                "<NA>",
                ".",
                "?",
                "#N/A",
                "#NA",
                "#N/A N/A",
                "#DIV/0!",
                "#VALUE!",
                "#REF!",
                "#NAME?",
                "#NUM!",
                "#NULL!",
                "#WERT!",
                "1.#IND",
                "-1.#IND",
                "1.#QNAN",
                "NaT",
                "-1.#INF",
                "Inf",
                "1e999",
                "\"NA\"",
                "\"\"",
                " NA "
            })
    void leavesTheRowOut(String mark) {
        Table.of("a,b\n1,2\n3," + mark + "\n" + mark + ",5\n6,7\n8,9\n")
                .dropping()
                .holds(1, 2, 6, 7, 8, 9);
        // The first row of data, too, where a comment could stand.
        Table.of("a,b\n" + mark + ",5\n1,2\n6,7\n8,9\n").dropping().holds(1, 2, 6, 7, 8, 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "ND", "#x", "NA NA", "nil", "N.D.", "TRUE", "#DIV", "\u00A0"})
    void whatIsNoMarkIsText(String text) {
        Table.of("a,b\n1,2\n3," + text + "\n6,7\n8,9\n")
                .dropping()
                .isRefused("every value must be a number: FILE has \"" + text.replaceAll("\\p{Cntrl}", "?")
                        + "\" at line 3, column 1 \"b\" (columns count from 0); correct it, or leave that column out;"
                        + " if it stands for a missing value, say so with ReadOptions.withMarks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.#", "\f", "NA\u0001"})
    void whatIsNoWordIsText(String text) {
        Table.of("a,b\n1,2\n3," + text + "\n6,7\n8,9\n")
                .dropping()
                .isRefused("every value must be a number: FILE has \"" + text.replaceAll("\\p{Cntrl}", "?")
                        + "\" at line 3, column 1 \"b\" (columns count from 0); correct it, or leave that column out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#\u00a1VALOR!",
                "#\u00dcBERLAUF!",
                "#\u0414\u0415\u041b/0!",
                "#\u041d/\u0414",
                "#\u00bfNOMBRE?",
                "#\u00a1DIV/0!",
                "#N/D",
                "#GETTING_DATA",
                "Err:502",
                "-nan(ind)"
            })
    void marksOfOtherLanguagesAndLibraries(String mark) {
        Table.of(mark + ",5\n1,2\n6,7\n8,9\n").dropping().holds(1, 2, 6, 7, 8, 9);
    }

    @Test
    void marksMayBeAdded() {
        Table table = Table.of("a,b\n1,2\n3,nd\n-999,5\n6,-999.0\n8,9\n10,ND\n11,12\n")
                .dropping();
        table.marks("ND", "-999").holds(1, 2, 8, 9, 11, 12);
        table.marks("ND").holds(1, 2, -999, 5, 6, -999, 8, 9, 11, 12);
        Table.of("nd,5,6\n1,2,3\n4,5,6\n7,8,9\n").marks("ND").dropping().holds(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void rowsThatBeginWithASignOfComments() {
        Table.of("a,b\n1,2\n#N/A,3\n# note\n#\n% note\n#DIV/0!,4\n5,6\n7,8\n")
                .dropping()
                .holds(1, 2, 5, 6, 7, 8);
        Table.of("a,b\n1,2\n#N/A,3\n5,6\n7,8\n")
                .isRefused(
                        "every value must be finite: FILE has \"#N/A\" at line 3, column 0 \"a\" (columns count from 0);"
                                + " correct it, or leave such rows out with Missing.DROP_ROWS");
        Table.of("1.5,2\n#3,4\n5,6\n7,8\n")
                .isRefused("every value must be a number: FILE has \"#3\" at line 2, column 0 (columns count from 0);"
                        + " correct it, or leave that column out");
        Table.of("1.5,2\n%3,4\n5,6\n7,8\n")
                .isRefused("every value must be a number: FILE has \"%3\" at line 2, column 0 (columns count from 0);"
                        + " correct it, or leave that column out");
        Table.of("#made\n%by hand\n#\na,b\n#3,4\n1,2\n5,6\n7,8\n")
                .holds(1, 2, 5, 6, 7, 8)
                .named("a", "b");
        Table.of("#N/A 1\n1 2\n5 6\n7 8\n").dropping().holds(1, 2, 5, 6, 7, 8);
    }

    @Test
    void rowsLeftOutAreCountedByColumn() {
        Table table =
                Table.of("a,b,c\n1,2,3\nNA,2,NA\n1,2,NA\n4,5,6\n4,5,7\n7,8,9\n").dropping();
        table.warns("rows-left-out: 2 rows with missing values left out: 2 in column 2 \"c\", 1 in column 0 \"a\"");
        assertThat(table.warning().data())
                .isEqualTo(Map.of("rows", 2, "columns", List.of(2, 0), "missing", List.of(2L, 1L)));
        Table.of("1,2.5,3\n1,,3\n4,5,6\n7,8,9\n")
                .dropping()
                .warns("rows-left-out: 1 row with missing values left out: 1 in column 1");
        String seven = "1.5,2,3,4,5,6,7\n";
        try (Samples samples =
                Table.of(seven + ",,,,,,\n" + seven + seven + seven).dropping().open()) {
            assertThat(samples.droppedRows()).isEqualTo(1);
            assertThat(samples.readWarnings().getFirst().message()).endsWith("1 in column 4 and 2 more columns");
        }
    }

    @Test
    void columnsMissingThroughoutAreNamed() {
        String few = "at least 3 samples (rows) are needed: FILE has ";
        String remedy = " out with ColumnSelection.select";
        Table.of("a,dead,c\n1,NaN,3\n1,,3\n4,NULL,6\n7,,9\n")
                .dropping()
                .isRefused(few + "0 after 4 with missing values were left out; column 1 \"dead\" is missing throughout;"
                        + " leave it" + remedy);
        Table.of("1,,\n1,,\n4,,\n,,\n")
                .dropping()
                .isRefused(
                        few + "0 after 4 with missing values were left out; column 1, column 2 are missing throughout;"
                                + " leave them" + remedy);
        Table.of("a,b\n1,NaN\n1,\n,6\n7,8\n")
                .dropping()
                .isRefused(few + "1 after 3 with missing values were left out; rows are samples and columns variables");
    }
}
