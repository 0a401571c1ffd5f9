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
        double zero = 0;
        for (int i = 0; i < count; i++) {
            // 0 for a finite value, NaN for NaN and the infinities: no branch in the loop.
            zero += values[i] * 0.0;
        }
        return zero == 0;
    }
}
