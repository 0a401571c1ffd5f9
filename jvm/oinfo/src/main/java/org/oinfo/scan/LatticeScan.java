package org.oinfo.scan;

import java.util.Arrays;
import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.LatticeBlocks;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.OrderedFold;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;

/**
 * Scores every n-plet of several orders in one walk over all subsets of the variables, on several threads.
 *
 * <p>A unit of work is a run of consecutive {@link LatticeBlocks}, about a million subsets; units depend on N only and are
 * merged in order, so the result is the same to the last bit for any number of threads.
 *
 * <p>An instance is run once.
 */
public final class LatticeScan {
    private static final long SMALLEST_UNIT = 1L << 20;
    private static final int MOST_UNITS = 4096;

    private final Backend backend;
    private final CorrelationMatrix matrix;
    private final List<ScanSettings> settings;
    private final LatticeBlocks blocks;
    private final long unit;
    private final Landscape[] merged;
    private final Combinations[] free;

    /** A scan of the orders of {@code settings}, no order twice. */
    public LatticeScan(Backend backend, CorrelationMatrix matrix, List<ScanSettings> settings) {
        this(backend, matrix, settings, unitOf(new LatticeBlocks(matrix.variables())));
    }

    LatticeScan(Backend backend, CorrelationMatrix matrix, List<ScanSettings> settings, long unit) {
        this.backend = backend;
        this.matrix = matrix;
        this.settings = List.copyOf(settings);
        this.unit = unit;
        blocks = new LatticeBlocks(matrix.variables());
        merged = settings.stream()
                .map(each -> Landscape.empty(matrix.variables(), each))
                .toArray(Landscape[]::new);
        free = new Combinations[blocks.free() + 1];
        Arrays.setAll(free, order -> new Combinations(blocks.free(), order));
    }

    /** Blocks in a unit of work. */
    private static long unitOf(LatticeBlocks blocks) {
        return Math.max(1, Math.max(SMALLEST_UNIT / blocks.subsets(), blocks.count() / MOST_UNITS));
    }

    /** Number of units of work of N variables; no more threads than that have work. */
    static long units(int variables) {
        LatticeBlocks blocks = new LatticeBlocks(variables);
        return (blocks.count() - 1) / unitOf(blocks) + 1;
    }

    /** How it is cut into pieces. */
    public PiecePlan plan() {
        return new PiecePlan(PiecePlan.Kind.WALK, unit, count());
    }

    private long count() {
        return (blocks.count() - 1) / unit + 1;
    }

    /** As {@link #run(int, Monitor, Checkpoint)}, from the first unit on. */
    public List<Landscape> run(int threads, Monitor monitor) {
        return run(threads, monitor, Checkpoint.NONE);
    }

    /**
     * Runs the scan. When the monitor cancels it or this thread is interrupted, the n-plets scored until then are merged and
     * returned; compare {@link Landscape#total} with C(N,k).
     *
     * @param threads number of worker threads, at least 1
     * @param checkpoint where it goes on, and leaves the units that are merged
     * @return a landscape for each of the settings
     */
    public List<Landscape> run(int threads, Monitor monitor, Checkpoint checkpoint) {
        Watch watch = watch(monitor);
        Pieces done = Pieces.NONE;
        Checkpoint.Kept kept = checkpoint.kept();
        if (kept != null) {
            Arrays.setAll(merged, i -> kept.found().get(i).landscape());
            done = kept.pieces();
            for (Landscape each : merged) {
                watch.advanced(each.settings().order(), each.total());
            }
        }
        OrderedFold.run(new Units(watch, done, done.missing(count()), checkpoint), threads, watch);
        return List.of(merged);
    }

    /** Scans some units alone; the monitor is told of the totals of all. */
    public List<Landscape> run(Pieces units, int threads, Monitor monitor) {
        Watch watch = watch(monitor);
        OrderedFold.run(new Units(watch, Pieces.NONE, units, Checkpoint.NONE), threads, watch);
        return List.of(merged);
    }

    private Watch watch(Monitor monitor) {
        Watch watch = new Watch(monitor);
        settings.forEach(
                each -> watch.expect(each.order(), new Combinations(matrix.variables(), each.order()).total()));
        return watch;
    }

    /** What a unit finds, and whether it was gone through to its end. */
    private static final class Found {
        private final Landscape[] landscapes;
        private boolean whole;

        Found(Landscape[] landscapes) {
            this.landscapes = landscapes;
        }
    }

    /** Some units of work. */
    private final class Units implements OrderedFold.Work<Found> {
        private final Watch watch;
        private final Pieces done;
        private final Pieces todo;
        private final Checkpoint checkpoint;
        private final BestOfScan[] best;

        Units(Watch watch, Pieces done, Pieces todo, Checkpoint checkpoint) {
            this.watch = watch;
            this.done = done;
            this.todo = todo;
            this.checkpoint = checkpoint;
            Scorer scores = Scorer.gaussian(backend, matrix);
            best = settings.stream()
                    .map(each -> new BestOfScan(scores, each.order(), Measure.O, watch))
                    .toArray(BestOfScan[]::new);
        }

        @Override
        public long count() {
            return todo.count();
        }

        @Override
        public boolean whole(long unit, Found part) {
            return part.whole;
        }

        @Override
        public void reached(long units, boolean last) {
            checkpoint.reached(
                    done.with(todo.first(units)),
                    Arrays.stream(merged).map(RankedLandscape::byOmega).toList(),
                    last);
        }

        @Override
        public Found part() {
            return new Found(
                    Arrays.stream(merged).map(Landscape::emptyForNextRange).toArray(Landscape[]::new));
        }

        @Override
        public void merge(Found part) {
            for (int i = 0; i < merged.length; i++) {
                merged[i].merge(part.landscapes[i]);
                best[i].tell(merged[i].mostSynergistic(), merged[i].mostRedundant());
            }
        }

        @Override
        public OrderedFold.Worker<Found> worker(WorkerResources resources) {
            LatticeKernel kernel = resources.add(backend.lattice(matrix, settings), LatticeKernel::close);
            int[] members = new int[blocks.head()];
            return (number, into) -> {
                long block = todo.at(number) * unit;
                long end = Math.min(blocks.count(), block + unit);
                for (; block < end && watch.goOn(); block++) {
                    kernel.scan(block, block + 1, into.landscapes);
                    report(blocks.members(block, members));
                }
                into.whole = block == end;
            };
        }

        /** Tells the monitor of a block with this many members in its head. */
        private void report(int members) {
            for (ScanSettings each : settings) {
                int rest = each.order() - members;
                if (rest >= 0 && rest < free.length) {
                    watch.advanced(each.order(), free[rest].total());
                }
            }
        }
    }
}
