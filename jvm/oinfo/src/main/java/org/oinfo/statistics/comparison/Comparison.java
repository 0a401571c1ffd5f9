package org.oinfo.statistics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Measures;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.NpletScore;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.DifferenceScan;
import org.oinfo.scan.Differences;
import org.oinfo.scan.Scorer;
import org.oinfo.statistics.surrogate.ExtremeNull;

/**
 * Compares two data sets of the same variables, perhaps with unequal numbers of samples: every n-plet of an order in both, ranked by the
 * difference d = measure(first) - measure(second).
 *
 * <p>The hypothesis behind p: variables depend on each other in the same way in both. Each data set's columns are brought to the same
 * margins first (quantiles of its own ranks, or its own mean and deviation for the gaussian estimator), so that another scale,
 * location or, for the copula, distribution is no difference; then samples are dealt out anew to data sets of the same sizes, estimated
 * and scored in full, and p of an n-plet is (1 + b) / (1 + B), b the permutations whose most extreme d of the whole order, at the n-plet's
 * end, is as extreme: single-step, corrected for having looked at all n-plets (Westfall and Young 1993). Samples must be independent;
 * labels of time series cannot be exchanged. Taking the margins from the data makes the test approximate; docs/rates.md has rates.
 *
 * <p>n-plets that depend strongly have larger d by chance: the family is that of d itself, not of d in units of its own deviation.
 *
 * <p>The result depends on data, settings and seed only: not on threads, and not on the backend but for the last bits of the mean.
 */
public final class Comparison {
    private final Backend backend;
    private final Estimator estimator;
    private final int threads;
    private final double[][] first;
    private final double[][] second;
    private final CorrelationMatrix r;
    private final CorrelationMatrix s;

    /**
     * Of some variables of two data sets.
     *
     * @param firstVariables positions in {@code first}
     * @param secondVariables positions of the same variables in {@code second}
     * @param estimator that both scores come from, with average ties
     * @param threads number of worker threads, at least 1
     */
    public Comparison(
            Backend backend,
            SampleScores first,
            int[] firstVariables,
            SampleScores second,
            int[] secondVariables,
            Estimator estimator,
            int threads) {
        this.backend = backend;
        this.estimator = estimator;
        this.threads = threads;
        this.first = first.columns(firstVariables);
        this.second = second.columns(secondVariables);
        try (Workers workers = new Workers(threads)) {
            this.r = SampleScores.correlation(this.first, workers);
            this.s = SampleScores.correlation(this.second, workers);
        }
    }

    /**
     * Scores all n-plets of the order and tests the most different ones at both ends.
     *
     * @param top how many at each end
     * @param monitor may stop it; told the permutations that are done
     * @throws org.oinfo.data.BadInputException the settings do not fit the data
     */
    public ComparisonResult run(int top, ComparisonSettings settings, Monitor monitor) {
        int order = settings.order();
        settings.check(first[0].length, second[0].length, first.length);
        double bias = bias(settings, first[0].length)
                        .values()[settings.measure().index()]
                - bias(settings, second[0].length).values()[settings.measure().index()];
        Differences found = new DifferenceScan(
                        Scorer.gaussian(backend, r), Scorer.gaussian(backend, s), settings.measure(), order, top, bias)
                .run(
                        threads,
                        new Watch(monitor, 0, settings.permutations())
                                .onlyStops()
                                .keeping(monitor.keeper()));
        ExtremeNull extremes;
        try (Workers workers = new Workers(threads)) {
            extremes = new Permutations(
                            backend,
                            PooledScores.of(first, second, estimator),
                            first[0].length,
                            estimator,
                            settings,
                            workers,
                            monitor)
                    .run(threads, bias);
        }
        boolean whole = found.total() == BlockGrid.total(first.length, order);
        return new ComparisonResult(
                settings,
                first[0].length,
                second[0].length,
                found,
                bias,
                extremes,
                nplets(found, settings, bias, extremes),
                !whole || extremes.surrogates() < settings.permutations());
    }

    private static Measures bias(ComparisonSettings settings, int samples) {
        return settings.biasCorrect()
                ? new BiasCorrection(settings.order(), samples).measures()
                : new Measures(0, 0, 0, 0);
    }

    private List<ComparedNplet> nplets(
            Differences found, ComparisonSettings settings, double bias, ExtremeNull extremes) {
        List<ComparedNplet> all = new ArrayList<>();
        long[] low = found.smallest().sortedRanks();
        long[] high = found.largest().sortedRanks();
        Ends ends = new Ends(settings, bias, extremes);
        Arrays.stream(low).forEach(rank -> ends.add(rank, true, high, all));
        Arrays.stream(high).forEach(rank -> ends.add(rank, false, low, all));
        return all;
    }

    /** Reads ranked n-plets; one that is in both rankings stays at the end of its sign. */
    private final class Ends {
        private final ComparisonSettings settings;
        private final double bias;
        private final ExtremeNull extremes;
        private final Combinations combinations;
        private final NpletScore one = new Canonical(r);
        private final NpletScore other = new Canonical(s);

        Ends(ComparisonSettings settings, double bias, ExtremeNull extremes) {
            this.settings = settings;
            this.bias = bias;
            this.extremes = extremes;
            this.combinations = new Combinations(first.length, settings.order());
        }

        void add(long rank, boolean below, long[] otherEnd, List<ComparedNplet> to) {
            int order = settings.order();
            int[] nplet = new int[order];
            combinations.unrank(rank, nplet);
            one.score(nplet, 0, order);
            other.score(nplet, 0, order);
            double d = settings.measure().of(one) - settings.measure().of(other);
            if (below != d - bias < 0 && Arrays.stream(otherEnd).anyMatch(there -> there == rank)) {
                return;
            }
            to.add(new ComparedNplet(
                    nplet,
                    below,
                    Measures.of(one).less(correction(first[0].length)),
                    Measures.of(other).less(correction(second[0].length)),
                    extremes.p(d, below)));
        }

        private @Nullable BiasCorrection correction(int samples) {
            return settings.biasCorrect() ? new BiasCorrection(settings.order(), samples) : null;
        }
    }
}
