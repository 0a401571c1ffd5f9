package org.oinfo.statistics.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;

/**
 * Makes surrogates and measures them, one after the other on each thread: draw the columns, correlate, find the extremes,
 * count. Surrogate b draws from stream b of the seed, its columns, then one order for the groups of the carry-over check, and
 * leaves two values and counts: the result is the same for any number of threads. Memory: a copy of the columns for each thread
 * (two for a tree) and one more, 16 bytes for each surrogate.
 */
final class SurrogateRuns {
    private final double[][] columns;
    private final Supplier<SurrogateColumns> source;
    private final @Nullable Function<Watch, SurrogateExtremes> family;
    private final RearrangedCorrelations.Rows rows;
    private final Backend backend;
    private final NullSettings settings;
    private final Candidates candidates;
    private final CorrelationMatrix observed;
    private final boolean chosen;
    private final Watch watch;
    private final List<Worker> workers = new ArrayList<>();
    private final double[] min;
    private final double[] max;
    private final boolean[] done;

    /**
     * Surrogates of some columns.
     *
     * @param columns centred scores of the data [n][T]
     * @param source makes what draws the same columns of surrogates, one for each thread
     * @param family makes what finds the extremes of the family, one for each thread; null where the candidates are all of it
     * @param observed their correlations
     * @param candidates n-plets of these columns whose own nulls and carry-over are counted
     * @param chosen whether the data chose the candidates; else their own nulls are counted too
     */
    SurrogateRuns(
            double[][] columns,
            Supplier<SurrogateColumns> source,
            @Nullable Function<Watch, SurrogateExtremes> family,
            Backend backend,
            NullSettings settings,
            Candidates candidates,
            CorrelationMatrix observed,
            boolean chosen,
            Monitor monitor) {
        this.columns = columns;
        this.source = source;
        this.family = family;
        this.rows = new RearrangedCorrelations.Rows(columns);
        this.backend = backend;
        this.settings = settings;
        this.candidates = candidates;
        this.observed = observed;
        this.chosen = chosen;
        this.watch = new Watch(monitor, 0, settings.surrogates());
        this.min = new double[settings.surrogates()];
        this.max = new double[settings.surrogates()];
        this.done = new boolean[settings.surrogates()];
    }

    /** Runs them all, or until the monitor stops it: then {@link #extremes} holds fewer. */
    void run(int threads) {
        int most = Math.min(threads, settings.surrogates());
        int best = family != null ? backend.scanWorkers(SurrogateScan.settings(settings.order()), most) : most;
        try (Workers pool = new Workers(best, watch)) {
            pool.runUntilStopped(settings.surrogates(), resources -> worker());
        }
    }

    private synchronized Worker worker() {
        Worker worker = new Worker();
        workers.add(worker);
        return worker;
    }

    /** Smallest and largest Omega of the surrogates that were finished, in the order of their numbers. */
    ExtremeNull extremes(double bias) {
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

    /** In how many surrogates each candidate is as extreme as in the data [candidates]; zeros where not asked for. */
    synchronized long[] ownCounts() {
        long[] sum = new long[candidates.size()];
        for (Worker worker : workers) {
            if (worker.ownNulls != null) {
                worker.ownNulls.addTo(sum);
            }
        }
        return sum;
    }

    /** The same with one variable rearranged [candidates*k]. */
    synchronized long[] carryCounts() {
        long[] sum = new long[candidates.size() * settings.order()];
        workers.forEach(worker -> worker.carryOver.addTo(sum));
        return sum;
    }

    /** One thread. */
    private final class Worker implements Workers.Worker {
        private final SurrogateColumns drawn = source.get();
        private final Workers alone = Workers.inline();
        private final int[] order = new int[columns[0].length];
        private final CarryOver carryOver =
                new CarryOver(new RearrangedCorrelations(rows, candidates.variables()), observed, candidates, chosen);
        private final @Nullable OwnNulls ownNulls = chosen ? null : new OwnNulls(candidates);
        private final @Nullable SurrogateExtremes extremes = family == null ? null : family.apply(watch);

        @Override
        public void run(long number) {
            int surrogate = (int) number;
            UniformRandomProvider random = RandomStreams.of(settings.seed(), surrogate);
            CorrelationMatrix r = SampleScores.correlation(drawn.draw(random), alone);
            if (extremes != null) {
                if (!extremes.find(r)) {
                    return;
                }
                min[surrogate] = extremes.min();
                max[surrogate] = extremes.max();
            }
            if (ownNulls != null) {
                ownNulls.add(backend, r);
                if (extremes == null) {
                    min[surrogate] = ownNulls.min();
                    max[surrogate] = ownNulls.max();
                }
            }
            settings.kind().blocks().order(order, random);
            carryOver.add(order);
            done[surrogate] = true;
            watch.advanced(0, 1);
        }
    }
}
