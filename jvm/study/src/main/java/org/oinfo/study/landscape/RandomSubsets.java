package org.oinfo.study.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.commons.rng.sampling.CombinationSampler;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.scan.Scorer;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.LayerLandscape.Subsets;

/**
 * The extremes and the mean of Omega over all groups of a few random neurons, again and again.
 *
 * <p>The smallest Omega among C(200,3) groups lies below the smallest among C(10,3) even where all neurons are alike; among
 * subsets of one size the extremes of layers of different width can be compared.
 */
final class RandomSubsets {
    /** A few hundred groups are done before others are warm: 0.2 ms a subset, against 5 ms of a cold simd kernel. */
    private static final String BACKEND = "scalar";

    /** The least, the mean and the largest Omega of a subset. */
    private static final int FIGURES = 3;

    private final CorrelationMatrix matrix;
    private final List<Integer> orders;
    private final int[][] subsets;

    private RandomSubsets(CorrelationMatrix matrix, List<Integer> orders, int[][] subsets) {
        this.matrix = matrix;
        this.orders = orders;
        this.subsets = subsets;
    }

    /**
     * Subsets of the neurons alive.
     *
     * @param draws subsets drawn without replacement of neurons within each, the same ones for every order
     * @param size neurons of each, at most as many as are alive; orders beyond it have no subsets
     * @throws CancellationException the watch stops the study
     */
    static List<Subsets> of(
            CorrelationMatrix matrix,
            List<Integer> orders,
            int draws,
            int size,
            long seed,
            Workers workers,
            Watch watch) {
        List<Integer> possible = orders.stream().filter(order -> order <= size).toList();
        int[][] subsets = draw(matrix.variables(), draws, size, seed);
        return new RandomSubsets(matrix, possible, subsets).scan(workers, watch);
    }

    /** The one subset of a layer that is no larger than a subset: the layer itself. */
    static List<Subsets> whole(List<Order> orders, int size) {
        List<Subsets> found = new ArrayList<>();
        for (Order order : orders) {
            if (order.min() != null && order.mean() != null && order.max() != null) {
                found.add(new Subsets(order.order(), size, 1, order.min(), 0, order.mean(), 0, order.max(), 0));
            }
        }
        return found;
    }

    /** Positions of the neurons of each subset [draws][size], ascending. */
    static int[][] draw(int neurons, int draws, int size, long seed) {
        int[][] subsets = new int[draws][];
        for (int d = 0; d < draws; d++) {
            subsets[d] = new CombinationSampler(RandomStreams.of(seed, d), neurons, size).sample();
            Arrays.sort(subsets[d]);
        }
        return subsets;
    }

    private List<Subsets> scan(Workers workers, Watch watch) {
        Backend backend = Backends.open(BACKEND);
        // figures[order][draw]
        double[][][] figures = new double[orders.size()][subsets.length][];
        workers.run(subsets.length, () -> draw -> {
            if (!watch.goOn()) {
                throw new CancellationException();
            }
            Scorer scores = Scorer.gaussian(backend, matrix.of(subsets[draw]));
            for (int i = 0; i < figures.length; i++) {
                figures[i][draw] = figures(scores, orders.get(i));
            }
        });
        List<Subsets> found = new ArrayList<>();
        for (int i = 0; i < figures.length; i++) {
            double[][] regular = Arrays.stream(figures[i])
                    .filter(each -> !Double.isNaN(each[0]))
                    .toArray(double[][]::new);
            if (regular.length > 0) {
                found.add(summary(orders.get(i), regular));
            }
        }
        return found;
    }

    /** Least, mean, largest Omega of all groups of an order; NaN where every group is singular. */
    private static double[] figures(Scorer scores, int order) {
        ScanSettings settings = new ScanSettings(order, Level.PLAIN, 1);
        Landscape landscape = Landscape.empty(scores.variables(), settings);
        try (ScanKernel kernel = scores.scan(settings)) {
            kernel.scan(0, new Combinations(scores.variables(), order).total(), landscape);
        }
        return figures(scores, order, landscape);
    }

    /** The same of a landscape that is there, by the canonical routine. */
    static double[] figures(Scorer scores, int order, Landscape landscape) {
        return new double[] {
            best(scores, order, landscape.mostSynergistic()),
            landscape.mean(),
            best(scores, order, landscape.mostRedundant())
        };
    }

    private static double best(Scorer scores, int order, Ranking ranking) {
        if (ranking.size() == 0) {
            return Double.NaN;
        }
        int[] nplet = new int[order];
        new Combinations(scores.variables(), order).unrank(ranking.sortedRanks()[0], nplet);
        NpletScore canonical = scores.canonical();
        canonical.score(nplet, 0, order);
        return canonical.o();
    }

    private Subsets summary(int order, double[][] figures) {
        double[] means = new double[FIGURES];
        double[] deviations = new double[FIGURES];
        for (int i = 0; i < FIGURES; i++) {
            int figure = i;
            double[] values =
                    Arrays.stream(figures).mapToDouble(each -> each[figure]).toArray();
            means[i] = Mean.of(values).getAsDouble();
            // 0 for a single value.
            deviations[i] = StandardDeviation.of(values).getAsDouble();
        }
        return new Subsets(
                order,
                subsets[0].length,
                figures.length,
                means[0],
                deviations[0],
                means[1],
                deviations[1],
                means[2],
                deviations[2]);
    }
}
