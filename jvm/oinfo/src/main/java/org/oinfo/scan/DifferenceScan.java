package org.oinfo.scan;

import org.oinfo.parallel.Form;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;

/**
 * Scores every n-plet of an order in two data sets on several threads. Blocks and slices depend on N and k alone and are merged in their
 * order: the result has the same bits for any number of threads. An instance is run once.
 */
public final class DifferenceScan {
    /** Smaller than those of a scan: batches of given n-plets have no prefix to amortise. */
    private static final long LEAST_BLOCK = 1L << 16;

    private final Scorer first;
    private final Scorer second;
    private final Measure measure;
    private final int order;
    private final int top;
    private final double bias;
    private final BlockGrid grid;
    private final Differences merged;

    /**
     * A scan of all n-plets of an order.
     *
     * @param second scores of the same variables in the other data set
     * @param top how many are kept at each end
     * @param bias of every difference, subtracted before it is said in which data set there is more
     * @throws org.oinfo.data.BadInputException C(N,k) exceeds 2^63-1
     */
    public DifferenceScan(Scorer first, Scorer second, Measure measure, int order, int top, double bias) {
        this.first = first;
        this.second = second;
        this.measure = measure;
        this.order = order;
        this.top = top;
        this.bias = bias;
        this.grid = BlockGrid.of(first.variables(), order, LEAST_BLOCK);
        this.merged = Differences.empty(top);
    }

    /** Runs it, until it is done or the monitor stops it: what was scored until then is returned. */
    public Differences run(int threads, Monitor monitor) {
        Watch watch = new Watch(monitor, order, grid.total());
        OrderedFold.run(new Blocks(watch), threads, watch);
        return merged;
    }

    private final class Blocks extends GridBlocks<Differences> {
        Blocks(Watch watch) {
            super(grid, Pieces.of(0, grid.count()), order, LEAST_BLOCK, watch);
        }

        @Override
        public Form<Differences> form() {
            return Differences.form(order, grid.total());
        }

        @Override
        public Differences part() {
            return merged.emptyForNextRange();
        }

        @Override
        public void merge(Differences part) {
            merged.merge(part);
        }

        @Override
        public OrderedFold.Worker<Differences> worker(WorkerResources resources) {
            DifferenceRanker ranker = new DifferenceRanker(first, second, measure, order, top, bias, resources);
            return (block, into) -> goThrough(block, (from, to) -> ranker.scan(from, to, into));
        }
    }
}
