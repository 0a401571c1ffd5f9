package org.oinfo.data;

import java.util.List;

/**
 * A square matrix of finite values as it was given: nothing is said about symmetry or definiteness.
 *
 * @param variables number of rows and columns N
 * @param values [N*N] row-major
 * @param names names of the variables [N], or an empty list
 * @param source where it comes from, for messages
 * @param dataset name of the array that was read, where a file may hold several, or an empty string
 * @param checksum SHA-256 of the bytes it was read from, in lower-case hexadecimal, or an empty string
 * @param readWarnings what a reader of the result should know of how it was read
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix of 46,340 variables is not copied to be immutable
public record SquareMatrix(
        int variables,
        double[] values,
        List<String> names,
        String source,
        String dataset,
        String checksum,
        List<Warning> readWarnings) {
    /** A matrix that was not read from a file. */
    public SquareMatrix(int variables, double[] values, List<String> names, String source) {
        this(variables, values, names, source, "", "", List.of());
    }

    /**
     * A matrix of Java arrays [N][N].
     *
     * @throws BadInputException it is not square
     */
    public static SquareMatrix of(double[][] rows) {
        int n = rows.length;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            if (rows[i].length != n) {
                throw new BadInputException("a covariance must be square: rows=" + n + ", values in row " + i
                        + " (from 0)=" + rows[i].length);
            }
            System.arraycopy(rows[i], 0, values, i * n, n);
        }
        return new SquareMatrix(n, values, List.of(), "array");
    }
}
