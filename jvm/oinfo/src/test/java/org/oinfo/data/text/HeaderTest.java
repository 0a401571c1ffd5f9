package org.oinfo.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.Samples;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.files.DataFiles;
import org.oinfo.data.options.Header;

/** Which first line names the columns. */
class HeaderTest {
    private static final String COUNTS = ", was read as names of columns, not as values";

    @Test
    void numbersThatCountTheColumns() {
        Table.of("0,1,2\n5,1,2\n6,3,4\n7,5,5\n")
                .named("0", "1", "2")
                .holds(5, 1, 2, 6, 3, 4, 7, 5, 5)
                .warns("how-read: line 1, which counts up to 2" + COUNTS);
        Table.of("\n1;2\n0,5;1\n3;4\n9;1\n")
                .named("1", "2")
                .holds(0.5, 1, 3, 4, 9, 1)
                .warns("how-read: line 2, which counts up to 2" + COUNTS);
        Table.of("\"0\" \"1\"\n5 1\n6 3\n7 5\n").named("0", "1").holds(5, 1, 6, 3, 7, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "'0,1,2/3,4,5/6,7,8', 9",
        "'1,2/3,4/5,6/9,9', 8",
        "'1,2/NA,4/5,6/9,9/8,8', 8",
        "'0,2,1/4,4,4/5,6,7', 9",
        "'0.0,1.0/4,4/5,6', 6",
        "'1,3/4,4/5,6', 6",
        "'2,3/4,4/5,6', 6",
    })
    void numbersThatAreValues(String lines, int values) {
        try (Samples samples = Table.of(lines.replace('/', '\n')).dropping().open()) {
            assertThat(samples.names()).isEmpty();
            assertThat(samples.samples() * samples.variables()).isEqualTo(values);
        }
    }

    /** As pandas writes frequencies; and a row of which half is text. */
    @Test
    void doubtfulFirstLinesAreSaid() {
        Table.of("4.0,8.0\n0.5,1.25\n0.6,3.5\n0.75,5.5\n")
                .holds(4, 8, 0.5, 1.25, 0.6, 3.5, 0.75, 5.5)
                .warns("how-read: line 1 holds whole numbers, unlike the next, and was read as values, not as names of"
                        + " columns");
        Table.of("1.0,2.0\n4.0,3.0\n5.0,3.0\n7.0,9.0\n").warns();
        Table.of("x,1.5\n5,1\n6,3\n7,5\n")
                .named("x", "1.5")
                .holds(5, 1, 6, 3, 7, 5)
                .warns("how-read: line 1 holds words and numbers, and was read as names of columns, not as values");
        Table.of("x,1.5\n5,1\n6,3\n7,5\n").with(Header.YES).warns();
    }

    @Test
    void theOptionDecides() {
        Table counting = Table.of("0,1\n5,1\n6,3\n7,5\n");
        counting.with(Header.NO).holds(0, 1, 5, 1, 6, 3, 7, 5).named().warns();
        counting.with(Header.YES).holds(5, 1, 6, 3, 7, 5).named("0", "1").warns();
        Table years = Table.of("2019,2020\n5,1\n6,3\n7,5\n");
        years.named().holds(2019, 2020, 5, 1, 6, 3, 7, 5);
        years.with(Header.YES).named("2019", "2020").holds(5, 1, 6, 3, 7, 5);
        Table.of("a,b\n5,1\n6,3\n7,5\n")
                .with(Header.NO)
                .isRefused("every value must be a number: FILE has \"a\" at line 1, column 0 (columns count from 0);"
                        + " correct it, or leave that column out");
    }

    @Test
    void numbersThatMayBeNamesAreSaid() {
        String said =
                "how-read: line 1 holds whole numbers, unlike the next, and was read as values, not as names of columns";
        Table.of("3,7,12\n5.1,1.0,2.5\n6.2,3.5,4.5\n7.5,5.5,8.5\n").named().warns(said);
        Table.of("2019;2020\n5,1;1,5\n6,2;3,5\n")
                .named()
                .holds(2019, 2020, 5.1, 1.5, 6.2, 3.5)
                .warns(said);
        Table.of("3,7,12\n5,1.0,2.5\n6.2,3.5,4.5\n7.5,5.5,8.5\n").warns();
        Table.of("3,12,7\n5.1,1.0,2.5\n6.2,3.5,4.5\n7.5,5.5,8.5\n").warns();
        Table.of("3,7,12\n5.1,1.0,2.5\n6.2,3.5,4.5\n7.5,5.5,8.5\n")
                .with(Header.NO)
                .warns();
    }

