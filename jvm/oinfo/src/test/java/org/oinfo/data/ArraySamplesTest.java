package org.oinfo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.oinfo.data.files.Opened;

class ArraySamplesTest {
    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(BadInputException.class).hasMessage(message);
    }

    @Test
    void readsEveryFormOfArray() {
        double[] expected = {1.5, 2, 3, 4, 5, -6};
        for (Samples samples : new Samples[] {
            ArraySamples.of(new double[][] {{1.5, 2}, {3, 4}, {5, -6}}),
            ArraySamples.of(new double[] {1.5, 2, 3, 4, 5, -6}, 3, 2),
            ArraySamples.of(new float[] {1.5f, 2, 3, 4, 5, -6}, 3, 2)
        }) {
            assertThat(samples.samples()).isEqualTo(3);
            assertThat(samples.variables()).isEqualTo(2);
            assertThat(samples.columns()).containsExactly(0, 1);
            assertThat(samples.names()).isEmpty();
            assertThat(samples.source()).isEqualTo("array");
            assertThat(samples.checksum()).isEmpty();
            assertThat(samples.droppedRows()).isZero();
            assertThat(Opened.all(samples)).containsExactly(expected);
            assertThat(Opened.block(samples, 1, 2, 1, 1)).containsExactly(4, -6);
        }
    }

    @Test
    void refusesWhatIsNoTableOfNumbers() {
        refused(
                () -> ArraySamples.of(new double[][] {{1, 2}, {3, 4}, {5}}),
                "every row must have as many values as the first: the array has 1 at row 2 (counted from 0), expected 2");
        refused(
                () -> ArraySamples.of(new double[][] {{1, 2}, {3, Double.NaN}, {5, 6}}),
                "every value must be finite: the array has NaN at row 1, column 1 (both count from 0);"
                        + " correct it, or leave that row out");
        refused(
                () -> ArraySamples.of(new float[] {1, 2, 3, 4, Float.NEGATIVE_INFINITY, 6}, 3, 2),
                "every value must be finite: the array has -Infinity at row 2, column 0 (both count from 0);"
                        + " correct it, or leave that row out");
        refused(
                () -> ArraySamples.of(new double[7], 3, 2),
                "the array must hold samples * variables values: samples=3, variables=2, length=7");
        refused(
                () -> ArraySamples.of(new double[0], 65536, 65536),
                "the array must hold samples * variables values: samples=65536, variables=65536, length=0");
        refused(
                () -> ArraySamples.of(new double[4][1]),
                "at least 2 variables (columns) are needed: array has 1; rows are samples and columns variables");
        refused(
                () -> ArraySamples.of(new double[2][4]),
                "at least 3 samples (rows) are needed: array has 2; rows are samples and columns variables");
    }
}
