package org.oinfo.search.greedy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.GrowthKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.scan.Scorer;
import org.oinfo.search.FoundNplet;

/**
 * Greedy search from every pair of variables: each grows a variable at a time towards an end, at every step by the variable that makes
 * Omega most extreme. Of every order the most extreme n-plets that any pair came to are kept, each once, with the number of pairs.
 *
 * <p>A {@link GrowthKernel} takes the steps, by canonical values: so results have the same bits for any number of threads and on every
 * backend. The pairs of a variable with all later ones are a piece of work.
 */
public final class EveryPairSearch {
    /** The monitor is asked so often, ns. */
    private static final long SLICE = 10_000_000;

    private final Scorer scores;
    private final EveryPairSettings settings;
    private final int n;
    /** Of kernels, by order, nats [largest+1]. */
    private final double[] errors;

    /**
     * A search.
     *
     * @throws org.oinfo.data.BadInputException the largest order exceeds N or is not below T
     */
    public EveryPairSearch(Scorer scores, EveryPairSettings settings) {
        settings.check(scores.variables(), settings.biasSamples());
        this.scores = scores;
        this.settings = settings;
        this.n = scores.variables();
        this.errors = new double[settings.maxOrder() + 1];
        Arrays.setAll(errors, order -> scores.error(order, Double.POSITIVE_INFINITY));
    }

    /** How many n-plets are scored: every candidate of every step of every pair. */
    public long work() {
        long candidates = 0;
        for (int order = EveryPairSettings.FIRST_ORDER; order <= settings.maxOrder(); order++) {
            candidates += candidates(order);
        }
        return candidates * pairs() * ends().size();
    }

    private long pairs() {
        return n * (n - 1L) / 2;
    }

    /** N-plets of an order that a pair has to choose among. */
    private long candidates(int order) {
        return n - order + 1L;
    }

    private List<Ends> ends() {
        return settings.ends() == Ends.BOTH ? List.of(Ends.SYNERGISTIC, Ends.REDUNDANT) : List.of(settings.ends());
    }

    /**
     * Grows every pair. When the monitor cancels, pairs that were not begun are missing.
     *
     * @param threads number of worker threads, at least 1
     */
    public EveryPairResult run(int threads, Monitor monitor) {
        long begun = System.nanoTime();
        Watch watch = new Watch(monitor);
        for (int order = EveryPairSettings.FIRST_ORDER; order <= settings.maxOrder(); order++) {
            watch.expect(order, candidates(order) * pairs() * ends().size());
        }
        List<EveryPairEnd> found = new ArrayList<>();
        boolean partial = false;
        for (Ends end : ends()) {
            Pairs pairs = new Pairs(end.redundant(), watch);
            OrderedFold.run(pairs, threads, watch);
            found.add(result(end, pairs.whole));
            partial |= pairs.whole.pairs() + pairs.whole.singularPairs() < pairs();
        }
        return new EveryPairResult(found, partial, (System.nanoTime() - begun) * 1e-9);
    }

    private EveryPairEnd result(Ends end, GrownPairs found) {
        List<GrownNplet> nplets = new ArrayList<>();
        for (int order = EveryPairSettings.FIRST_ORDER; order <= settings.maxOrder(); order++) {
            BiasCorrection bias =
                    settings.biasSamples() == 0 ? null : new BiasCorrection(order, settings.biasSamples());
            for (GrownNplet one : found.best(order)) {
                nplets.add(new GrownNplet(one.found().less(bias), one.pairs()));
            }
        }
        return new EveryPairEnd(end, nplets, found.pairs(), found.singularPairs(), found.last());
    }

    /** Every pair towards one end: a piece is a variable with all later ones. */
    private final class Pairs implements OrderedFold.Work<GrownPairs> {
        private final boolean redundant;
        private final Watch watch;
        private final GrownPairs whole;

        Pairs(boolean redundant, Watch watch) {
            this.redundant = redundant;
            this.watch = watch;
            this.whole = GrownPairs.none(redundant, settings);
        }

        @Override
        public long count() {
            return n - 1L;
        }

        @Override
        public Form<GrownPairs> form() {
            return new Form<>() {
                @Override
                public void write(GrownPairs found, Bytes to) {
                    found.write(to);
                }

                @Override
                public GrownPairs read(ByteBuffer from) {
                    return GrownPairs.read(redundant, from);
                }

                @Override
                public void again(GrownPairs found, Watch counted) {
                    advanced(found.pairs() + found.singularPairs());
                }
            };
        }

        @Override
        public GrownPairs part() {
            return whole.part(settings);
        }

        @Override
        public void merge(GrownPairs part) {
            whole.merge(part);
            for (int order = EveryPairSettings.FIRST_ORDER; order <= settings.maxOrder(); order++) {
                tell(whole.best(order));
            }
        }

        private void tell(List<GrownNplet> best) {
            if (!best.isEmpty()) {
                FoundNplet found = best.getFirst().found();
                if (redundant) {
                    watch.highest(found.nplet(), found.o());
                } else {
                    watch.lowest(found.nplet(), found.o());
                }
            }
        }

        @Override
        public OrderedFold.Worker<GrownPairs> worker(WorkerResources resources) {
            NpletScore canonical = scores.canonical();
            GrowthKernel kernel = resources.add(scores.growth(redundant, settings.maxOrder()), GrowthKernel::close);
            int[] path = new int[settings.maxOrder()];
            return (first, into) -> {
                long told = System.nanoTime();
                int begun = (int) first + 1;
                for (int second = begun; second < n; second++) {
                    path[0] = (int) first;
                    path[1] = second;
                    grow(path, kernel, canonical, into);
                    if (System.nanoTime() - told > SLICE || second == n - 1) {
                        if (!advanced(second + 1L - begun)) {
                            break;
                        }
                        begun = second + 1;
                        told = System.nanoTime();
                    }
                }
            };
        }

        private void grow(int[] path, GrowthKernel kernel, NpletScore canonical, GrownPairs into) {
            if (!canonical.score(path, 0, 2)) {
                into.singularPair();
                return;
            }
            int reached = kernel.grow(path, settings.maxOrder());
            for (int order = EveryPairSettings.FIRST_ORDER; order <= reached; order++) {
                into.passed(path, order, kernel.omega(order), errors[order], canonical);
            }
            into.ended(path, reached);
        }

        /** So many pairs more are done; whether to go on. */
        private boolean advanced(long pairs) {
            boolean on = true;
            for (int order = EveryPairSettings.FIRST_ORDER; order <= settings.maxOrder(); order++) {
                on = watch.advanced(order, pairs * candidates(order));
            }
            return on;
        }
    }
}
