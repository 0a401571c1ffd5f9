package org.oinfo.cuda;

import org.oinfo.cuda.driver.CudaStream;
import org.oinfo.kernels.BackendFailedException;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/**
 * A scan on a device. The device counts, sums and points out candidates; the host scores those canonically, so rankings have the
 * bits of every other backend.
 *
 * <p>A range of ranks is cut into units that the device can begin and end at, and into launches of many units that grow while
 * the thresholds settle. Sums are integers, so the cuts leave no trace.
 */
abstract class DeviceScan implements ScanKernel {
    /** Units of the first launch of a range when nothing is known of its extremes, and how fast launches grow. */
    private static final long FIRST_UNITS = 8;

    private static final long GROWTH = 8;

    final CudaStream stream;
    final ScanMemory memory;
    final ScanCandidates candidates;
    private final ScanSettings settings;

    DeviceScan(DeviceKernels device, CorrelationMatrix r, ScanSettings settings, ScanCandidates.Decoder decoder) {
        this.settings = settings;
        candidates = new ScanCandidates(r, settings, decoder);
        stream = device.context().stream();
        memory = new ScanMemory(device.context(), r.variables(), settings.level());
    }

    /** Launches units [from, to) with the thresholds of this moment. */
    abstract void launch(long from, long to);

    /** Changes to a screen that lets fewer candidates through, if there is one. */
    boolean screenSharper() {
        return false;
    }

    /** Scans ranks [from, to), which are units [first, end). */
    final void scanUnits(long from, long to, long first, long end, Landscape into) {
        candidates.begin(into, from, to);
        long unit = first;
        long size = candidates.settled() ? end - first : FIRST_UNITS;
        while (unit < end) {
            size = Math.min(size, end - unit);
            memory.clear(stream);
            launch(unit, unit + size);
            int found = memory.fetch(stream);
            if (found > ScanMemory.CAPACITY) {
                // Too many candidates: what this launch counted is dropped. One unit cannot have too many.
                size = screenSharper() ? size : size / 2;
                continue;
            }
            memory.add();
            candidates.record(memory.candidates(stream, found), found);
            unit += size;
            size *= GROWTH;
        }
        finish(to - from - candidates.recorded(), into);
    }

    private void finish(long scored, Landscape into) {
        if (!settings.level().counts()) {
            into.addUncounted(scored);
            return;
        }
        if (memory.scored() != scored) {
            throw new BackendFailedException("the device must score every n-plet once, it is faulty or its kernels are:"
                    + " scored=" + memory.scored() + ", n-plets=" + scored + ", order=" + settings.order());
        }
        memory.moveTo(into);
    }

    @Override
    public void close() {
        memory.close();
        stream.close();
    }
}
