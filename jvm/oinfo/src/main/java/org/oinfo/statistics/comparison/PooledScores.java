package org.oinfo.statistics.comparison;

import java.util.Arrays;
import org.oinfo.estimate.Estimator;

/** The samples of two data sets with the same margins: what is left to tell them apart is how variables depend on each other. */
final class PooledScores {
    private PooledScores() {}

    /**
     * Columns of both data sets, one after the other: for the copula quantiles rank / (T + 1) in their own, whose equals tie exactly
     * whatever T is, else values scaled to a mean square of 1 in their own.
     *
     * @param first centred scores [n][T] of the first data set, none constant
     * @param second of the same variables in the second
     */
    static double[][] of(double[][] first, double[][] second, Estimator estimator) {
        double[][] pooled = new double[first.length][];
        for (int v = 0; v < pooled.length; v++) {
            pooled[v] = new double[first[v].length + second[v].length];
            if (estimator == Estimator.COPULA) {
                quantiles(first[v], pooled[v], 0);
                quantiles(second[v], pooled[v], first[v].length);
            } else {
                scale(first[v], pooled[v], 0);
                scale(second[v], pooled[v], first[v].length);
            }
        }
        return pooled;
    }

    private static void quantiles(double[] column, double[] out, int at) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        for (int t = 0; t < column.length; t++) {
            int below = below(sorted, column[t]);
            int end = below;
            while (end < sorted.length && sorted[end] == column[t]) {
                end++;
            }
            // Ranks below + 1 .. end, on average.
            out[at + t] = (below + end + 1) / (2.0 * (column.length + 1));
        }
    }

    /** How many values of an ascending array are below one. */
    private static int below(double[] ascending, double value) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ascending[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static void scale(double[] column, double[] out, int at) {
        double square = 0;
        for (double z : column) {
            square = Math.fma(z, z, square);
        }
        double root = Math.sqrt(square / column.length);
        for (int t = 0; t < column.length; t++) {
            out[at + t] = column[t] / root;
        }
    }
}
