package org.oinfo.scan;

import java.util.List;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;

/**
 * Scores every n-plet of one order on several threads.
 *
 * <p>Threads take the blocks of a {@link BlockGrid} as they get free, each block is scanned into a landscape of its own, and
 * the landscapes are merged strictly in block order: the result is the same to the last bit for any number of threads.
 * Within a block a worker proceeds in slices that end at (k-2)-prefix boundaries, so that it can report progress and stop
 * soon. A kernel may add its sum of Omega to the landscape once a slice, so slices shape the last bit of the mean: like blocks
 * they depend on N and k only.
 *
 * <p>An instance is run once.
 */
public final class ExhaustiveScan {
    /** n-plets in a slice of a large order times k^2: some milliseconds with SIMD, about a second without. */
    private static final long SLICE_WORK = 1L << 24;

    private static final long SMALLEST_SLICE = 1L << 14;
    /** Orders whose slices need not be small to be soon done. */
    private static final int LARGEST_SMALL_ORDER = 8;

    private final Scorer scores;
    private final ScanSettings settings;
    private final BlockGrid grid;
    private final long slice;
    private final BlockLedger ledger;

    private Landscape merged;

    /**
     * A scan of all n-plets of {@code settings.order()}.
     *
     * @throws org.oinfo.data.BadInputException C(N,k) exceeds 2^63-1
     */
    public ExhaustiveScan(Scorer scores, ScanSettings settings) {
        this(
                scores,
                settings,
                BlockGrid.of(scores.variables(), settings.order(), scores.leastScan(settings)),
                sliceOf(scores, settings));
    }

    ExhaustiveScan(Scorer scores, ScanSettings settings, BlockGrid grid, long slice) {
        this.scores = scores;
        this.settings = settings;
        this.grid = grid;
        this.slice = slice;
        this.ledger = new BlockLedger(grid);
        this.merged = Landscape.empty(scores.variables(), settings);
    }

    static long sliceOf(Scorer scores, ScanSettings settings) {
        int order = settings.order();
        return order <= LARGEST_SMALL_ORDER
                ? scores.leastScan(settings)
                : Math.max(SMALLEST_SLICE, SLICE_WORK / ((long) order * order));
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
    public Landscape run(int threads, Monitor monitor) {
        return run(threads, monitor, Checkpoint.NONE);
    }

    /**
     * Runs the scan. When the monitor cancels it or this thread is interrupted, the n-plets scored until then are merged and
     * returned; compare {@link Landscape#total} with C(N,k).
     *
     * @param threads number of worker threads, at least 1
     * @param checkpoint where it goes on, and leaves the blocks that are merged
     */
    public Landscape run(int threads, Monitor monitor, Checkpoint checkpoint) {
        Watch watch = new Watch(monitor, settings.order(), grid.total());
        Pieces done = Pieces.NONE;
        Checkpoint.Kept kept = checkpoint.kept();
        if (kept != null) {
            merged = kept.found().getFirst().landscape();
            done = kept.pieces();
            ledger.kept(done, merged);
            watch.advanced(settings.order(), merged.total());
        }
        run(new Blocks(watch, done, done.missing(grid.count()), checkpoint), threads, watch);
        return merged;
    }

    /** Scans some blocks alone. */
    public Landscape run(Pieces blocks, int threads, Monitor monitor) {
        Watch watch = new Watch(monitor, settings.order(), grid.nplets(blocks));
        run(new Blocks(watch, Pieces.NONE, blocks, Checkpoint.NONE), threads, watch);
        return merged;
    }

    private void run(Blocks blocks, int threads, Watch watch) {
        OrderedFold.run(blocks, scores.scanWorkers(settings, threads), watch);
    }

    private final class Blocks extends GridBlocks<Landscape> {
        private final BestOfScan best;
        private final Pieces done;
        private final Pieces todo;
        private final Checkpoint checkpoint;

        Blocks(Watch watch, Pieces done, Pieces todo, Checkpoint checkpoint) {
            super(grid, todo, settings.order(), slice, watch);
            this.done = done;
            this.todo = todo;
            this.checkpoint = checkpoint;
            best = new BestOfScan(scores, settings.order(), Measure.O, watch);
        }

        @Override
        public boolean whole(long number, Landscape part) {
            return part.total() == nplets(number);
        }

        @Override
        public void reached(long blocks, boolean last) {
            checkpoint.reached(done.with(todo.first(blocks)), List.of(RankedLandscape.byOmega(merged)), last);
        }

        @Override
        public Form<Landscape> form() {
            return new LandscapeForm(settings.order());
        }

        @Override
        public Landscape part() {
            return merged.emptyForNextRange();
        }

        @Override
        public void merge(Landscape part) {
            merged.merge(part);
            best.tell(merged.mostSynergistic(), merged.mostRedundant());
        }

        @Override
        public OrderedFold.Worker<Landscape> worker(WorkerResources resources) {
            ScanKernel kernel = resources.add(scores.scan(settings), ScanKernel::close);
            return (number, into) -> {
                boolean walked = goThrough(number, (from, to) -> kernel.scan(from, to, into));
                ledger.tell(todo.at(number), walked, into);
            };
        }
    }
}
