package org.oinfo.statistics.surrogate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The fitted tree by its definition: Kruskal's forest, latent correlations by integrating over the step functions of the margins,
 * ranks by counting.
 */
final class BruteTree {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /** Step of Simpson's rule, at most. */
    private static final double STEP = 0.02;

    /** Where the normal distribution ends. */
    private static final double END = 9;

    private record Edge(int i, int j, double r) {}

    private final double[][] columns;
    private final Edge[] edges;
    private final double[] latent;

    /** Of centred columns [N][T]. */
    BruteTree(double[][] columns) {
        this.columns = columns;
        this.edges = kruskal(columns);
        this.latent = Arrays.stream(edges)
                .mapToDouble(e -> latent(columns[e.i], columns[e.j], e.r))
                .toArray();
    }

    private static Edge[] kruskal(double[][] columns) {
        int n = columns.length;
        List<Edge> all = IntStream.range(0, n)
                .boxed()
                .flatMap(i ->
                        IntStream.range(i + 1, n).mapToObj(j -> new Edge(i, j, correlation(columns[i], columns[j]))))
                .sorted(Comparator.comparingDouble((Edge e) -> -Math.abs(e.r))
                        .thenComparingInt(Edge::i)
                        .thenComparingInt(Edge::j))
                .toList();
        int[] part = IntStream.range(0, n).toArray();
        return all.stream()
                .filter(e -> {
                    int from = part[e.j];
                    int to = part[e.i];
                    Arrays.setAll(part, v -> part[v] == from ? to : part[v]);
                    return from != to;
                })
                .toArray(Edge[]::new);
    }

    static double correlation(double[] x, double[] y) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int t = 0; t < x.length; t++) {
            xy += x[t] * y[t];
            xx += x[t] * x[t];
            yy += y[t] * y[t];
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** The latent correlation with which the margins of two columns have a correlation r. */
    static double latent(double[] x, double[] y, double r) {
        double low = -1;
        double high = 1;
        while (high - low > 1e-10) {
            double middle = (low + high) / 2;
            if (tied(x, y, middle) < r) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Correlation of the margins of two columns when they are given to standard normal variables with correlation r. */
    static double tied(double[] x, double[] y, double r) {
        double[] f = Arrays.stream(x).sorted().toArray();
        double[] g = Arrays.stream(y).sorted().toArray();
        int samples = f.length;
        double[] c = IntStream.range(0, samples)
                .mapToDouble(j -> NORMAL.inverseCumulativeProbability((double) j / samples))
                .toArray();
        double sum = 0;
        double from = -END;
        for (int cell = 0; cell < samples; cell++) {
            double to = cell + 1 == samples ? END : c[cell + 1];
            int points = 8 + 2 * (int) ((to - from) / STEP / 2);
            double integral = 0;
            for (int p = 0; p <= points; p++) {
                double z = from + (to - from) * p / points;
                double weight = p == 0 || p == points ? 1 : p % 2 == 1 ? 4 : 2;
                integral += weight * NORMAL.density(z) * given(g, c, r, z);
            }
            sum += f[cell] * integral * (to - from) / points / 3;
            from = to;
        }
        double xx = Arrays.stream(f).map(v -> v * v).sum() / samples;
        double yy = Arrays.stream(g).map(v -> v * v).sum() / samples;
        return sum / Math.sqrt(xx * yy);
    }

    /** E of the step function g when the other normal variable is z. */
    private static double given(double[] g, double[] c, double r, double z) {
        double mean = g[0];
        for (int j = 1; j < g.length; j++) {
            if (g[j] > g[j - 1]) {
                mean += (g[j] - g[j - 1]) * NORMAL.survivalProbability((c[j] - r * z) / Math.sqrt(1 - r * r));
            }
        }
        return mean;
    }

    /** Surrogate columns [N][T]: from variable 0, always along the strongest edge of the tree that leads on. */
    double[][] draw(UniformRandomProvider random) {
        ContinuousDistribution.Sampler normal = NORMAL.createSampler(random);
        int samples = columns[0].length;
        double[][] z = new double[columns.length][];
        z[0] = IntStream.range(0, samples).mapToDouble(t -> normal.sample()).toArray();
        for (int drawn = 1; drawn < z.length; drawn++) {
            // Kruskal took the edges from the strongest on.
            int next = IntStream.range(0, edges.length)
                    .filter(e -> z[edges[e].i] == null ^ z[edges[e].j] == null)
                    .findFirst()
                    .orElseThrow();
            Edge edge = edges[next];
            double r = latent[next];
            double[] parent = z[edge.i] == null ? z[edge.j] : z[edge.i];
            z[z[edge.i] == null ? edge.i : edge.j] = Arrays.stream(parent)
                    .map(p -> r * p + Math.sqrt(1 - r * r) * normal.sample())
                    .toArray();
        }
        return IntStream.range(0, z.length)
                .mapToObj(v -> byRank(z[v], columns[v]))
                .toArray(double[][]::new);
    }

    private static double[] byRank(double[] z, double[] column) {
        double[] ascending = Arrays.stream(column).sorted().toArray();
        return Arrays.stream(z)
                .map(value -> ascending[
                        (int) Arrays.stream(z).filter(other -> other < value).count()])
                .toArray();
    }
}
