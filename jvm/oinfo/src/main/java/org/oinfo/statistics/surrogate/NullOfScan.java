package org.oinfo.statistics.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.ExhaustiveScan;
import org.oinfo.scan.Scorer;
import org.oinfo.search.greedy.GreedyResult;
import org.oinfo.search.greedy.GreedySearch;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.statistics.surrogate.Candidates.Candidate;
import org.oinfo.statistics.surrogate.NullSettings.Family;

/**
 * Tests n-plets against surrogates in which all variables are independent, depend on each other along a tree, or have the eigenvalues of the
 * data.
 *
 * <p>With {@link Surrogate#SHUFFLE} and {@link Surrogate#SHIFT} the hypothesis behind p_fwer is "the variables of the n-plet are
 * mutually independent". Its error rate is controlled under the complete null, where all variables of the family are independent
 * (weak control). Beside it stands the carry-over check, {@link CarryOver}, because n-plets of correlated variables reject that
 * hypothesis nearly everywhere.
 *
 * <p>With {@link Surrogate#TREE} it is "the data are samples of a Gaussian tree in their own margins", where no n-plet has synergy.
 * The tree is fitted to all variables, so the level is no theorem; docs/rates.md has the rates. The carry-over check stays what
 * it is.
 *
 * <p>With {@link Surrogate#SPECTRUM} it is "which variables go together is chance, given the eigenvalues of their correlations": random
 * matrices with these, scored as they are. Sampling error is in the eigenvalues, and not drawn again.
 *
 * <p>The result depends on data, settings and seed only: not on threads, and not on the backend. Thread-safe.
 */
public final class NullOfScan {
    private final Backend backend;
    private final SampleScores scores;
    private final CorrelationMatrix r;
    private final int threads;

    /**
     * Tests of these samples.
     *
     * @param threads number of worker threads, at least 1
     */
    public NullOfScan(Backend backend, SampleScores scores, int threads) {
        this.backend = backend;
        this.scores = scores;
        this.threads = threads;
        try (Workers workers = new Workers(threads)) {
            this.r = scores.correlation(workers);
        }
    }

    /**
     * Scans all n-plets of the order and tests the extremes at both ends.
     *
     * @param top how many at each end
     * @param monitor may stop it; told the surrogates that are done
     * @throws BadInputException the settings do not fit the samples, or a tree is asked for and the samples are a series
     */
    public NullResult ofExtremes(int top, NullSettings settings, Monitor monitor) {
        require(
                settings.family() == Family.ORDER,
                "the family must be the whole order where n-plets are picked by their Omega: give a list of n-plets");
        settings.check(scores.samples(), scores.variables());
        ScanSettings scan = new ScanSettings(settings.order(), Level.EXTREMES, top);
        Landscape landscape =
                new ExhaustiveScan(Scorer.gaussian(backend, r), scan).run(threads, ofData(settings, monitor));
        boolean whole = landscape.total() == BlockGrid.total(r.variables(), settings.order());
        Candidates candidates = Candidates.of(landscape, r, bias(settings, settings.order()));
        return test(candidates, settings, scans(settings), !whole, true, monitor);
    }

    /**
     * Runs a greedy search up to the order, and again on every surrogate, and tests the most extreme n-plets of that order that its
     * paths came to.
     *
     * @param search from which order on, with how many starts and how wide a beam; its largest order is that of the settings
     * @param top how many at each end
     * @param monitor may stop it; told the surrogates that are done
     * @throws BadInputException the settings do not fit the samples, or the search does not start below the order
     */
    public NullResult ofSearch(GreedySettings search, int top, NullSettings settings, Monitor monitor) {
        require(
                settings.family() == Family.SEARCH,
                "the family must be the search where n-plets come from one: choose Family.SEARCH");
        settings.check(scores.samples(), scores.variables());
        GreedySettings asked =
                search.withMaxOrder(settings.order()).withEnds(Ends.BOTH).withBiasSamples(0);
        GreedyResult found =
                new GreedySearch(Scorer.gaussian(backend, r), asked).run(threads, ofData(settings, monitor));
        Candidates candidates =
                SearchFamily.candidates(found, settings.order(), top, r, bias(settings, settings.order()));
        return test(
                candidates, settings, watch -> new SearchFamily(backend, asked, watch), found.partial(), true, monitor);
    }

    /**
     * Tests given n-plets of the order.
     *
     * @param nplets positions among the variables that take part, each ascending without repeats
     * @param monitor may stop it; told the surrogates that are done
     * @throws BadInputException as above, an n-plet is of another order, or there is none
     */
    public NullResult ofNplets(List<int[]> nplets, NullSettings settings, Monitor monitor) {
        settings.check(scores.samples(), scores.variables());
        settings.check(nplets);
        require(settings.family() != Family.SEARCH, "the family must be the order or the list where n-plets are given");
        Candidates candidates = Candidates.of(nplets, settings.order(), r, bias(settings, settings.order()));
        return test(
                candidates,
                settings,
                settings.family() == Family.ORDER ? scans(settings) : null,
                false,
                false,
                monitor);
    }

