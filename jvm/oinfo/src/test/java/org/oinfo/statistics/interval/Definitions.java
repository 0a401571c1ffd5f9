package org.oinfo.statistics.interval;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Normal scores, correlations and measures as they are defined, with no regard for speed. */
final class Definitions {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Definitions() {}

    /** Phi^-1(rank / (T+1)) by sorting; equal values share the mean of their ranks. */
    static double[] normalScores(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double[] z = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            double value = x[t];
            int first = (int) Arrays.stream(sorted).takeWhile(s -> s < value).count();
            int last = (int) Arrays.stream(sorted).takeWhile(s -> s <= value).count();
            z[t] = NORMAL.inverseCumulativeProbability((first + 1 + last) / 2.0 / (x.length + 1));
        }
        return z;
    }

    static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int t = 0; t < x.length; t++) {
            xx += (x[t] - meanX) * (x[t] - meanX);
            yy += (y[t] - meanY) * (y[t] - meanY);
            xy += (x[t] - meanX) * (y[t] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** R of the columns of rows, after normal scores if {@code copula}. */
    static double[][] correlations(double[][] rows, boolean copula) {
        int n = rows[0].length;
        double[][] columns = new double[n][];
        for (int v = 0; v < n; v++) {
            int column = v;
            double[] x = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
            columns[v] = copula ? normalScores(x) : x;
        }
        double[][] r = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i][j] = i == j ? 1 : correlation(columns[i], columns[j]);
            }
        }
        return r;
    }

    /** The (B+1) p-th smallest of B values, linear in between. */
    static double quantile(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = (sorted.length + 1) * p;
        int below = (int) Math.floor(place + 1e-9);
        if (below < 1) {
            return sorted[0];
        }
        if (below >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        return sorted[below - 1] + (place - below) * (sorted[below] - sorted[below - 1]);
    }

    /** Efron's BCa interval. */
    static double[] bca(double estimate, double[] resamples, double[] jackknife, double confidence) {
        double below = Arrays.stream(resamples).filter(x -> x < estimate).count();
        double equal = Arrays.stream(resamples).filter(x -> x == estimate).count();
        double z0 = NORMAL.inverseCumulativeProbability((below + equal / 2) / resamples.length);
        double mean = Arrays.stream(jackknife).average().orElseThrow();
        double cubes = Arrays.stream(jackknife).map(x -> Math.pow(mean - x, 3)).sum();
        double squares =
                Arrays.stream(jackknife).map(x -> Math.pow(mean - x, 2)).sum();
        double a = squares == 0 ? 0 : cubes / 6 / Math.pow(squares, 1.5);
        double[] ends = new double[2];
        for (int i = 0; i < 2; i++) {
            double z = NORMAL.inverseCumulativeProbability(i == 0 ? (1 - confidence) / 2 : (1 + confidence) / 2);
            double p = NORMAL.cumulativeProbability(z0 + (z0 + z) / (1 - a * (z0 + z)));
            ends[i] = quantile(resamples, p);
        }
        return ends;
    }
}
