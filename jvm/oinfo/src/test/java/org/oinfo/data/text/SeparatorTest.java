package org.oinfo.data.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What separates fields, and what is a decimal sign then. */
class SeparatorTest {
    private static final double[] VALUES = {1, 2.5, -3, 400, 5, 0.5};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 2.5\n-3 4e2\n5 .5\n",
                "  1   2.5  \n -3   4e2\t\n  5    .5",
                "1.0e+00\t 2.5\n-3 \t4e2\n5\t.5\n",
                "% made by JIDT\n1 2.5 \n-3 4e2 \n5 .5 \n",
                "1 2.5\r\n-3 400\r\n5 0.5\r\n",
                "1 2,5\n-3 400\n5 0,5\n",
                "1,0 2,5\n-3,0 4,0e2\n5,0 ,5\n",
                "1,0\t2,5\n-3\t400\n5\t0,5\n",
                "1;2,5\n-3;400,0\n5;,5\n",
                "1, 2.5\n-3,  4e2\n 5 ,.5 \n",
                "1,\t2.5\n-3,\t4e2\n5,\t.5\n",
                "1;\t2,5\n-3;\t4e2\n5;\t,5\n",
                "sep=;\n1;2,5\n-3;400\n5;,5\n",
                "\uFEFFsep=;\r\n1;2,5\r\n-3;400\r\n5;,5\r\n",
                "SEP=,\n1,2.5\n-3,400\n5,.5\n",
                "sep=\t\n1\t2.5\n-3\t400\n5\t.5\n",
                "\"sep=|\"\n1|2.5\n-3|400\n5|,5\n",
                "sep=;,,\n1;2.5\n-3;400\n5;.5\n",
            })
    void everySeparator(String text) {
        Table.of(text.replace("5|,5", "5|.5")).named().holds(VALUES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "hip left knee ! hip,left,knee",
                "\"hip left\" knee toe ! hip left,knee,toe",
                "   hip   knee toe ! hip,knee,toe",
            })
    void namesBetweenBlanks(String header, String names) {
        Table.of(header + "\n1 2 3\n4 5 6\n7 8 10\n").named(names.split(",")).holds(1, 2, 3, 4, 5, 6, 7, 8, 10);
    }

    @Test
    void namesThatHoldOtherSeparators() {
        Table.of("left hip,right hip\n1,2\n3,4\n5,6\n").named("left hip", "right hip");
        Table.of("a;b,c\n1,2\n3,4\n5,6\n").named("a;b", "c");
        Table.of("a,b;c\n1;2\n3;4\n5;6\n").named("a,b", "c");
        Table.of("left hip\tright hip\n1\t2\n3\t4\n5\t6\n").named("left hip", "right hip");
        Table.of("sep=;\na, b;c\n1;2\n3;4\n5;6\n").named("a, b", "c");
        Table.of("\"left\", \"right\" \n1,2\n3,4\n5,6\n").named("left", "right");
    }

    @Test
    void linesAreCountedAfterTheSeparatorLine() {
        Table.of("sep=;\na;b\n1;2\nx;4\n5;6\n")
                .isRefused("every value must be a number: FILE has \"x\" at line 4, column 0 \"a\""
                        + " (columns count from 0); correct it, or leave that column out; if it stands for a missing"
                        + " value, say so with ReadOptions.withMarks");
        Table.of("a b\n1 2\n3\n5 6\n")
                .isRefused("every row must have as many fields as the first: FILE has 1 at line 3, expected 2"
                        + " (separator blanks); correct that line");
        Table.of("a b\n1 2\n3 4 5  \n5 6\n")
                .isRefused("every row must have as many fields as the first: FILE has 3 at line 3, expected 2"
                        + " (separator blanks); correct that line");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n\"1,034\",2\n",
                "a,b\n2.5,\"12,345,678.9\"\n",
                "a;b\n2,5;1.034,5\n",
                "a;b\n2,5;1.034\n",
                "a;b\n2.5;1,034\n",
                "a;b\n1;1,034,567\n",
                "a\tb\n1\t1 034\n",
                "a\tb\n1\t1'034.5\n",
                "a;b\n2,5;1\u00A0034,5\n",
                "a,b\n1,\"-1,034\"\n"
            })
    void thousandsSeparatorsAreToBeRemoved(String text) {
        String field = text.replaceAll("(?s).*?([-+]?[0-9.,' \u00A0]*[0-9][,.' \u00A0][0-9]{3}[0-9.,]*).*", "$1");
        int column = text.matches("(?s).*\n\"?1,034\",2\n") ? 0 : 1;
        Table.of(text)
                .isRefused("every value must be a number: FILE has \"" + field + "\" at line 2, column " + column
                        + " \"" + (column == 0 ? "a" : "b")
                        + "\" (columns count from 0); remove the thousands separators");
    }

    @Test
    void twoDecimalSignsAreOneTooMany() {
        Table.of("a;b\n1.5;2\n3;4,25\n")
                .isRefused("every value must be a number: FILE has \"4,25\" at line 3, column 1 \"b\""
                        + " (columns count from 0); write the same decimal sign in all numbers");
        Table.of("a;b\n1,5;2\n3;4.25\n")
                .isRefused("every value must be a number: FILE has \"4.25\" at line 3, column 1 \"b\""
                        + " (columns count from 0); write the same decimal sign in all numbers");
        Table.of("a;b\n\"1.5\";2\n3;4,25\n")
                .isRefused("every value must be a number: FILE has \"4,25\" at line 3, column 1 \"b\""
                        + " (columns count from 0); write the same decimal sign in all numbers");
    }

    @Test
    void commasThatCouldSeparateThousandsAreSaid() {
        String doubt = "how-read: commas were read as decimal signs, though each could as well separate thousands";
        Table.of("1,034;2\n3;4\n5;17,250\n").holds(1.034, 2, 3, 4, 5, 17.25).warns(doubt);
        Table.of("1,034;2\n3;4\n5;0,250\n").holds(1.034, 2, 3, 4, 5, 0.25).warns();
        Table.of("1,034;2\n3;4\n5;17,25\n").warns();
        Table.of("1,5;2\n3;4\n5;17,250\n").warns();
    }
}
