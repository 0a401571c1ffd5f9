package org.oinfo.data.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Separators at the ends of lines, and lines above and within a table that are none of its rows. */
class LineEndsTest {
    private static final String FIELDS = "every row must have as many fields as the first: FILE has ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b,c,,,\r\n5,1,2,,,\r\n6,3,4,,,\r\n7,5,5,,,\r\n",
                "a,b,c,\n5,1,2,\n6,3,4,\n7,5,5,\n",
                "a\tb\tc\t\n5\t1\t2\t\n6\t3\t4 \t \n7\t5\t5",
                "a;b;c\n5;1;2;\n6;3;4;\n7;5;5\n",
                "a,b,c,\n5,1,2\n6,3,4\n7,5,5\n",
                ",a,b,c,\n0,5,1,2,\n1,6,3,4,\n2,7,5,5,\n",
            })
    void areNoColumns(String text) {
        Table.of(text).named("a", "b", "c").holds(5, 1, 2, 6, 3, 4, 7, 5, 5);
    }

    @Test
    void aValueWithoutANameIsNotLost() {
        Table.of("a,b,\n5,1,\n6,3,8\n7,5,\n")
                .isRefused(FIELDS + "3 at line 3, expected 2 (separator comma); correct that line");
        Table.of("a,b,\n5,1,8\n6,3,\n7,5,\n")
                .isRefused("every column must have a name where there is a header: FILE has none at line 1, column 2"
                        + " (columns count from 0); name it, or delete what stands above the names");
        Table.of("a,b,\nx,5,1\ny,6,3\nz,7,5\n")
                .isRefused("every column must have a name where there is a header: FILE has none at line 1, column 2"
                        + " (columns count from 0); name it, or delete what stands above the names");
    }

    /** The separator at the end may as well be that of a missing value, the first field a label. */
    @Test
    void aRowThatMayBeginWithALabelIsNotCut() {
        String remedy = "; correct that line, or what stands above it: a name for each column, nothing else";
        Table.of("a,b\ns1,5,\ns2,6,\ns3,7,\n").isRefused(FIELDS + "3 at line 2, expected 2 (separator comma)" + remedy);
        Table.of("a,b\n0,5,\n1,6,\n2,7,\n").isRefused(FIELDS + "3 at line 2, expected 2 (separator comma)" + remedy);
    }

    @Test
    void withoutNamesAnEmptyFieldIsMissing() {
        Table.of("5,1,\n6,3,\n7,5,\n")
                .isRefused("every value must be finite: FILE has an empty field at line 1, column 2 (columns count"
                        + " from 0); correct it, or leave such rows out with Missing.DROP_ROWS");
    }

    @Test
    void unitsAndRepeatedNamesAreToBeDeleted() {
        String remedy = " (columns count from 0); delete that line, which holds no number, or correct it";
        Table.of("a,b\nuV,uV\n5,1\n6,3\n7,5\n")
                .isRefused("every value must be a number: FILE has \"uV\" at line 2, column 0 \"a\"" + remedy);
        Table.of("a,b\n5,1\n6,3\na,b\n7,5\n")
                .isRefused("every value must be a number: FILE has \"a\" at line 4, column 0 \"a\"" + remedy);
        Table.of("a,b\n5%,1%\n6%,3%\n7%,5%\n")
                .isRefused("every value must be a number: FILE has \"5%\" at line 2, column 0 \"a\" (columns count"
                        + " from 0); correct it, or leave that column out");
    }

    @Test
    void titlesAndOtherSeparatorsAreNamed() {
        String remedy = "; delete what stands above the table, or begin the file with a line such as sep=| if another"
                + " sign separates its fields";
        Table.of("My recording\n\na,b\n5,1\n6,3\n7,5\n")
                .isRefused(
                        "at least 2 variables (columns) are needed: FILE has 1 at line 1, \"My recording\"" + remedy);
        Table.of("a|b\n5|1\n6|3\n7|5\n")
                .isRefused("at least 2 variables (columns) are needed: FILE has 1 at line 1, \"a|b\"" + remedy);
        Table.of("sep=|\na|b\n5|1\n6|3\n7|5\n").named("a", "b").holds(5, 1, 6, 3, 7, 5);
    }
}
