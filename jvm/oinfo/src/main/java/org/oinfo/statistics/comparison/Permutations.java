package org.oinfo.statistics.comparison;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.oinfo.estimate.ResampledScores;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.parallel.Workers;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.DifferenceRanker;
import org.oinfo.scan.Differences;
import org.oinfo.scan.Scorer;
import org.oinfo.statistics.surrogate.ExtremeNull;

/**
 * The extreme differences of an order when the labels of the samples mean nothing. Permutation b draws from stream b of the seed and
 * leaves two values: the result is the same for any number of threads. Each permutation is estimated as the data are (the copula ranks
 * it anew) and scored in full by one thread.
 */
final class Permutations {
    /** N-plets between two questions whether to go on: some milliseconds. */
    private static final long SLICE = 1L << 16;

    private final Backend backend;
    private final ResampledScores pooled;
    private final int firstSamples;
    private final ComparisonSettings settings;
    private final Relabelling relabelling;
    private final Watch watch;
    private final long nplets;
    private final double[] min;
    private final double[] max;
    private int done;

    Permutations(
            Backend backend,
            double[][] pooled,
            int firstSamples,
            Estimator estimator,
            ComparisonSettings settings,
            Workers workers,
            Monitor monitor) {
        this.backend = backend;
        this.pooled = ResampledScores.of(pooled, estimator, workers);
        this.firstSamples = firstSamples;
        this.settings = settings;
        this.relabelling = settings.paired() ? Relabelling.WITHIN_PAIRS : Relabelling.ANY;
        this.watch = new Watch(monitor, 0, settings.permutations());
        this.nplets = BlockGrid.total(pooled.length, settings.order());
        this.min = new double[settings.permutations()];
        this.max = new double[settings.permutations()];
    }

    /** Runs them all, or until the monitor stops it: then there are fewer. */
    ExtremeNull run(int threads, double bias) {
        OrderedFold.run(
                settings.permutations(),
                Math.min(threads, settings.permutations()),
                watch,
                Form.doubles(counted -> counted.advanced(0, 1)),
                Worker::new,
                (double[] found, int permutation) -> {
                    min[done] = found[0];
                    max[done++] = found[1];
                });
        return new ExtremeNull(Arrays.copyOf(min, done), Arrays.copyOf(max, done), bias);
    }

    /** Permutations on one thread. */
    private final class Worker implements IntFunction<double @Nullable []> {
        private final ResampledScores.Draw draw = pooled.newDraw();
        private final int[] first = new int[pooled.samples()];
        private final int[] second = new int[pooled.samples()];

        @Override
        public double @Nullable [] apply(int permutation) {
            UniformRandomProvider random = RandomStreams.of(settings.seed(), permutation);
            relabelling.draw(random, firstSamples, first, second);
            // A variable that is constant in a part has no correlation there: it shares nothing.
            CorrelationMatrix one = draw.correlation(first);
            CorrelationMatrix other = draw.correlation(second);
            double[] found = score(Scorer.gaussian(backend, one), Scorer.gaussian(backend, other));
            if (found != null) {
                watch.advanced(0, 1);
            }
            return found;
        }

        /** The smallest and the largest difference; null when it was stopped. */
        private double @Nullable [] score(Scorer one, Scorer other) {
            try (WorkerResources kernels = new WorkerResources()) {
                DifferenceRanker ranker =
                        new DifferenceRanker(one, other, settings.measure(), settings.order(), 1, 0, kernels);
                Differences found = Differences.empty(1);
                for (long from = 0; from < nplets; from += SLICE) {
                    if (from > 0 && !watch.goOn()) {
                        return null;
                    }
                    ranker.scan(from, Math.min(nplets, from + SLICE), found);
                }
                return new double[] {
                    ranker.best(found.smallest(), Double.NEGATIVE_INFINITY),
                    ranker.best(found.largest(), Double.POSITIVE_INFINITY)
                };
            }
        }
    }
}
