package org.oinfo.study.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Omega of the Gaussian copula by its definition, with no regard for speed. */
final class Oracle {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Oracle() {}

    /** Correlations [N][N] of the normal scores of average ranks; x [T][N]. */
    static double[][] correlations(double[][] x) {
        int n = x[0].length;
        double[][] z = new double[n][];
        for (int j = 0; j < n; j++) {
            int column = j;
            z[j] = scores(
                    IntStream.range(0, x.length).mapToDouble(t -> x[t][column]).toArray());
        }
        double[][] r = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i][j] = product(z[i], z[j]) / Math.sqrt(product(z[i], z[i]) * product(z[j], z[j]));
            }
        }
        return r;
    }

    /** A rank is the number of smaller values, half of the equal ones, and a half. */
    private static double[] scores(double[] values) {
        double[] z = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            double rank = 0.5;
            for (double other : values) {
                rank += other < values[t] ? 1 : other == values[t] ? 0.5 : 0;
            }
            z[t] = NORMAL.inverseCumulativeProbability(rank / (values.length + 1));
        }
        double mean =
                IntStream.range(0, z.length).mapToDouble(t -> z[t]).average().orElseThrow();
        for (int t = 0; t < z.length; t++) {
            z[t] -= mean;
        }
        return z;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }

    /** (k-2) H(X) + sum_i [H(X_i) - H(X_-i)], nats. */
    static double omega(double[][] r, List<Integer> group) {
        // What a constant adds to each entropy cancels.
        double omega = (group.size() - 2) * entropy(r, group);
        for (int left : group) {
            omega -= entropy(r, group.stream().filter(i -> i != left).toList());
        }
        return omega;
    }

    /** 1/2 ln det by elimination; a correlation matrix needs no row exchange. */
    private static double entropy(double[][] r, List<Integer> group) {
        int k = group.size();
        double[][] a = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                a[i][j] = r[group.get(i)][group.get(j)];
            }
        }
        double logDeterminant = 0;
        for (int c = 0; c < k; c++) {
            logDeterminant += Math.log(a[c][c]);
            for (int i = c + 1; i < k; i++) {
                double factor = a[i][c] / a[c][c];
                for (int j = c; j < k; j++) {
                    a[i][j] -= factor * a[c][j];
                }
            }
        }
        return logDeterminant / 2;
    }

    /** All groups of some neurons. */
    static List<List<Integer>> groups(List<Integer> neurons, int order) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int bits = 0; bits < 1 << neurons.size(); bits++) {
            if (Integer.bitCount(bits) == order) {
                int chosen = bits;
                groups.add(IntStream.range(0, neurons.size())
                        .filter(i -> (chosen >> i & 1) == 1)
                        .mapToObj(neurons::get)
                        .toList());
            }
        }
        return groups;
    }
}
