package org.oinfo.statistics.surrogate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Watch;

/**
 * Makes surrogates and measures them, one after the other on each thread: draw the correlations, find the extremes,
 * count. Surrogate b draws from stream b of the seed, its columns, then one order for the groups of the carry-over check, and
 * leaves two values and counts: the result is the same for any number of threads. Memory: a copy of the columns for each thread
 * (two for a tree) and one more, 16 bytes for each surrogate.
 */
final class SurrogateRuns {
    private final double[][] columns;
    private final Supplier<SurrogateCorrelations> source;
    private final @Nullable Function<Watch, SurrogateExtremes> family;
    private final RearrangedCorrelations.Rows rows;
    private final Backend backend;
    private final NullSettings settings;
    private final Candidates candidates;
    private final CorrelationMatrix observed;
    private final boolean chosen;
    private final Watch watch;
    private final double[] min;
    private final double[] max;
    private final long[] ownCounts;
    private final long[] carryCounts;
    private int done;

    /**
     * Surrogates of some columns.
     *
     * @param columns centred scores of the data [n][T]
     * @param source makes what draws the correlations of the same columns of surrogates, one for each thread
     * @param family makes what finds the extremes of the family, one for each thread; null where the candidates are all of it
     * @param observed their correlations
     * @param candidates n-plets of these columns whose own nulls and carry-over are counted
     * @param chosen whether the data chose the candidates; else their own nulls are counted too
     */
    SurrogateRuns(
            double[][] columns,
            Supplier<SurrogateCorrelations> source,
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
        this.ownCounts = new long[candidates.size()];
        this.carryCounts = new long[candidates.size() * settings.order()];
    }

    /** Runs them all, or until the monitor stops it: then {@link #extremes} holds fewer. */
    void run(int threads) {
        int most = Math.min(threads, settings.surrogates());
        int best = family != null ? backend.scanWorkers(SurrogateScan.settings(settings.order()), most) : most;
        OrderedFold.run(settings.surrogates(), best, watch, FoundSurrogate.FORM, Worker::new, this::add);
    }

    private void add(FoundSurrogate found, int number) {
        min[done] = found.min();
        max[done++] = found.max();
        found.own().stream().forEach(candidate -> ownCounts[candidate]++);
        found.carried().stream().forEach(part -> carryCounts[part]++);
    }

    /** Smallest and largest Omega of the surrogates that were finished, in the order of their numbers. */
    ExtremeNull extremes(double bias) {
        return new ExtremeNull(Arrays.copyOf(min, done), Arrays.copyOf(max, done), bias);
    }

    /** In how many surrogates each candidate is as extreme as in the data [candidates]; zeros where not asked for. */
    long[] ownCounts() {
        return ownCounts.clone();
    }

    /** The same with one variable rearranged [candidates*k]. */
    long[] carryCounts() {
        return carryCounts.clone();
    }

    /** One thread. */
    private final class Worker implements IntFunction<@Nullable FoundSurrogate> {
        private final SurrogateCorrelations drawn = source.get();
        private final int[] order = new int[columns[0].length];
        private final CarryOver carryOver =
                new CarryOver(new RearrangedCorrelations(rows, candidates.variables()), observed, candidates, chosen);
        private final @Nullable OwnNulls ownNulls = chosen ? null : new OwnNulls(candidates);
        private final @Nullable SurrogateExtremes extremes = family == null ? null : family.apply(watch);

        @Override
        public @Nullable FoundSurrogate apply(int surrogate) {
            UniformRandomProvider random = RandomStreams.of(settings.seed(), surrogate);
            CorrelationMatrix r = drawn.draw(random);
            if (extremes != null && !extremes.find(r)) {
                return null;
            }
            BitSet own = ownNulls == null ? new BitSet() : ownNulls.reached(backend, r);
            settings.kind().blocks().order(order, random);
            BitSet carried = carryOver.reached(order);
            watch.advanced(0, 1);
            return extremes != null
                    ? new FoundSurrogate(extremes.min(), extremes.max(), own, carried)
                    : new FoundSurrogate(Objects.requireNonNull(ownNulls).min(), ownNulls.max(), own, carried);
        }
    }
}
