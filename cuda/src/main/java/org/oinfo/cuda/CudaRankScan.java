package org.oinfo.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.oinfo.cuda.driver.CudaDevice;
import org.oinfo.cuda.driver.CudaFunction;
import org.oinfo.cuda.driver.DeviceMemory;
import org.oinfo.cuda.driver.KernelArguments;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;

/**
 * Scans orders 9 to 64 on a CUDA device, a thread (to order 12) or a warp for a run of ranks ({@code scan_ranks.cu}). Its units
 * are the ranks of a block.
 */
final class CudaRankScan extends DeviceScan {
    private static final int SMALLEST_ORDER = 9;
    private static final int LARGEST_OF_A_THREAD = 12;
    private static final int LARGEST_ORDER = 64;

    private static final int BYTES = 136;
    private static final int FROM = 16;
    private static final int HIGHEST = 32;
    private static final int RESULT = 56;
    private static final int RUN = 112;
    private static final int VARIABLES = 120;

    /** Ranks of a thread or warp: several prefixes of k-1 members. */
    private static final int RANKS = 256;

    private static final int WARP = 32;
    private static final int THREADS = 128;
    private static final int HISTOGRAM = (OmegaHistogram.size() * Integer.BYTES + 7) / 8 * 8;
    /** Sums per variable are kept in shared memory while they leave room for a second block. */
    private static final int MOST_SHARED = 48 << 10;

    private final Combinations combinations;
    private final DeviceMemory binomials;
    private final ByteBuffer struct = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.nativeOrder());
    private final KernelArguments arguments;
    private final CudaFunction kernel;
    private final double bias;
    private final int threads;
    private final int sharedBytes;
    private final long ranksPerBlock;

    private long begin;
    private long end;

    CudaRankScan(DeviceKernels device, CorrelationMatrix r, ScanSettings settings) {
        super(device, r, settings, new Ranks(new Combinations(r.variables(), settings.order())));
        int n = r.variables();
        int order = settings.order();
        combinations = new Combinations(n, order);
        bias = settings.bias();
        boolean shared = settings.level() == Level.FULL && recorderBytes(settings, n, true) <= MOST_SHARED;
        int recorder = recorderBytes(settings, n, shared);
        boolean byThread = order <= LARGEST_OF_A_THREAD;
        int warps = byThread ? THREADS / WARP : warps(device.device(), settings, recorder);
        threads = warps * WARP;
        sharedBytes = recorder + (byThread ? 0 : warps * warpBytes(order));
        ranksPerBlock = (byThread ? threads : warps) * (long) RANKS;
        binomials = device.context().allocate((long) (n + 1) * (order + 1) * Long.BYTES);
        binomials.write(binomials(n, order));
        struct.putLong(0, device.matrix(r).address());
        struct.putLong(8, binomials.address());
        struct.putDouble(48, bias);
        memory.putResult(struct, RESULT);
        struct.putLong(RUN, RANKS);
        struct.putInt(VARIABLES, n);
        struct.putInt(VARIABLES + 4, order);
        struct.putInt(VARIABLES + 8, shared ? 1 : 0);
        arguments = new KernelArguments().add(struct);
        kernel = device.function("scan_ranks_" + (byThread ? "thread_" : "warp_") + ScanVariant.level(settings));
    }

    /**
     * Whether the device can run it. Determinants it does not sum: it takes them from explicit inverses, whose rounding grows with the
     * conditions of R_S, and {@link org.oinfo.kernels.DeterminantError} is of eliminations.
     */
    static boolean suits(CudaDevice device, ScanSettings settings) {
        return !settings.determinants()
                && settings.order() >= SMALLEST_ORDER
                && settings.order() <= LARGEST_ORDER
                && warps(device, settings, recorderBytes(settings, 0, false)) > 0;
    }

    /** Warps of a block that fit beside what records. */
    private static int warps(CudaDevice device, ScanSettings settings, int recorder) {
        return Math.min(THREADS / WARP, (device.sharedMemory() - recorder) / warpBytes(settings.order()));
    }

    /** Rows of L^-1 and one vector. */
    private static int warpBytes(int order) {
        return (order * (order - 1) / 2 + order) * Double.BYTES;
    }

    private static int recorderBytes(ScanSettings settings, int n, boolean shared) {
        return settings.level() == Level.FULL ? HISTOGRAM + (shared ? 3 * Long.BYTES * n : 0) : 0;
    }

    private long[] binomials(int n, int order) {
        long[] table = new long[(n + 1) * (order + 1)];
        for (int m = 0; m <= n; m++) {
            for (int j = 0; j <= order; j++) {
                table[m * (order + 1) + j] = combinations.choose(m, j);
            }
        }
        return table;
    }

    @Override
    public void scan(long from, long to, Landscape into) {
        if (from < to) {
            begin = from;
            end = to;
            scanUnits(from, to, 0, (to - from - 1) / ranksPerBlock + 1, into);
        }
    }

    @Override
    void launch(long from, long to) {
        struct.putLong(FROM, begin + from * ranksPerBlock);
        struct.putLong(FROM + 8, Math.min(end, begin + to * ranksPerBlock));
        double margin = candidates.margin();
        struct.putDouble(HIGHEST, candidates.highest() + bias - margin);
        struct.putDouble(HIGHEST + 8, candidates.lowest() + bias + margin);
        arguments.set(0, struct);
        kernel.launch(stream, Math.toIntExact(to - from), threads, sharedBytes, arguments);
    }

    @Override
    public void close() {
        binomials.close();
        super.close();
    }

    /** A candidate of this scan is a rank. */
    private record Ranks(Combinations combinations) implements ScanCandidates.Decoder {
        @Override
        public void nplet(long item, int q, int thread, int bit, int[] nplet) {
            combinations.unrank(item, nplet);
        }
    }
}
