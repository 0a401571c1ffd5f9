package org.oinfo.search;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/**
 * What a scan would take, from a short measured burst of the kernel.
 *
 * @param order k
 * @param nplets C(N,k)
 * @param blocks number of blocks; no more threads than that have work
 * @param rate n-plets per second of all threads together, assuming that they do not slow each other down
 * @param bytes memory for the landscapes of the threads and the matrix, estimated
 */
public record ScanForecast(int order, long nplets, long blocks, double rate, long bytes) {
    /** A burst ends at the latest after this. */
    private static final long BURST_NANOS = 3_000_000_000L;
    /** A burst ends when its best rate has been the same for this long. */
    private static final long STEADY_NANOS = 300_000_000;

    private static final long SLICE_NANOS = 5_000_000;
    private static final long FIRST_SLICE = 1 << 10;
    private static final double NOTICEABLE = 1.05;
    /** Two rankings of a key and a rank each, in twice the room while they are merged. */
    private static final long BYTES_PER_EXTREME = 2 * 2 * Long.BYTES * 2;

    /** Measures the backend, for three seconds at most. */
    public static ScanForecast measure(Backend backend, CorrelationMatrix matrix, ScanSettings settings, int threads) {
        BlockGrid grid = BlockGrid.of(matrix.variables(), settings.order());
        long workers = Math.min(threads, grid.count());
        long extremes = Math.min(settings.top(), grid.total());
        long landscape = extremes * BYTES_PER_EXTREME + 64L * matrix.variables() + (64 << 10);
        long bytes = (workers + 1) * landscape + 8L * matrix.variables() * matrix.variables();
        return new ScanForecast(
                settings.order(), grid.total(), grid.count(), workers * burst(backend, matrix, settings, grid), bytes);
    }

    /** Seconds that the scan would take. */
    public double seconds() {
        return nplets / rate;
    }

    /** n-plets per second of one thread: the best slice, once compiled code has had the time to take over. */
    private static double burst(Backend backend, CorrelationMatrix matrix, ScanSettings settings, BlockGrid grid) {
        ScanKernel kernel = backend.scan(matrix, settings);
        Landscape into = Landscape.empty(matrix.variables(), settings);
        long begun = System.nanoTime();
        long improved = begun;
        long slice = FIRST_SLICE;
        double best = 0;
        long from = 0;
        long now = begun;
        while (now - improved < STEADY_NANOS && now - begun < BURST_NANOS) {
            long to = grid.boundaryAtOrAfter(from + slice);
            kernel.scan(from, to, into.emptyForNextRange());
            long nanos = Math.max(1, System.nanoTime() - now);
            now += nanos;
            double rate = (to - from) * 1e9 / nanos;
            if (rate > best * NOTICEABLE) {
                improved = now;
            }
            best = Math.max(best, rate);
            if (nanos < SLICE_NANOS && slice < grid.total()) {
                slice *= 2;
            }
            from = to < grid.total() ? to : 0;
        }
        return best;
    }
}
