package org.oinfo.targets.subsets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.parallel.Workers;
import org.oinfo.targets.BestOfTarget;
import org.oinfo.targets.ClassFit;
import org.oinfo.targets.SourceScan;
import org.oinfo.targets.TargetLandscape;
import org.oinfo.targets.TargetNplet;

/**
 * Scores every n-plet of sources of one order, on several threads. First the information of every single source and of every n-plet
 * of one source less, which n-plets share; then that of the n-plets, in blocks of ranks that are merged in order.
 */
public final class SubsetScan implements SourceScan {
    /** n-plets of a block. It shapes the last bit of the means, so it depends on nothing. */
    private static final int BLOCK = 64;

    private final SubsetShape shape;
    private final SubsetModel model;
    private final int order;
    private final Combinations combinations;
    private final TargetLandscape merged;

    /** A scan. */
    public SubsetScan(SubsetShape shape) {
        this.shape = shape;
        this.model = shape.model();
        this.order = shape.order();
        this.combinations = shape.combinations();
        this.merged = new TargetLandscape(shape.top());
    }

    @Override
    public long total() {
        return shape.total();
    }

    @Override
    public TargetLandscape run(int threads, Monitor monitor) {
        if (shape.soundNplets() > 0) {
            Watch watch = new Watch(monitor, order, shape.soundNplets());
            double[] single = kept(1, threads, watch);
            double[] smaller = order == 2 ? single : kept(order - 1, threads, watch);
            if (watch.goOn()) {
                try (BestOfTarget best = new BestOfTarget(model, order, shape.measure(), combinations, watch)) {
                    OrderedFold.run(new Blocks(single, smaller, watch, best), threads, watch);
                }
            }
        }
        merged.addSingular(shape.total() - shape.soundNplets());
        return merged;
    }

    private double[] kept(int size, int threads, Watch watch) {
        return watch.keeper()
                .once(Form.doubles(counted -> {}), table -> !watch.stopped(), () -> table(size, threads, watch));
    }

    /** Information of every n-plet of some order, by rank; NaN of singular ones. */
    private double[] table(int size, int threads, Watch watch) {
        Combinations all = new Combinations(model.sound(), size);
        double[] table = new double[(int) all.total()];
        try (Workers workers = new Workers(threads, watch)) {
            workers.runUntilStopped((table.length - 1L) / BLOCK + 1, resources -> {
                SubsetInformation information = resources.add(model.subsets(order), SubsetInformation::close);
                int[] nplet = new int[size];
                return block -> {
                    int from = (int) block * BLOCK;
                    all.unrank(from, nplet);
                    for (int rank = from; rank < Math.min(from + BLOCK, table.length); rank++) {
                        table[rank] = information.of(nplet, size);
                        all.next(nplet);
                    }
                };
            });
        }
        return table;
    }

    @Override
    public boolean partial() {
        return merged.total() < shape.total();
    }

    @Override
    public TargetLandscape landscape() {
        return merged;
    }

    @Override
    public List<TargetNplet> lowest() {
        return shape.nplets(merged.lowest());
    }

    @Override
    public List<TargetNplet> highest() {
        return shape.nplets(merged.highest());
    }

    @Override
    public @Nullable ClassFit classes() {
        return model.fit(order, false);
    }

    /** Blocks of consecutive ranks of sound n-plets. */
    private final class Blocks implements OrderedFold.Work<TargetLandscape> {
        private final double[] single;
        private final double[] smaller;
        private final Combinations rests = new Combinations(model.sound(), order - 1);
        private final Watch watch;
        private final BestOfTarget best;

        Blocks(double[] single, double[] smaller, Watch watch, BestOfTarget best) {
            this.single = single;
            this.smaller = smaller;
            this.watch = watch;
            this.best = best;
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
            SubsetInformation information = resources.add(model.subsets(order), SubsetInformation::close);
            int[] nplet = new int[order];
            int[] rest = new int[order - 1];
            return (block, into) -> {
                long from = block * BLOCK;
                long end = Math.min(combinations.total(), from + BLOCK);
                combinations.unrank(from, nplet);
                long rank = from;
                for (; rank < end && watch.goOn(); rank++) {
                    record(rank, information.of(nplet, order), nplet, rest, into);
                    combinations.next(nplet);
                }
                watch.advanced(order, rank - from);
            };
        }

        private void record(long rank, double i, int[] nplet, int[] rest, TargetLandscape into) {
            double domega = (1 - order) * i;
            double rsi = i;
            for (int left = 0; left < order; left++) {
                System.arraycopy(nplet, 0, rest, 0, left);
                System.arraycopy(nplet, left + 1, rest, left, order - 1 - left);
                domega += smaller[(int) rests.rank(rest)];
            }
            for (int member : nplet) {
                rsi -= single[member];
            }
            if (Double.isNaN(domega)) {
                into.addSingular(1);
                return;
            }
            into.add(domega, i);
            long key = Ranking.key(shape.measure().of(domega, i, rsi));
            into.lowest().offer(key, rank);
            into.highest().offer(-key, rank);
        }
    }
}
