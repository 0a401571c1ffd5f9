package org.oinfo.data;

import java.util.Objects;

/** The check that every {@link Samples#read} begins with. */
public final class ReadCheck {
    private ReadCheck() {}

    /**
     * Checks that a block lies within the samples and fits into the output.
     *
     * @throws IndexOutOfBoundsException if it does not
     */
    public static void check(Samples samples, int row, int rows, int variable, int variables, double[] out) {
        Objects.checkFromIndexSize(row, rows, samples.samples());
        Objects.checkFromIndexSize(variable, variables, samples.variables());
        Objects.checkFromIndexSize(0, (long) rows * variables, out.length);
    }

    /** Whether all of the first {@code count} values are finite. */
    public static boolean isFinite(double[] values, int count) {
        // 0 for a finite value, NaN for NaN and the infinities: no branch in the loop, and four sums that do not wait
        // for each other.
        double zero = 0;
        double zero1 = 0;
        double zero2 = 0;
        double zero3 = 0;
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            zero += values[i] * 0.0;
            zero1 += values[i + 1] * 0.0;
            zero2 += values[i + 2] * 0.0;
            zero3 += values[i + 3] * 0.0;
        }
        for (; i < count; i++) {
            zero += values[i] * 0.0;
        }
        return zero + zero1 + zero2 + zero3 == 0;
    }
}
