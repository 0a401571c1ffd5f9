package org.oinfo.targets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;

/**
 * Scores every n-plet of sources of one order on several threads.
 *
 * <p>Batches of n-plets in lexicographic order go through the kernel of each model. What may be among the extremes is scored
 * again by the canonical routine, whose value decides, ties by rank; blocks of ranks are merged in order. So rankings have
 * the same bits on every backend, and the whole result for any number of threads.
 *
 * <p>An instance is run once.
 */
public final class TargetScan implements SourceScan {
    /** n-plets of a block. It shapes the last bit of the means, so it depends on nothing. */
    private static final long BLOCK = 1L << 16;

    /** n-plets of a batch: their values stay in the second-level cache. */
    private static final int BATCH = 1 << 11;

    /** Beside {@link Canonical#error}: rounding of the sums over models and members. */
    private static final double ROUNDING = 1e-12;

    private final TargetModel model;
    private final int order;
    private final TargetMeasure measure;
    private final Combinations combinations;
    private final long total;
    private final TargetLandscape merged;

    /**
     * A scan of all n-plets of an order.
     *
     * @param order number of sources k of each n-plet, 2 to N
     * @param top number of n-plets kept at each end, at least 1
     * @param measure what they are ranked by
     * @throws BadInputException the order is out of range or C(N,k) exceeds 2^63-1
     */
    public TargetScan(TargetModel model, int order, int top, TargetMeasure measure) {
        this.model = model;
        this.order = order;
        this.measure = measure;
        this.total = total(model.sources(), order);
        this.combinations = new Combinations(model.sound(), Math.min(order, model.sound()));
        this.merged = new TargetLandscape(top);
    }

    /**
     * Number of n-plets C(N,k) of an order.
     *
     * @param sources N
     * @throws BadInputException the order is out of range or it exceeds 2^63-1
     */
    public static long total(int sources, int order) {
        if (order < 2 || order > sources) {
            throw new BadInputException("the order must be 2 to the number of sources: order=" + order + ", sources="
                    + sources + "; choose another order or more columns");
        }
        try {
            return new Combinations(sources, order).total();
        } catch (ArithmeticException e) {
            throw new BadInputException("the number of n-plets C(N,k) must be below 2^63-1: N=" + sources + ", k="
                    + order + "; choose fewer sources or another order");
        }
    }

    /** Number of n-plets without an unsound source. */
    private long soundNplets() {
        return order > model.sound() ? 0 : combinations.total();
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public TargetLandscape run(int threads, Monitor monitor) {
        if (soundNplets() > 0) {
            Watch watch = new Watch(monitor, order, soundNplets());
            OrderedFold.run(new Blocks(watch), threads, watch);
        }
        merged.addSingular(total - soundNplets());
        return merged;
    }

    @Override
    public boolean partial() {
        return merged.total() < total;
    }

    @Override
    public TargetLandscape landscape() {
        return merged;
    }

    @Override
    public List<TargetNplet> lowest() {
        return nplets(merged.lowest().sortedRanks());
    }

    @Override
    public List<TargetNplet> highest() {
        return nplets(merged.highest().sortedRanks());
    }

    private List<TargetNplet> nplets(long[] ranks) {
        TargetScore score = new TargetScore(model);
        List<TargetNplet> nplets = new ArrayList<>(ranks.length);
        int[] nplet = new int[order];
        for (long rank : ranks) {
            combinations.unrank(rank, nplet);
            nplets.add(score.values(nplet));
        }
        return nplets;
    }

    /** Blocks of consecutive ranks of sound n-plets. */
    private final class Blocks implements OrderedFold.Work<TargetLandscape> {
        private final Watch watch;
        private final BestOfTarget best;

        Blocks(Watch watch) {
            this.watch = watch;
            this.best = new BestOfTarget(model, order, measure, combinations, watch);
        }

        @Override
        public long count() {
            return (combinations.total() - 1) / BLOCK + 1;
        }

        @Override
        public Form<TargetLandscape> form() {
            return TargetLandscape.form(order, combinations.total());
        }

        @Override
        public TargetLandscape part() {
            return merged.emptyForMore();
        }

        @Override
        public void merge(TargetLandscape part) {
            merged.merge(part);
            best.tell(merged.lowest(), merged.highest());
        }

        @Override
        public OrderedFold.Worker<TargetLandscape> worker(WorkerResources resources) {
            Batch batch = new Batch(resources);
            return (block, into) -> {
                long from = block * BLOCK;
                long end = Math.min(combinations.total(), from + BLOCK);
                while (from < end && watch.goOn()) {
                    int count = (int) Math.min(BATCH, end - from);
                    batch.score(from, count, into);
                    watch.advanced(order, count);
                    from += count;
                }
            };
        }
    }

    /** Scores batches; one per thread. */
    private final class Batch {
        private final MeasuresKernel before;
        private final List<MeasuresKernel> after;
        private final TargetScore canonical = new TargetScore(model);
        private final double margin = 2 * Canonical.error(order) + ROUNDING;
        private final double biasI = model.bias().information(order);
        private final double biasDomega = model.domegaBias(order);

        private final int[] nplets = new int[BATCH * order];
        private final int[] nplet = new int[order];
        private final double[] values = new double[BATCH * MeasuresKernel.VALUES];
        private final double[] rsi = new double[BATCH];
        private final double[] domega = new double[BATCH];

        /** Opens a kernel of each model, which {@code resources} closes. */
        Batch(WorkerResources resources) {
            before = resources.add(model.before().measures(), MeasuresKernel::close);
            after = model.after().stream()
                    .map(part -> resources.add(part.model().measures(), MeasuresKernel::close))
                    .toList();
        }

        void score(long from, int count, TargetLandscape into) {
            fill(from, count);
            Arrays.fill(rsi, 0, count, 0);
            Arrays.fill(domega, 0, count, 0);
            add(before, count, -1);
            for (int part = 0; part < after.size(); part++) {
                add(after.get(part), count, model.after().get(part).weight());
            }
            for (int i = 0; i < count; i++) {
                if (Double.isNaN(rsi[i])) {
                    into.addSingular(1);
                } else {
                    record(i, from + i, into);
                }
            }
        }

        private void fill(long from, int count) {
            combinations.unrank(from, nplet);
            for (int i = 0; i < count; i++) {
                System.arraycopy(nplet, 0, nplets, i * order, order);
                combinations.next(nplet);
            }
        }

        private void add(MeasuresKernel kernel, int count, double weight) {
            kernel.measures(nplets, count, order, values);
            for (int i = 0; i < count; i++) {
                rsi[i] = Math.fma(weight, values[i * MeasuresKernel.VALUES], rsi[i]);
                domega[i] = Math.fma(-weight, values[i * MeasuresKernel.VALUES + 1], domega[i]);
            }
        }

        private void record(int i, long rank, TargetLandscape into) {
            double information = rsi[i];
            for (int member = i * order; member < (i + 1) * order; member++) {
                information += model.single(nplets[member]);
            }
            into.add(domega[i] - biasDomega, information - biasI);
            double value = measure.of(domega[i], information, rsi[i]);
            Ranking lowest = into.lowest();
            Ranking highest = into.highest();
            boolean low = value - margin <= lowest.worst();
            boolean high = -value - margin <= highest.worst();
            if (low || high) {
                System.arraycopy(nplets, i * order, nplet, 0, order);
                canonical.score(nplet, order);
                long key = Ranking.key(canonical.value(measure));
                lowest.offer(key, rank);
                highest.offer(-key, rank);
            }
        }
    }
}
