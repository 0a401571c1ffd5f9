package org.oinfo.data;

import java.util.List;

/** Samples that are as many as their variables and symmetric, as a covariance is and hardly anything else. */
public final class SymmetricSamples {
    /** Halves of a matrix in single precision may differ so much, beside its largest value. */
    private static final double TOLERANCE = 1e-6;

    /** No larger tables are looked at: they would be read twice. */
    private static final int MOST = 5000;

    private SymmetricSamples() {}

    /** The warning, where there is reason for it. */
    public static List<Warning> warnings(Samples samples) {
        int n = samples.variables();
        if (n != samples.samples() || n > MOST || n != samples.originals() || samples.droppedRows() > 0) {
            return List.of();
        }
        double[] values = new double[n * n];
        samples.read(0, n, 0, n, values);
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                largest = Math.max(largest, Math.abs(values[i * n + j]));
                difference = Math.max(difference, Math.abs(values[i * n + j] - values[j * n + i]));
            }
        }
        return difference > TOLERANCE * largest
                ? List.of()
                : List.of(Warning.of(
                        Warning.Name.SYMMETRIC_SAMPLES,
                        samples.source() + " is a symmetric matrix of " + n + " x " + n
                                + ", and its rows are taken as samples; if it is a covariance or correlation matrix, say so",
                        "variables",
                        n));
    }
}
