package org.oinfo.screen;

import java.util.Arrays;
import org.oinfo.data.Samples;
import org.oinfo.data.SteadyInput;

/**
 * How a column is filled.
 *
 * @param zeros number of samples that are 0
 * @param different number of different values; {@value #MANY} stands for all numbers from there on
 */
public record ColumnValues(int zeros, int different) {
    /** From here on different values are not counted. */
    public static final int MANY = 11;

    private static final int ROWS = 256;

    /** The columns of samples [N], in one pass. */
    public static ColumnValues[] of(Samples samples) {
        return SteadyInput.during(samples, () -> read(samples));
    }

    private static ColumnValues[] read(Samples samples) {
        int n = samples.variables();
        Count[] counts = new Count[n];
        Arrays.setAll(counts, v -> new Count());
        double[] block = new double[ROWS * n];
        for (int row = 0; row < samples.samples(); row += ROWS) {
            int rows = Math.min(ROWS, samples.samples() - row);
            samples.read(row, rows, 0, n, block);
            for (int r = 0; r < rows; r++) {
                for (int v = 0; v < n; v++) {
                    counts[v].add(block[r * n + v]);
                }
            }
        }
        return Arrays.stream(counts).map(Count::found).toArray(ColumnValues[]::new);
    }

    /** One column, value by value. */
    private static final class Count {
        private final double[] known = new double[MANY];
        private int different;
        private int zeros;

        void add(double value) {
            if (value == 0) {
                zeros++;
            }
            if (different < MANY && isNew(value)) {
                known[different++] = value;
            }
        }

        private boolean isNew(double value) {
            for (int i = 0; i < different; i++) {
                if (known[i] == value) {
                    return false;
                }
            }
            return true;
        }

        ColumnValues found() {
            return new ColumnValues(zeros, different);
        }
    }
}
