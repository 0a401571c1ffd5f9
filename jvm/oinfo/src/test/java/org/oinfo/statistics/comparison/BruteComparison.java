package org.oinfo.statistics.comparison;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.oinfo.estimate.Oracle;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.scan.Measure;

/**
 * Two data sets compared value by value from what is documented: normal scores from counted ranks, correlations from sums, measures from
 * k+1 log-determinants, labels from the documented draws.
 */
final class BruteComparison {
    private static final double TIE = 1e-10;

    private final double[][] first;
    private final double[][] second;
    private final boolean copula;

    /** Of columns [n][T]. */
    BruteComparison(double[][] first, double[][] second, boolean copula) {
        this.first = first;
        this.second = second;
        this.copula = copula;
    }

    /** d of an n-plet in the data. */
    double difference(Measure measure, int... nplet) {
        return measure(first, measure, nplet) - measure(second, measure, nplet);
    }

    /** Family-wise p of a difference. */
    double p(double d, boolean below, Measure measure, int[][] family, ComparisonSettings settings) {
        int reached = 0;
        for (int b = 0; b < settings.permutations(); b++) {
            double[][][] parts = permuted(settings, b);
            double extreme = Arrays.stream(family)
                    .mapToDouble(nplet -> measure(parts[0], measure, nplet) - measure(parts[1], measure, nplet))
                    .map(x -> below ? -x : x)
                    .max()
                    .orElseThrow();
            reached += extreme >= (below ? -d : d) - TIE ? 1 : 0;
        }
        return (1.0 + reached) / (1.0 + settings.permutations());
    }

    private double[][][] permuted(ComparisonSettings settings, int b) {
        int t = first[0].length;
        int all = t + second[0].length;
        int[] one = new int[all];
        int[] other = new int[all];
        Relabelling how = settings.paired() ? Relabelling.WITHIN_PAIRS : Relabelling.ANY;
        how.draw(RandomStreams.of(settings.seed(), b), t, one, other);
        return new double[][][] {taken(one), taken(other)};
    }

    private double[][] taken(int[] times) {
        return IntStream.range(0, first.length)
                .mapToObj(v -> {
                    double[] pooled = Arrays.copyOf(pooled(first[v]), times.length);
                    double[] behind = pooled(second[v]);
                    System.arraycopy(behind, 0, pooled, first[v].length, behind.length);
                    return IntStream.range(0, times.length)
                            .filter(i -> times[i] == 1)
                            .mapToDouble(i -> pooled[i])
                            .toArray();
                })
                .toArray(double[][]::new);
    }

    private double[] pooled(double[] column) {
        return copula ? quantiles(column) : unit(column);
    }

    /** Scores with mean 0 and mean square 1. */
    private double[] unit(double[] column) {
        double[] z = copula ? scores(column) : column;
        double mean = Arrays.stream(z).average().orElseThrow();
        double square =
                Arrays.stream(z).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        return Arrays.stream(z).map(x -> (x - mean) / Math.sqrt(square)).toArray();
    }

    private double measure(double[][] columns, Measure measure, int[] nplet) {
        int n = columns.length;
        double[][] z = Arrays.stream(columns).map(this::unit).toArray(double[][]::new);
        double[][] r = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int t = 0; t < z[i].length; t++) {
                    r[i][j] += z[i][t] * z[j][t] / z[i].length;
                }
            }
        }
        return Oracle.measures(r, nplet)[measure.index()];
    }

    private static double[] scores(double[] x) {
        return Arrays.stream(quantiles(x))
                .map(u -> NormalDistribution.of(0, 1).inverseCumulativeProbability(u))
                .toArray();
    }

    private static double[] quantiles(double[] x) {
        double[] u = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int below = 0;
            int equal = 0;
            for (double other : x) {
                below += other < x[i] ? 1 : 0;
                equal += other == x[i] ? 1 : 0;
            }
            u[i] = (below + (equal + 1) / 2.0) / (x.length + 1);
        }
        return u;
    }
}
