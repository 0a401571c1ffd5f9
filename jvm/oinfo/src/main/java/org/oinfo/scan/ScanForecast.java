package org.oinfo.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.LatticeBlocks;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.WorkerResources;

/**
 * Duration and memory of a scan, from a short measured burst of the kernel.
 *
 * @param order k
 * @param nplets C(N,k)
 * @param blocks number of blocks; no more threads than that have work
 * @param rate n-plets per second of all threads together, assuming that they do not slow each other down
 * @param bytes memory for the landscapes of the threads and what they share, estimated
 */
public record ScanForecast(int order, long nplets, long blocks, double rate, long bytes) {
    /** A burst ends at the latest after this. */
    private static final long BURST_NANOS = 3_000_000_000L;
    /** Until then vector code is interpreted, a thousand times slower, and that looks steady too. */
    private static final long LEAST_NANOS = 1_000_000_000;
    /** A burst ends when its best rate has been the same for this long. */
    private static final long STEADY_NANOS = 300_000_000;

    private static final long SLICE_NANOS = 5_000_000;
    /** Estimators differ by a factor of millions in what an n-plet takes: slices double from one. */
    private static final long FIRST_SLICE = 1;

    private static final double NOTICEABLE = 1.05;
    /** Two rankings of a key and a rank each, in twice the room while they are merged. */
    private static final long BYTES_PER_EXTREME = 2 * 2 * Long.BYTES * 2;

    /** Measures the kernel, for three seconds at most. */
    public static ScanForecast measure(Scorer scores, ScanSettings settings, int threads) {
        BlockGrid grid = BlockGrid.of(scores.variables(), settings.order(), scores.leastScan(settings));
        long workers = Math.min(scores.scanWorkers(settings, threads), grid.count());
        long bytes = bytes(scores, workers, settings, grid.total(), grid.plan().size());
        Landscape none = Landscape.empty(scores.variables(), settings);
        try (ScanKernel kernel = scores.scan(settings)) {
            GridBlocks.Slices slices = (from, to) -> kernel.scan(from, to, none.emptyForNextRange());
            double rate = workers * steadyRate(new OrderBurst(slices, grid));
            return new ScanForecast(settings.order(), grid.total(), grid.count(), rate, bytes);
        }
    }

    /** Measures a scan that ranks by a measure, for three seconds at most. */
    public static ScanForecast measure(Scorer scores, ScanSettings settings, RankBy measure, int threads) {
        int n = scores.variables();
        BlockGrid grid = BlockGrid.of(n, settings.order(), scores.leastScan(settings));
        long workers = Math.min(scores.scanWorkers(settings, threads), grid.count());
        RankedLandscape none = RankedLandscape.empty(n, settings, measure);
        try (WorkerResources resources = new WorkerResources()) {
            MeasureRanker ranker = new MeasureRanker(scores, settings, measure, resources);
            GridBlocks.Slices slices = (from, to) -> ranker.scan(from, to, none.emptyForNextRange(settings.top()));
            double rate = workers * steadyRate(new OrderBurst(slices, grid));
            long bytes =
                    bytes(scores, workers, settings, grid.total(), grid.plan().size());
            return new ScanForecast(settings.order(), grid.total(), grid.count(), rate, bytes);
        }
    }

    /** Measures one walk over several orders, for three seconds at most. */
    public static List<ScanForecast> measure(
            Backend backend, CorrelationMatrix matrix, List<ScanSettings> settings, int threads) {
        int n = matrix.variables();
        Scorer scores = Scorer.gaussian(backend, matrix);
        long units = LatticeScan.units(n);
        long workers = Math.min(threads, units);
        double subsets;
        try (LatticeKernel kernel = backend.lattice(matrix, settings)) {
            subsets = workers * steadyRate(new LatticeBurst(kernel, n, settings));
        }
        long[] totals = settings.stream()
                .mapToLong(each -> new Combinations(n, each.order()).total())
                .toArray();
        double wanted = LongStream.of(totals).asDoubleStream().sum();
        double rate = subsets * wanted / Math.scalb(1.0, n);
        List<ScanForecast> forecasts = new ArrayList<>();
        for (int i = 0; i < totals.length; i++) {
            long bytes = bytes(scores, workers, settings.get(i), totals[i], totals[i]);
            forecasts.add(new ScanForecast(settings.get(i).order(), totals[i], units, rate, bytes));
        }
        return forecasts;
    }

