package org.oinfo.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnList;
import org.oinfo.data.ColumnSelection;
import org.oinfo.data.Samples;

/** Lists of columns, and samples seen through a selection of columns. */
class ColumnsTest {
    private static final List<String> NAMES = List.of("hip", "knee", "2-3", "8-12 Hz", "toe", "heel", "arch");

    @ParameterizedTest
    @CsvSource({
        "'0', '0'",
        "'3,0', '0,3'",
        "'0,3,5-6,knee', '0,1,3,5,6'",
        "' 1 - 2 , hip ', ''",
        "'1-2 , hip ', '0,1,2'",
        "'8-12 Hz,toe', '3,4'",
        "'2-3', '2,3'",
        "'6-6', '6'",
    })
    void readsNumbersRangesAndNames(String list, String expected) {
        if (expected.isEmpty()) {
            assertThatThrownBy(() -> ColumnList.parse(list, NAMES, 7, "--columns"))
                    .isInstanceOf(BadInputException.class);
            return;
        }
        int[] columns =
                Arrays.stream(expected.split(",")).mapToInt(Integer::parseInt).toArray();
        assertThat(ColumnList.parse(list, NAMES, 7, "--columns")).containsExactly(columns);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | columns of --drop must lie in 0..6: found 7; columns count from 0",
                "0-99999999999 | columns of --drop must lie in 0..6: found 99999999999; columns count from 0",
                "3-1 | a range of --drop must go upwards: found 3-1; write 1-3",
                "1,0-2 | --drop must give a column once: found column 1 \"knee\" twice; leave one out",
                "1,,2 | columns of --drop must be numbers, ranges or names separated by commas: found an empty one;"
                        + " take a comma away",
                "nose | columns of --drop must be among the 7 columns: there is no \"nose\"; names are \"hip\","
                        + " \"knee\", \"2-3\", \"8-12 Hz\", \"toe\" and 2 more",
                "-1 | columns of --drop must be among the 7 columns: there is no \"-1\"; names are \"hip\","
                        + " \"knee\", \"2-3\", \"8-12 Hz\", \"toe\" and 2 more",
            })
    void refusesWhatIsNoColumn(String list, String message) {
        assertThatThrownBy(() -> ColumnList.parse(list, NAMES, 7, "--drop"))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    @Test
    void namesNeedNames() {
        assertThatThrownBy(() -> ColumnList.parse("hip", List.of(), 7, "--columns"))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "columns of --columns must be among the 7 columns: found \"hip\", and the data has no names;"
                                + " use numbers from 0");
    }

    @Test
    void aSelectionReadsItsColumnsOnly() {
        int rows = 700;
        int n = 90;
        double[] x = IntStream.range(0, rows * n).asDoubleStream().toArray();
        Samples all = ArraySamples.of(x, rows, n);
        long seed = 5;
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 30; trial++) {
            double part = random.nextDouble();
            int[] columns = IntStream.range(0, n)
                    .filter(column -> column == 3 || column == 80 || random.nextDouble() < part)
                    .toArray();
            Samples selected = ColumnSelection.select(all, columns);
            assertThat(selected.columns()).as("seed %d", seed).isEqualTo(columns);
            double[] expected = new double[rows * columns.length];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = x[i / columns.length * n + columns[i % columns.length]];
            }
            assertThat(Opened.all(selected)).as("seed %d", seed).isEqualTo(expected);
            int row = random.nextInt(rows);
            int height = random.nextInt(rows - row + 1);
            int column = random.nextInt(columns.length);
            int width = random.nextInt(columns.length - column + 1);
            assertThat(Opened.block(selected, row, height, column, width))
                    .as("seed %d", seed)
                    .isEqualTo(Opened.cut(expected, columns.length, row, height, column, width));
        }
    }

    @Test
    void aSelectionOfASelectionKeepsOriginalColumns() {
        Samples all = ArraySamples.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 3, 4);
        Samples twice = ColumnSelection.select(ColumnSelection.select(all, new int[] {3, 1, 2}), new int[] {0, 2});
        assertThat(twice.columns()).containsExactly(1, 3);
        assertThat(twice.originals()).isEqualTo(4);
        assertThat(twice.originalNames()).isEmpty();
        assertThat(Opened.all(twice)).containsExactly(2, 4, 6, 8, 10, 12);
    }

    @Test
    void aSelectionOfEverythingIsTheSamplesThemselves() {
        Samples all = ArraySamples.of(new double[6], 3, 2);
        assertThat(ColumnSelection.select(all, new int[] {0, 1})).isSameAs(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,4 | a chosen column must lie in 0..3 of array: found 4",
                "-1,2 | a chosen column must lie in 0..3 of array: found -1",
                "1,2,1 | each column of array may be chosen once: found column 1 twice",
                "1 | at least 2 variables (columns) are needed: 1 of the 4 columns of array chosen",
            })
    void refusesSelectionsThatAreNone(String list, String message) {
        Samples all = ArraySamples.of(new double[12], 3, 4);
        int[] columns =
                Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
        assertThatThrownBy(() -> ColumnSelection.select(all, columns))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }
}
