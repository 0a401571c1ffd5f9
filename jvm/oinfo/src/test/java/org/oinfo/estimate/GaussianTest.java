package org.oinfo.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.parallel.Workers;

/** The plain Gaussian estimator against 50-digit arithmetic, and the sums underneath. */
class GaussianTest {
    private static final EstimateOptions OPTIONS =
            EstimateOptions.defaults().withEstimator(Estimator.GAUSSIAN).withThreads(2);

    @ParameterizedTest
    @CsvSource({
        // offset, scale, first sample of variable 0
        "0, 1, 0.5",
        "1e9, 1, 1e9",
        "-1e15, 4, -1e15",
        "1e-300, 1e-302, 1e-300",
        "0, 1e200, 1e199",
        "5, 1e-320, 5.000000001",
        "3, 1, 1e9"
    })
    void accurateWhereverTheValuesLie(double offset, double scale, double first) {
        double[][] x = TableSamples.normals(700, 3, new Random(21));
        for (double[] row : x) {
            row[1] = (row[1] + row[0]) * scale + offset;
            row[2] = row[2] - row[0];
            row[0] = row[0] * scale + offset;
        }
        x[0][0] = first;
        CorrelationEstimate estimate = CorrelationEstimator.fromSamples(TableSamples.of(x), OPTIONS);
        int[] kept = estimate.variables();
        assertThat(kept.length).isGreaterThan(1);
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j < i; j++) {
                double expected = Oracle.correlation(Oracle.column(x, kept[i]), Oracle.column(x, kept[j]));
                assertThat(estimate.matrix().get(i, j)).isCloseTo(expected, within(1e-14));
            }
        }
    }

    @Test
    void anExtremeRangeIsRefused() {
        TableSamples data = TableSamples.ofColumns(new double[] {1, 2, 4}, new double[] {-1.7e308, 0, 1.7e308})
                .named("a", "b");
        assertThatThrownBy(() -> CorrelationEstimator.fromSamples(data, OPTIONS))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "the values of a variable must span less than the largest double: column 1 \"b\" spans -1.7E308 to"
                                + " 1.7E308 in table; rescale it");
    }

    /** Small whole numbers: every sum is exact, so tiles, chunks, odd sizes and padding must not show at all. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "3, 64", "17, 65", "16, 257", "33, 256", "513, 7", "530, 131"})
    void crossProductsAreExactForWholeNumbers(int variables, int samples) {
        Random random = new Random(13);
        double[][] x = new double[samples][variables];
        for (double[] row : x) {
            for (int v = 0; v < variables; v++) {
                row[v] = random.nextInt(41) - 20;
            }
        }
        double[] c;
        try (Workers workers = new Workers(3)) {
            c = CrossProducts.of(new TableRows(x), workers);
        }
        double[] expected = new double[variables * variables];
        for (double[] row : x) {
            for (int i = 0; i < variables; i++) {
                for (int j = i; j < variables; j++) {
                    expected[i * variables + j] += row[i] * row[j];
                }
            }
        }
        assertThat(Arrays.mismatch(c, expected)).isEqualTo(-1);
    }

    private static final class TableRows implements CentredRows {
        private final double[][] table;

        TableRows(double[][] table) {
            this.table = table;
        }

        @Override
        public int samples() {
            return table.length;
        }

        @Override
        public int variables() {
            return table[0].length;
        }

        @Override
        public void fill(int row, int rows, double[][] z, Workers workers) {
            for (int r = 0; r < rows; r++) {
                System.arraycopy(table[row + r], 0, z[r], 0, variables());
            }
        }
    }
}
