package org.oinfo.scan;

import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;

/**
 * Scores every n-plet of one order on several threads and ranks them by some measure of them.
 *
 * <p>Counts, mean and whatever else the level says are of Omega and come from the same kernel as in {@link ExhaustiveScan}, in
 * the same blocks and slices: a {@link MeasureRanker} counts a slice, then ranks it. So both are of the same n-plets when the
 * scan is stopped, and the result is the same to the last bit for any number of threads.
 *
 * <p>An instance is run once.
 */
public final class MeasureScan {
    private final Scorer scores;
    private final ScanSettings settings;
    private final RankBy measure;
    private final BlockGrid grid;
    private final long slice;

    private final RankedLandscape merged;

    /**
     * A scan of all n-plets of {@code settings.order()}.
     *
     * @throws org.oinfo.data.BadInputException C(N,k) exceeds 2^63-1
     */
    public MeasureScan(Scorer scores, ScanSettings settings, RankBy measure) {
        this(
                scores,
                settings,
                measure,
                BlockGrid.of(scores.variables(), settings.order(), scores.leastScan(settings)),
                ExhaustiveScan.sliceOf(scores, settings));
    }

    MeasureScan(Scorer scores, ScanSettings settings, RankBy measure, BlockGrid grid, long slice) {
        this.scores = scores;
        this.settings = settings;
        this.measure = measure;
        this.grid = grid;
        this.slice = slice;
        this.merged = RankedLandscape.empty(scores.variables(), settings, measure);
    }

    /**
     * Runs the scan. When the monitor cancels it or this thread is interrupted, the n-plets scored until then are merged and
     * returned.
     *
     * @param threads number of worker threads, at least 1
     */
    public RankedLandscape run(int threads, Monitor monitor) {
        Watch watch = new Watch(monitor, settings.order(), grid.total());
        OrderedFold.run(new Blocks(watch), scores.scanWorkers(settings, threads), watch);
        return merged;
    }

    private final class Blocks extends GridBlocks<RankedLandscape> {
        private final BestOfScan best;

        Blocks(Watch watch) {
            super(grid, settings.order(), slice, watch);
            best = new BestOfScan(scores, settings.order(), measure, watch);
        }

        @Override
        public RankedLandscape part() {
            return merged.emptyForNextRange(settings.top());
        }

        @Override
        public void merge(RankedLandscape part) {
            merged.merge(part);
            best.tell(merged.smallest(), merged.largest());
        }

        @Override
        public OrderedFold.Worker<RankedLandscape> worker(WorkerResources resources) {
            MeasureRanker ranker = new MeasureRanker(scores, settings, measure, resources);
            return (block, into) -> goThrough(block, (from, to) -> ranker.scan(from, to, into));
        }
    }
}
