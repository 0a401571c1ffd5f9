package org.oinfo.cuda;

import org.jspecify.annotations.Nullable;
import org.oinfo.cuda.driver.CudaDevice;
import org.oinfo.cuda.driver.CudaFunction;
import org.oinfo.cuda.driver.DeviceMemory;
import org.oinfo.cuda.driver.KernelArguments;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/**
 * Scans orders 3 to 8 pair-stationary on a CUDA device ({@code scan_pairs.cuh}). Its units are the items of {@link ScanItems}.
 * A range that begins or ends inside the n-plets of one {Q, q} is finished by a kernel of the host.
 */
final class CudaPairScan extends DeviceScan {
    static final int SMALLEST_ORDER = 3;
    static final int LARGEST_ORDER = 8;

    private static final int BLOCKS_PER_MULTIPROCESSOR = 2;

    private final int n;
    private final int members;
    private final ScanKernel host;
    private final Combinations combinations;
    private final ScanItems items;
    private final int[] nplet;

    private final DeviceMemory before;
    private final ScanParameters parameters;
    private final KernelArguments arguments;
    private final CudaFunction kernel;
    /** The screen in single precision, until it lets too much through. */
    private @Nullable CudaFunction single;

    private final int sharedBytes;
    private final int blocks;

    /**
     * A scan on one device.
     *
     * @param host scans ragged ends; of the same matrix and settings
     */
    CudaPairScan(DeviceKernels device, CorrelationMatrix r, ScanSettings settings, ScanKernel host) {
        this(device, r, settings, host, new ScanItems(r.variables(), settings.order()));
    }

    private CudaPairScan(
            DeviceKernels device, CorrelationMatrix r, ScanSettings settings, ScanKernel host, ScanItems items) {
        super(device, r, settings, items);
        n = r.variables();
        members = settings.order() - 3;
        this.host = host;
        this.items = items;
        combinations = new Combinations(n, settings.order());
        nplet = new int[settings.order()];
        before = device.context().allocate((long) items.before().length * Long.BYTES);
        before.write(items.before());
        parameters = new ScanParameters(n, settings, device.matrix(r), before, memory);
        arguments = new KernelArguments().add(parameters.struct());
        kernel = device.function(ScanVariant.name(settings));
        single = ScanVariant.single(settings, device.device())
                ? device.function(ScanVariant.name(settings) + ScanVariant.SINGLE)
                : null;
        sharedBytes = ScanVariant.sharedBytes(settings);
        blocks = BLOCKS_PER_MULTIPROCESSOR * device.device().multiprocessors();
    }

    @Override
    public void scan(long from, long to, Landscape into) {
        long rank = raggedEnd(from, to, into);
        long whole = lastWhole(rank, to);
        if (rank < whole) {
            scanWhole(rank, whole, into);
        }
        if (whole < to) {
            host.scan(Math.max(rank, whole), to, into);
        }
    }

    /** Whether the device can run it: a block's share of memory is larger on newer devices. */
    static boolean suits(CudaDevice device, ScanSettings settings) {
        return settings.order() >= SMALLEST_ORDER
                && settings.order() <= LARGEST_ORDER
                && ScanVariant.sharedBytes(settings) <= device.sharedMemory();
    }

    /** Scans the n-plets up to the first that begins a {Q, q}; returns the rank of that. */
    private long raggedEnd(long from, long to, Landscape into) {
        if (from >= to) {
            return to;
        }
        long next = Math.min(to, boundaryAtOrAfter(from));
        host.scan(from, next, into);
        return next;
    }

    private long boundaryAtOrAfter(long rank) {
        combinations.unrank(rank, nplet);
        long first = combinations.firstRank(nplet, members + 1);
        return first == rank ? rank : first + combinations.choose(n - 1 - nplet[members], 2);
    }

    /** The last rank up to {@code to} that begins a {Q, q}; at least {@code from}, which does. */
    private long lastWhole(long from, long to) {
        if (to == combinations.total() || from >= to) {
            return to;
        }
        combinations.unrank(to, nplet);
        return Math.max(from, combinations.firstRank(nplet, members + 1));
    }

    private void scanWhole(long from, long to, Landscape into) {
        combinations.unrank(from, nplet);
        long item = items.first(nplet);
        long firstPrefixEnd = items.end(nplet);
        int fromQ = nplet[members];
        long end = items.total();
        long lastPrefixStart = end;
        int toQ = n;
        if (to < combinations.total()) {
            combinations.unrank(to, nplet);
            lastPrefixStart = items.first(nplet);
            end = items.end(nplet);
            toQ = nplet[members];
        }
        parameters.setEnds(firstPrefixEnd, fromQ, lastPrefixStart, toQ);
        scanUnits(from, to, item, end, into);
    }

    @Override
    void launch(long from, long to) {
        parameters.setItems(from, to);
        parameters.setThresholds(candidates.highest(), candidates.lowest());
        arguments.set(0, parameters.struct());
        (single == null ? kernel : single)
                .launch(stream, (int) Math.min(blocks, to - from), ScanItems.THREADS, sharedBytes, arguments);
    }

    @Override
    boolean screenSharper() {
        boolean sharper = single != null;
        single = null;
        return sharper;
    }

    @Override
    public void close() {
        host.close();
        before.close();
        super.close();
    }
}
