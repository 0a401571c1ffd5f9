package org.oinfo.cuda;

import org.oinfo.cuda.driver.CudaContext;
import org.oinfo.cuda.driver.CudaDevice;
import org.oinfo.cuda.driver.CudaFunction;
import org.oinfo.cuda.driver.CudaStream;
import org.oinfo.cuda.driver.DeviceMemory;
import org.oinfo.cuda.driver.KernelArguments;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/**
 * Scans orders 3 to 8 pair-stationary on a CUDA device ({@code scan_pairs.cuh}). The device counts, sums and points out
 * candidates; the host scores those canonically, so rankings have the bits of every other backend.
 *
 * <p>A range is cut into launches that grow while the thresholds settle; sums are integers, so the cuts leave no trace. What
 * begins or ends inside the n-plets of one {Q, q} runs on a kernel of the host.
 */
final class CudaScan implements ScanKernel {
    static final int SMALLEST_ORDER = 3;
    static final int LARGEST_ORDER = 8;

    /** Items of the first launch of a range when nothing is known of its extremes, and how fast launches grow. */
    private static final long FIRST_ITEMS = 8;

    private static final long GROWTH = 8;
    private static final int BLOCKS_PER_MULTIPROCESSOR = 2;

    private final int n;
    private final int members;
    private final ScanSettings settings;
    private final ScanKernel host;
    private final Combinations combinations;
    private final ScanItems items;
    private final ScanCandidates candidates;
    private final int[] nplet;

    private final CudaStream stream;
    private final DeviceMemory before;
    private final ScanMemory memory;
    private final ScanParameters parameters;
    private final KernelArguments arguments;
    private final CudaFunction kernel;
    private final int sharedBytes;
    private final int blocks;

    /**
     * A scan on one device.
     *
     * @param host scans ragged ends; of the same matrix and settings
     */
    CudaScan(DeviceKernels device, CorrelationMatrix r, ScanSettings settings, ScanKernel host) {
        n = r.variables();
        members = settings.order() - 3;
        this.settings = settings;
        this.host = host;
        combinations = new Combinations(n, settings.order());
        items = new ScanItems(n, settings.order());
        candidates = new ScanCandidates(r, settings, combinations, items);
        nplet = new int[settings.order()];
        CudaContext context = device.context();
        stream = context.stream();
        before = context.allocate((long) items.before().length * Long.BYTES);
        before.write(items.before());
        memory = new ScanMemory(context, n, settings.level());
        parameters = new ScanParameters(n, settings, device.matrix(r), before, memory);
        arguments = new KernelArguments().add(parameters.struct());
        kernel = device.function(ScanVariant.name(settings));
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
        candidates.begin(into, from, to);
        scanItems(item, end);
        long scored = to - from - candidates.recorded();
        if (!settings.level().counts()) {
            into.addUncounted(scored);
            return;
        }
        if (memory.scored() != scored) {
            throw new IllegalStateException("the device must score every n-plet once: scored=" + memory.scored()
                    + ", n-plets=" + scored + ", kernel=" + kernel.name());
        }
        memory.moveTo(into);
    }

    private void scanItems(long from, long end) {
        long item = from;
        long size = candidates.settled() ? end - from : FIRST_ITEMS;
        while (item < end) {
            size = Math.min(size, end - item);
            int found = launch(item, item + size);
            if (found > ScanMemory.CAPACITY) {
                // Too many candidates: what this launch counted is dropped. One item cannot have too many.
                size /= 2;
                continue;
            }
            memory.add();
            candidates.record(memory.candidates(stream, found), found);
            item += size;
            size *= GROWTH;
        }
    }

    private int launch(long from, long to) {
        parameters.setItems(from, to);
        parameters.setThresholds(candidates.highest(), candidates.lowest());
        arguments.set(0, parameters.struct());
        memory.clear(stream);
        kernel.launch(stream, (int) Math.min(blocks, to - from), ScanItems.THREADS, sharedBytes, arguments);
        return memory.fetch(stream);
    }

    @Override
    public void close() {
        memory.close();
        before.close();
        stream.close();
    }
}