    @Test
    void halfOfTheFieldsThatAreThere() {
        Table.of("a,2\n1,2\n3,4\n5,6\n").named("a", "2");
        Table.of("a,2,NA\n1,2,3\n3,4,3\n5,6,4\n").named("a", "2", "NA");
        Table.of("a,2,3\n1,2,3\n3,4,3\n5,6,4\n")
                .isRefused("every value must be a number: FILE has \"a\" at line 1, column 0 (columns count from 0);"
                        + " correct it, or leave that column out; if that line names the columns, say so with"
                        + " ReadOptions.withHeader(Header.YES)");
        Table.of("a,2,3\n1,2,3\n3,4,3\n5,6,4\n").with(Header.YES).named("a", "2", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "NA", "null", "#N/A", "", "."})
    void aFirstRowWithAMissingValueIsARow(String mark) {
        Table table = Table.of("5.1," + mark + ",1.4\n1,2,3\n4,5,6\n7,8,9\n");
        table.isRefused("every value must be finite: FILE has " + (mark.isEmpty() ? "an empty field" : '"' + mark + '"')
                + " at line 1, column 1 (columns count from 0);"
                + " correct it, or leave such rows out with Missing.DROP_ROWS");
        table.dropping().holds(1, 2, 3, 4, 5, 6, 7, 8, 9).named();
    }

    @Test
    void aRowOfMissingValuesOnlyIsARow() {
        Table.of("NA,NA\n1,2\n3,4\n5,6\n").dropping().holds(1, 2, 3, 4, 5, 6).named();
        Table.of(",\n1,2\n3,4\n5,6\n").dropping().holds(1, 2, 3, 4, 5, 6).named();
    }

    @Test
    void namesInTheCommentAbove() {
        Table.of("# hip,knee\n1,2\n3,4\n5,6\n").named("hip", "knee").holds(1, 2, 3, 4, 5, 6);
        Table.of("# made today, by hand\n#hip,left knee\n1,2\n3,4\n5,6\n").named("hip", "left knee");
        Table.of("% hip knee toe\n1 2 3\n3 4 3\n5 6 3\n").named("hip", "knee", "toe");
        Table.of("# hip,knee\n1.0 2\n3 4\n5 6\n").named("hip", "knee");
        Table.of("# hip,knee,toe\n1,2\n3,4\n5,6\n").named();
        Table.of("# hip,hip\n1,2\n3,4\n5,6\n").named();
        Table.of("# columns: 2\n1 2\n3 4\n5 6\n").named();
        Table.of("# 1,2\n1,2\n3,4\n5,6\n").named();
        Table.of("# hip,knee\na,b\n1,2\n3,4\n5,6\n").named("a", "b");
        Table.of("# hip,knee\n1,2\n3,4\n5,6\n").with(Header.NO).named();
        Table.of("# hip,knee\n1,2\n3,4\n5,6\n")
                .with(Header.YES)
                .named("hip", "knee")
                .holds(1, 2, 3, 4, 5, 6);
    }

    @Test
    void namesWithLineBreaks() {
        Table.of("\"left\nknee\",\"a \"\"b\"\"\r\nc\"\n1,2\n3,x\n")
                .isRefused("every value must be a number: FILE has \"x\" at line 5, column 1 \"a \"b\"??c\""
                        + " (columns count from 0); correct it, or leave that column out; if it stands for a missing"
                        + " value, say so with ReadOptions.withMarks");
        Table.of("\"left\nknee\",toe\n1,2\n3,4\n5,6\n")
                .named("left\nknee", "toe")
                .holds(1, 2, 3, 4, 5, 6);
    }

    private static SquareMatrix matrix(String text) {
        Table table = Table.of(text);
        return DataFiles.openMatrix("-", table.options(), new ByteArrayInputStream(table.text()));
    }

    @Test
    void aMatrixMayBeginWithNumbersThatCount() {
        assertThat(matrix("0,1\n1,0\n").values()).containsExactly(0, 1, 1, 0);
        assertThat(matrix("1,2\n2,5\n").values()).containsExactly(1, 2, 2, 5);
        SquareMatrix named = matrix("0,1\n1,0.5\n0.5,1\n");
        assertThat(named.values()).containsExactly(1, 0.5, 0.5, 1);
        assertThat(named.names()).containsExactly("0", "1");
        SquareMatrix labelled = matrix(",a,b\na,1,0.5\nb,0.5,1\n");
        assertThat(labelled.values()).containsExactly(1, 0.5, 0.5, 1);
        assertThat(labelled.names()).containsExactly("a", "b");
    }
}
