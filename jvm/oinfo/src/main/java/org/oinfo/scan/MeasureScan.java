package org.oinfo.scan;

import java.util.List;
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
    private final BlockLedger ledger;

    private RankedLandscape merged;

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
        this.ledger = new BlockLedger(grid);
        this.merged = RankedLandscape.empty(scores.variables(), settings, measure);
    }

    /** What its workers say of each block. */
    public BlockLedger ledger() {
        return ledger;
    }

    /** How it is cut into pieces. */
    public PiecePlan plan() {
        return grid.plan();
    }

    /** As {@link #run(int, Monitor, Checkpoint)}, from the first block on. */
    public RankedLandscape run(int threads, Monitor monitor) {
        return run(threads, monitor, Checkpoint.NONE);
    }

    /**
     * Runs the scan. When the monitor cancels it or this thread is interrupted, the n-plets scored until then are merged and
     * returned.
     *
     * @param threads number of worker threads, at least 1
     * @param checkpoint where it goes on, and leaves the blocks that are merged
     */
    public RankedLandscape run(int threads, Monitor monitor, Checkpoint checkpoint) {
        Watch watch = new Watch(monitor, settings.order(), grid.total());
        Pieces done = Pieces.NONE;
        Checkpoint.Kept kept = checkpoint.kept();
        if (kept != null) {
            merged = kept.found().getFirst();
            done = kept.pieces();
            ledger.kept(done, merged.landscape());
            watch.advanced(settings.order(), merged.landscape().total());
        }
        run(new Blocks(watch, done, done.missing(grid.count()), checkpoint), threads, watch);
        return merged;
    }

    /** Scans some blocks alone. */
    public RankedLandscape run(Pieces blocks, int threads, Monitor monitor) {
        Watch watch = new Watch(monitor, settings.order(), grid.nplets(blocks));
        run(new Blocks(watch, Pieces.NONE, blocks, Checkpoint.NONE), threads, watch);
        return merged;
    }

    private void run(Blocks blocks, int threads, Watch watch) {
        OrderedFold.run(blocks, scores.scanWorkers(settings, threads), watch);
    }

    private final class Blocks extends GridBlocks<RankedLandscape> {
        private final BestOfScan best;
        private final Pieces done;
        private final Pieces todo;
        private final Checkpoint checkpoint;

        Blocks(Watch watch, Pieces done, Pieces todo, Checkpoint checkpoint) {
            super(grid, todo, settings.order(), slice, watch);
            this.done = done;
            this.todo = todo;
            this.checkpoint = checkpoint;
            best = new BestOfScan(scores, settings.order(), measure, watch);
        }

        @Override
        public boolean whole(long number, RankedLandscape part) {
            return part.landscape().total() == nplets(number);
        }

        @Override
        public void reached(long blocks, boolean last) {
            checkpoint.reached(done.with(todo.first(blocks)), List.of(merged), last);
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
            return (number, into) -> {
                boolean walked = goThrough(number, (from, to) -> ranker.scan(from, to, into));
                ledger.tell(todo.at(number), walked, into.landscape());
            };
        }
    }
}
