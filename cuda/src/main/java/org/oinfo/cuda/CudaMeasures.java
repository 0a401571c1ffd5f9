package org.oinfo.cuda;

import java.lang.ref.Reference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.oinfo.cuda.driver.CudaException;
import org.oinfo.cuda.driver.DeviceMemory;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;

/**
 * Batches of given n-plets on a device. Two batches are in the air at a time: while the device works on one, the host packs and
 * unpacks the other.
 *
 * <p>The device writes NaN for an n-plet near singularity ({@link Canonical#GUARD}); such n-plets, and those of orders that no
 * kernel exists for, are scored by the canonical routine on the host. When the device's memory runs out, batches are halved
 * until they fit.
 */
final class CudaMeasures implements MeasuresKernel {
    /** Bytes of indices or of results in a batch, at most: enough that copies run at full speed. */
    private static final int LARGEST_BATCH = 4 << 20;

    private final DeviceKernels device;
    private final Canonical canonical;
    /** How each order seen so far is launched; nothing for one that the host has to score. */
    private final Map<Integer, Optional<MeasuresLaunch>> launches = new HashMap<>();

    private final MeasuresBatch[] batches;
    /** Bytes that a batch may take; smaller once the device's memory has run out. */
    private int bytes = LARGEST_BATCH;

    CudaMeasures(DeviceKernels device, CorrelationMatrix r) {
        this.device = device;
        this.canonical = new Canonical(r);
        DeviceMemory matrix = device.matrix(r);
        this.batches = new MeasuresBatch[] {
            new MeasuresBatch(device, matrix, r.variables()), new MeasuresBatch(device, matrix, r.variables())
        };
    }

    @Override
    public void measures(int[] nplets, int count, int order, double[] out) {
        Optional<MeasuresLaunch> launch = launches.computeIfAbsent(order, this::launch);
        if (launch.isEmpty()) {
            for (int i = 0; i < count; i++) {
                score(nplets, i, order, out);
            }
            return;
        }
        try {
            onDevice(launch.get(), nplets, count, order, out);
        } finally {
            for (MeasuresBatch batch : batches) {
                batch.abandon();
            }
            // Nobody may hold this object any more, yet its memory is in use until here.
            Reference.reachabilityFence(this);
        }
        for (int i = 0; i < count; i++) {
            if (Double.isNaN(out[i * VALUES])) {
                score(nplets, i, order, out);
            }
        }
    }

    @Override
    public void close() {
        for (MeasuresBatch batch : batches) {
            batch.close();
        }
    }

    private void onDevice(MeasuresLaunch launch, int[] nplets, int count, int order, double[] out) {
        int turn = 0;
        for (int from = 0; from < count; turn ^= 1) {
            MeasuresBatch batch = batches[turn];
            batch.finish(out);
            int size = prepare(batch, count - from, order);
            batch.start(launch, nplets, from, size, order);
            from += size;
        }
        batches[turn].finish(out);
        batches[turn ^ 1].finish(out);
    }

    /** Gives a batch memory for as many of the n-plets as fit, and returns their number. */
    private int prepare(MeasuresBatch batch, int count, int order) {
        while (true) {
            int perNplet = Math.max(order * Integer.BYTES, VALUES * Double.BYTES);
            int size = Math.clamp(bytes / perNplet, 1, count);
            try {
                batch.reserve(size, order);
                return size;
            } catch (CudaException e) {
                if (!e.outOfMemory() || size == 1) {
                    throw e;
                }
                bytes = size * perNplet / 2;
            }
        }
    }

    private void score(int[] nplets, int i, int order, double[] out) {
        canonical.score(nplets, i * order, order);
        canonical.write(out, i * VALUES);
    }

    private Optional<MeasuresLaunch> launch(int order) {
        return MeasuresLaunch.of(order, device.device().sharedMemory());
    }
}