    /**
     * Memory that such a scan takes beside the data, about.
     *
     * @param nplets of the order
     * @param piece the most n-plets that one piece of the scan has, about
     */
    public static long bytes(Scorer scores, long workers, ScanSettings settings, long nplets, long piece) {
        long kept = Math.min(settings.top(), nplets);
        long parts = Math.min(workers * Math.min(settings.top(), piece), nplets);
        long landscape = 64L * scores.variables() + (64 << 10);
        return (kept + parts) * BYTES_PER_EXTREME + (workers + 1) * landscape + scores.bytes(settings);
    }

    /** Seconds that the scan would take. */
    public double seconds() {
        return nplets / rate;
    }

    /** Some work that can be done slice by slice. */
    private interface Burst {
        /** Does about this many n-plets more; returns how many. */
        long slice(long nplets);

        /** No slice is larger. */
        long total();
    }

    /** n-plets per second of one thread: the best slice, once compiled code has had the time to take over. */
    private static double steadyRate(Burst burst) {
        long begun = System.nanoTime();
        long improved = begun;
        long slice = FIRST_SLICE;
        double best = 0;
        long now = begun;
        while (now - begun < LEAST_NANOS || (now - improved < STEADY_NANOS && now - begun < BURST_NANOS)) {
            long done = burst.slice(slice);
            long nanos = Math.max(1, System.nanoTime() - now);
            now += nanos;
            double rate = done * 1e9 / nanos;
            if (rate > best * NOTICEABLE) {
                improved = now;
            }
            best = Math.max(best, rate);
            if (nanos < SLICE_NANOS && slice < burst.total()) {
                slice *= 2;
            }
        }
        return best;
    }

    /** Ranks of one order, from the first on and round again. */
    private static final class OrderBurst implements Burst {
        private final GridBlocks.Slices slices;
        private final BlockGrid grid;
        private long from;

        OrderBurst(GridBlocks.Slices slices, BlockGrid grid) {
            this.slices = slices;
            this.grid = grid;
        }

        @Override
        public long slice(long nplets) {
            long to = grid.boundaryAtOrAfter(from + nplets);
            slices.take(from, to);
            long done = to - from;
            from = to < grid.total() ? to : 0;
            return done;
        }

        @Override
        public long total() {
            return grid.total();
        }
    }

    /** Subsets of all orders: blocks spread over the whole lattice, because those with a larger head cost more. */
    private static final class LatticeBurst implements Burst {
        /** Odd, so that its multiples visit every block. */
        private static final long STRIDE = 0x9E3779B97F4A7C15L;

        private final LatticeKernel kernel;
        private final LatticeBlocks blocks;
        private final Landscape[] into;
        private long next;

        LatticeBurst(LatticeKernel kernel, int variables, List<ScanSettings> settings) {
            this.kernel = kernel;
            blocks = new LatticeBlocks(variables);
            into = settings.stream()
                    .map(each -> Landscape.empty(variables, each))
                    .toArray(Landscape[]::new);
        }

        @Override
        public long slice(long nplets) {
            long count = Math.max(1, nplets / blocks.subsets());
            for (long i = 0; i < count; i++) {
                long block = next++ * STRIDE & (blocks.count() - 1);
                kernel.scan(block, block + 1, into);
            }
            return count * blocks.subsets();
        }

        @Override
        public long total() {
            return blocks.count() * blocks.subsets();
        }
    }
}
