package org.oinfo.scan.groups;

import java.math.BigInteger;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.scan.BestOfScan;
import org.oinfo.scan.BlockGrid;
import org.oinfo.scan.Checkpoint;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.Pieces;
import org.oinfo.scan.RankBy;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.ScanForecast;
import org.oinfo.scan.Scorer;

/**
 * Scores every n-plet of one order that groups allow, on several threads, and visits no others. All values come from the canonical routine,
 * so a result has the same bits for any number of threads and on every backend; ranks are those among all n-plets.
 *
 * <p>A block is a run of first two members; there are as many blocks of as many pairs as N alone says. An instance is run once.
 */
public final class GroupScan {
    private static final long MOST_BLOCKS = 4096;
    /** N-plets between two looks at the watch. */
    private static final int STEP = 4096;
    /** A forecast measures for so long. */
    private static final long BURST_NANOS = 1_000_000_000L;

    private final Scorer scores;
    private final Groups groups;
    private final ScanSettings settings;
    private final RankBy measure;
    private final long total;
    private final Combinations pairs;
    private final Combinations combinations;
    private RankedLandscape merged;

    /**
     * A scan of the allowed n-plets of {@code settings.order()}.
     *
     * @throws BadInputException C(N,k) exceeds 2^63-1, or no n-plet is allowed
     */
    public GroupScan(GroupedScorer grouped, ScanSettings settings, RankBy measure) {
        this.scores = grouped.scores();
        this.groups = grouped.groups();
        this.settings = settings;
        this.measure = measure;
        this.total = total(groups, settings.order());
        this.pairs = new Combinations(scores.variables(), 2);
        this.combinations = new Combinations(scores.variables(), settings.order());
        this.merged = RankedLandscape.empty(scores.variables(), settings, measure);
    }

    /**
     * Number of n-plets of an order that groups allow.
     *
     * @throws BadInputException C(N,k) exceeds 2^63-1, or there are none
     */
    public static long total(Groups groups, int order) {
        BlockGrid.total(groups.variables(), order);
        BigInteger allowed = groups.total(order);
        if (allowed.signum() == 0) {
            throw new BadInputException("some n-plet of order " + order + " must mix the groups by "
                    + groups.mix().text() + ": none does, of " + groups.count() + " groups and " + groups.free()
                    + " variables in none; choose another order or another rule");
        }
        return allowed.longValueExact();
    }

    /** How it is cut into pieces. */
    public PiecePlan plan() {
        return new PiecePlan(PiecePlan.Kind.PAIRS, pairs.total(), blocks());
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
        Watch watch = new Watch(monitor, settings.order(), total);
        Pieces done = Pieces.NONE;
        Checkpoint.Kept kept = checkpoint.kept();
        if (kept != null) {
            merged = kept.found().getFirst();
            done = kept.pieces();
            watch.advanced(settings.order(), merged.landscape().total());
        }
        OrderedFold.run(new Blocks(watch, done, checkpoint), threads, watch);
        return merged;
    }

    /** Duration and memory, from a short burst. */
    public ScanForecast forecast(int threads) {
        long workers = Math.min(threads, blocks());
        Recorder recorder = new Recorder(merged.emptyForNextRange(settings.top()));
        long begun = System.nanoTime();
        long end = begun + BURST_NANOS;
        AllowedNplets.Visitor untilEnd =
                nplet -> recorder.visit(nplet) && (recorder.recorded % STEP != 0 || System.nanoTime() < end);
        for (long block = 0; block < blocks() && System.nanoTime() < end; block++) {
            walk(block, untilEnd);
        }
        double seconds = Math.max(1, System.nanoTime() - begun) * 1e-9;
        long bytes = ScanForecast.bytes(scores, workers, settings, total, total);
        return new ScanForecast(
                settings.order(), total, blocks(), Math.max(1, workers * recorder.recorded / seconds), bytes);
    }

    private long blocks() {
        return Math.min(MOST_BLOCKS, pairs.total());
    }

    /** Goes through a block until the recorder says no; whether it did not. */
    private boolean walk(long block, AllowedNplets.Visitor recorder) {
        AllowedNplets allowed = new AllowedNplets(groups, settings.order(), recorder);
        int[] pair = new int[2];
        // 4096 blocks at most: no product overflows.
        long end = (block + 1) * pairs.total() / blocks();
        for (long number = block * pairs.total() / blocks(); number < end; number++) {
            pairs.unrank(number, pair);
            if (!allowed.below(pair)) {
                return false;
            }
        }
        return true;
    }

    /** Records n-plets one by one. */
    private final class Recorder implements AllowedNplets.Visitor {
        private final NpletScore canonical = scores.canonical();
        private final RankedLandscape into;
        private long recorded;

        Recorder(RankedLandscape into) {
            this.into = into;
        }

        @Override
        public boolean visit(int[] nplet) {
            long rank = combinations.rank(nplet);
            into.landscape().record(nplet, rank, canonical);
            double value = Double.isNaN(canonical.tc()) ? Double.NaN : measure.of(canonical);
            if (Double.isFinite(value)) {
                long key = RankBy.key(value);
                into.smallest().offer(key, rank);
                into.largest().offer(-key, rank);
            }
            recorded++;
            return true;
        }
    }

    /** What was found in a block. */
    private static final class Block {
        private final RankedLandscape found;
        private boolean whole;

        Block(RankedLandscape found) {
            this.found = found;
        }
    }

    /** The pairs of first members. */
    private final class Blocks implements OrderedFold.Work<Block> {
        private final Watch watch;
        private final Pieces done;
        private final Pieces todo;
        private final Checkpoint checkpoint;
        private final BestOfScan best;

        Blocks(Watch watch, Pieces done, Checkpoint checkpoint) {
            this.watch = watch;
            this.done = done;
            this.todo = done.missing(blocks());
            this.checkpoint = checkpoint;
            best = new BestOfScan(scores, settings.order(), measure, watch);
        }

        @Override
        public long count() {
            return todo.count();
        }

        @Override
        public boolean whole(long number, Block part) {
            return part.whole;
        }

        @Override
        public void reached(long blocks, boolean last) {
            checkpoint.reached(done.with(todo.first(blocks)), List.of(merged), last);
        }

        @Override
        public Block part() {
            return new Block(merged.emptyForNextRange(settings.top()));
        }

        @Override
        public void merge(Block part) {
            merged.merge(part.found);
            best.tell(merged.smallest(), merged.largest());
        }

        @Override
        public OrderedFold.Worker<Block> worker(WorkerResources resources) {
            return (number, into) -> {
                if (watch.goOn()) {
                    Recorder recorder = new Recorder(into.found);
                    into.whole = walk(todo.at(number), nplet -> recorder.visit(nplet) && go(recorder.recorded));
                    watch.advanced(settings.order(), recorder.recorded % STEP);
                }
            };
        }

        private boolean go(long recorded) {
            return recorded % STEP != 0 || watch.advanced(settings.order(), STEP);
        }
    }
}
