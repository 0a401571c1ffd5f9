package org.oinfo.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.npy.NpyBytes;
import org.oinfo.data.options.Axes;
import org.oinfo.data.options.Axis;
import org.oinfo.data.options.Missing;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.data.options.RowList;
import org.oinfo.data.options.Where;

/** Arrays of three and four axes, compared with plain loops over their indices. */
class AxesTest {
    @TempDir
    Path folder = Path.of("");

    /** What each of the axes is, and how the array lies. */
    record Case(List<Long> shape, boolean fortran, List<Axis> parts, Where where) {}

    static Stream<Case> cases() {
        Axis s = Axis.SAMPLES;
        Axis v = Axis.VARIABLES;
        Axis d = Axis.DROP;
        List<List<Axis>> plans = List.of(
                List.of(s, v, s),
                List.of(s, s, v),
                List.of(v, s, s),
                List.of(s, d, v),
                List.of(d, v, s),
                List.of(v, d, s));
        List<Where> wheres = List.of(Where.FIRST, Where.LAST, Where.MEAN, Where.at(1));
        Stream<Case> three = plans.stream()
                .flatMap(parts -> wheres.stream().map(where -> new Case(List.of(4L, 3L, 5L), false, parts, where)));
        Stream<Case> four = Stream.of(
                new Case(List.of(3L, 2L, 4L, 3L), false, List.of(s, d, s, v), Where.LAST),
                new Case(List.of(3L, 2L, 4L, 3L), false, List.of(d, d, s, v), Where.MEAN),
                new Case(List.of(1L, 5L, 1L, 3L), false, List.of(s, s, s, v), Where.FIRST));
        return Stream.concat(three, four)
                .flatMap(one -> Stream.of(one, new Case(one.shape, true, one.parts, one.where)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyValueIsWhereItsIndicesSay(Case c) {
        SplittableRandom random = new SplittableRandom(7);
        int total = Math.toIntExact(c.shape.stream().reduce(1L, Math::multiplyExact));
        double[] values = random.doubles(total).toArray();
        Path path = NpyBytes.write(folder, "x.npy", NpyBytes.array(c.shape, c.fortran, values));
        Axes axes = new Axes(c.parts, c.parts.contains(Axis.DROP) ? c.where : null);
        double[] expected = expected(c, values);
        int variables = c.shape.get(c.parts.indexOf(Axis.VARIABLES)).intValue();
        try (Samples samples = open(path, ReadOptions.defaults().withAxes(axes))) {
            assertThat(samples.variables()).isEqualTo(variables);
            assertThat(Opened.all(samples)).isEqualTo(expected);
            for (int trial = 0; trial < 20; trial++) {
                int row = random.nextInt(samples.samples());
                int rows = 1 + random.nextInt(samples.samples() - row);
                int variable = random.nextInt(variables);
                int count = 1 + random.nextInt(variables - variable);
                assertThat(Opened.block(samples, row, rows, variable, count))
                        .isEqualTo(Opened.cut(expected, variables, row, rows, variable, count));
            }
        }
    }

    /** Goes through all indices, the last fastest, and adds up what belongs to each sample and variable. */
    private static double[] expected(Case c, double[] values) {
        int axes = c.shape.size();
        int rows = 1;
        int variables = 1;
        double share = 1;
        for (int a = 0; a < axes; a++) {
            int length = c.shape.get(a).intValue();
            switch (c.parts.get(a)) {
                case SAMPLES -> rows *= length;
                case VARIABLES -> variables = length;
                case DROP -> share *= c.where.kind() == Where.Kind.MEAN ? length : 1;
            }
        }
        double[] out = new double[rows * variables];
        int[] index = new int[axes];
        for (int i = 0; i < values.length; i++) {
            int rest = i;
            for (int a = axes - 1; a >= 0; a--) {
                index[a] = rest % c.shape.get(a).intValue();
                rest /= c.shape.get(a).intValue();
            }
            int row = 0;
            int variable = 0;
            boolean taken = true;
            for (int a = 0; a < axes; a++) {
                int length = c.shape.get(a).intValue();
                switch (c.parts.get(a)) {
                    case SAMPLES -> row = row * length + index[a];
                    case VARIABLES -> variable = index[a];
                    case DROP ->
                        taken &= switch (c.where.kind()) {
                            case FIRST -> index[a] == 0;
                            case LAST -> index[a] == length - 1;
                            case MEAN -> true;
                            case INDEX -> index[a] == c.where.index();
                        };
                }
            }
            if (taken) {
                out[row * variables + variable] += values[i];
            }
        }
        for (int i = 0; i < out.length; i++) {
            out[i] /= share;
        }
        return out;
    }

    private static Samples open(Path path, ReadOptions options) {
        return DataFiles.open(path.toString(), options, InputStream.nullInputStream());
    }

    @Test
    void threeAxesAreRefusedWithBothReadings() {
        assertThatThrownBy(() -> FormatFile.open("cube.npy", ReadOptions.defaults()))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith("cube.npy has 3, shape (2, 6, 3); say which is which: ReadOptions.withAxes"
                        + " samples,variables,samples takes axis 1 for the variables, ReadOptions.withAxes"
                        + " samples,samples,variables the last one; an axis of which only one position counts is called"
                        + " drop, with Where last");
    }

    @Test
    void anotherNumberOfWordsThanAxesIsRefused() {
        assertThatThrownBy(
                        () -> FormatFile.open("cube.npy", ReadOptions.defaults().withAxes(Axes.ROWS)))
                .hasMessageContaining("there must be a word for each axis: found 2 for the 3 of ");
        ReadOptions beyond = ReadOptions.defaults()
                .withAxes(new Axes(List.of(Axis.DROP, Axis.SAMPLES, Axis.VARIABLES), Where.at(2)));
        assertThatThrownBy(() -> FormatFile.open("cube.npy", beyond))
                .hasMessageContaining(" must lie in 0..1: found 2; positions count from 0");
    }

    @Test
    void axesMustMakeSense() {
        assertThatThrownBy(() -> Axes.of(Axis.SAMPLES, Axis.SAMPLES))
                .hasMessage("one axis must be variables and at least one samples: found samples,samples; give"
                        + " ReadOptions.withAxes one word for each axis, such as samples,variables,samples");
        assertThatThrownBy(() -> Axes.of(Axis.SAMPLES, Axis.VARIABLES, Axis.DROP))
                .hasMessage(
                        "an axis that is dropped must say what is taken of it: found nothing; give Where last, first,"
                                + " mean or a number from 0");
        assertThatThrownBy(() -> new Axes(List.of(Axis.SAMPLES, Axis.VARIABLES), Where.LAST))
                .hasMessageContaining("found none; leave Where out");
    }

    @Test
    void samplesMayBeColumns() {
        try (Samples samples = FormatFile.open(
                "cube.npy",
                ReadOptions.defaults()
                        .withAxes(new Axes(List.of(Axis.DROP, Axis.VARIABLES, Axis.SAMPLES), Where.FIRST)))) {
            assertThat(samples.samples()).isEqualTo(3);
            assertThat(samples.variables()).isEqualTo(6);
            assertThat(Opened.block(samples, 0, 3, 2, 1)).containsExactly(3, 6.25, 9.5);
        }
    }

    @Test
    void aMissingValueIsLookedForInChosenRowsAndPositionsOnly() {
        double[] values = new double[2 * 4 * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        values[3] = Double.NaN;
        Path path = NpyBytes.write(folder, "x.npy", NpyBytes.array(List.of(2L, 4L, 2L), false, values));
        Axes last = new Axes(List.of(Axis.DROP, Axis.SAMPLES, Axis.VARIABLES), Where.LAST);
        Axes mean = new Axes(List.of(Axis.DROP, Axis.SAMPLES, Axis.VARIABLES), Where.MEAN);
        try (Samples samples = open(path, ReadOptions.defaults().withAxes(last))) {
            assertThat(Opened.all(samples)).containsExactly(8, 9, 10, 11, 12, 13, 14, 15);
        }
        assertThatThrownBy(() -> open(path, ReadOptions.defaults().withAxes(mean)))
                .hasMessageContaining("has NaN at row 1, column 1 (both count from 0)");
        ReadOptions rows = ReadOptions.defaults().withAxes(mean).withRows(RowList.parse("0,2..3", "rows"));
        try (Samples samples = open(path, rows)) {
            assertThat(samples.samples()).isEqualTo(3);
            assertThat(samples.droppedRows()).isZero();
            assertThat(Opened.all(samples)).containsExactly(4, 5, 8, 9, 10, 11);
        }
        ReadOptions dropped = ReadOptions.defaults().withAxes(mean).withMissing(Missing.DROP_ROWS);
        try (Samples samples = open(path, dropped)) {
            assertThat(samples.droppedRows()).isEqualTo(1);
            assertThat(Opened.all(samples)).containsExactly(4, 5, 8, 9, 10, 11);
        }
    }
}