    private static void require(boolean fits, String message) {
        if (!fits) {
            throw new BadInputException(message);
        }
    }

    /** For the scan of the data, which is kept and not counted. */
    private static Monitor ofData(NullSettings settings, Monitor monitor) {
        return new Watch(monitor, 0, settings.surrogates()).onlyStops().keeping(monitor.keeper());
    }

    private Function<Watch, SurrogateExtremes> scans(NullSettings settings) {
        return watch -> new SurrogateScan(backend, r.variables(), settings.order(), watch);
    }

    private NullResult test(
            Candidates candidates,
            NullSettings settings,
            @Nullable Function<Watch, SurrogateExtremes> family,
            boolean cutShort,
            boolean chosen,
            Monitor monitor) {
        boolean all = family != null;
        int[] variables = all ? allVariables() : candidates.variables();
        double[][] columns = scores.columns(variables);
        SurrogateRuns runs = new SurrogateRuns(
                columns,
                source(settings.kind(), variables, columns),
                family,
                backend,
                settings,
                all ? candidates : candidates.among(variables),
                all ? r : r.of(variables),
                chosen,
                monitor);
        runs.run(threads);
        ExtremeNull extremes = runs.extremes(bias(settings, settings.order()));
        List<TestedNplet> tested = tested(candidates, settings, runs, extremes, chosen);
        return new NullResult(settings, cutShort || extremes.surrogates() < settings.surrogates(), extremes, tested);
    }

    private Supplier<SurrogateCorrelations> source(Surrogate kind, int[] variables, double[][] columns) {
        return switch (kind) {
            case SHUFFLE, SHIFT -> () -> SurrogateCorrelations.of(new RearrangedColumns(columns, kind.blocks()));
            case TREE -> {
                SerialMemory.refuse(scores);
                TreeColumns.Fit fit = new TreeColumns.Fit(scores, r);
                yield () -> SurrogateCorrelations.of(new TreeColumns(fit, variables));
            }
            // The spectrum is that of all variables, also where few of them are tested.
            case SPECTRUM -> () -> random -> SpectrumMatched.draw(r, random).of(variables);
        };
    }

    private int[] allVariables() {
        int[] all = new int[scores.variables()];
        Arrays.setAll(all, v -> v);
        return all;
    }

    private List<TestedNplet> tested(
            Candidates candidates, NullSettings settings, SurrogateRuns runs, ExtremeNull extremes, boolean chosen) {
        int surrogates = extremes.surrogates();
        double[] p = new double[candidates.size()];
        Arrays.fill(p, Double.NaN);
        if (!chosen) {
            long[] reached = runs.ownCounts();
            Arrays.setAll(p, c -> regular(candidates, c) ? ExtremeNull.p(reached[c], surrogates) : Double.NaN);
        }
        double[] q = FalseDiscovery.qValues(
                Arrays.stream(p).map(one -> Math.min(1, 2 * one)).toArray());
        long[] carried = runs.carryCounts();
        Canonical canonical = new Canonical(r);
        List<TestedNplet> tested = new ArrayList<>(candidates.size());
        for (int c = 0; c < candidates.size(); c++) {
            Candidate candidate = candidates.list().get(c);
            double o = candidate.o() - bias(settings, settings.order());
            double part = CarryOver.bestPart(canonical, candidate.nplet(), candidate.synergy())
                    - bias(settings, settings.order() - 1);
            boolean regular = regular(candidates, c);
            tested.add(new TestedNplet(
                    candidate.nplet(),
                    candidate.synergy(),
                    o,
                    regular ? extremes.p(candidate.o(), candidate.synergy()) : Double.NaN,
                    p[c],
                    q[c],
                    o - part,
                    regular ? ExtremeNull.p(largest(carried, c, settings.order()), surrogates) : Double.NaN));
        }
        return tested;
    }

    private static boolean regular(Candidates candidates, int c) {
        return !Double.isNaN(candidates.list().get(c).o());
    }

    private static long largest(long[] counts, int candidate, int order) {
        long largest = 0;
        for (int i = 0; i < order; i++) {
            largest = Math.max(largest, counts[candidate * order + i]);
        }
        return largest;
    }

    private double bias(NullSettings settings, int order) {
        return settings.biasCorrect() ? new BiasCorrection(order, scores.samples()).o() : 0;
    }
}
