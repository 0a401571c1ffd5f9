package org.oinfo.statistics.comparison;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.oinfo.estimate.Estimator;
import org.oinfo.estimate.ResampledScores;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;
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
    private final boolean[] done;

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
        this.done = new boolean[settings.permutations()];
    }

    /** Runs them all, or until the monitor stops it: then there are fewer. */
    ExtremeNull run(int threads, double bias) {
        int workers = Math.min(threads, settings.permutations());
        try (Workers pool = new Workers(workers, watch)) {
            pool.runUntilStopped(settings.permutations(), resources -> new Worker());
        }
        return new ExtremeNull(finished(min), finished(max), bias);
    }

    private double[] finished(double[] values) {
        int count = 0;
        double[] out = new double[values.length];
        for (int b = 0; b < values.length; b++) {
            if (done[b]) {
                out[count++] = values[b];
            }
        }
        return Arrays.copyOf(out, count);
    }

    /** Permutations on one thread. */
    private final class Worker implements Workers.Worker {
        private final ResampledScores.Draw draw = pooled.newDraw();
        private final int[] first = new int[pooled.samples()];
        private final int[] second = new int[pooled.samples()];

        @Override
        public void run(long number) {
            int permutation = (int) number;
            UniformRandomProvider random = RandomStreams.of(settings.seed(), permutation);
            relabelling.draw(random, firstSamples, first, second);
            // A variable that is constant in a part has no correlation there: it shares nothing.
            CorrelationMatrix one = draw.correlation(first);
            CorrelationMatrix other = draw.correlation(second);
            done[permutation] = score(permutation, Scorer.gaussian(backend, one), Scorer.gaussian(backend, other));
            if (done[permutation]) {
                watch.advanced(0, 1);
            }
        }

        private boolean score(int permutation, Scorer one, Scorer other) {
            try (WorkerResources kernels = new WorkerResources()) {
                DifferenceRanker ranker =
                        new DifferenceRanker(one, other, settings.measure(), settings.order(), 1, kernels);
                Differences found = Differences.empty(1);
                for (long from = 0; from < nplets; from += SLICE) {
                    if (from > 0 && !watch.goOn()) {
                        return false;
                    }
                    ranker.scan(from, Math.min(nplets, from + SLICE), found);
                }
                min[permutation] = ranker.best(found.smallest(), Double.NEGATIVE_INFINITY);
                max[permutation] = ranker.best(found.largest(), Double.POSITIVE_INFINITY);
                return true;
            }
        }
    }
}
