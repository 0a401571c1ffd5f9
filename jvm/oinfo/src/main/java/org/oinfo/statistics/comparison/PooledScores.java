package org.oinfo.statistics.comparison;

import org.oinfo.estimate.options.Estimator;

/** The samples of two data sets with the same margins: what is left to tell them apart is how variables depend on each other. */
final class PooledScores {
    private PooledScores() {}

    /**
     * Columns of both data sets, one after the other: for the copula quantiles in a {@link CommonMargin}, else values scaled to a mean square of 1 in their own.
     *
     * @param first centred scores [n][T] of the first data set, none constant
     * @param second of the same variables in the second
     */
    static double[][] of(double[][] first, double[][] second, Estimator estimator) {
        double[][] pooled = new double[first.length][];
        for (int v = 0; v < pooled.length; v++) {
            pooled[v] = new double[first[v].length + second[v].length];
            if (estimator == Estimator.COPULA) {
                new CommonMargin(Atoms.of(first[v]), Atoms.of(second[v])).write(pooled[v]);
            } else {
                scale(first[v], pooled[v], 0);
                scale(second[v], pooled[v], first[v].length);
            }
        }
        return pooled;
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
