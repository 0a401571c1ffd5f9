package org.oinfo.kernels.simd.pairs;

import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.lanes.Lanes;

/** Level extremes: rankings only. */
final class PairExtremes extends PairRecorder implements PairHalves {
    PairExtremes(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers) {
        super(r, settings, buffers);
    }

    @Override
    void run(int j, int l, int first, int end, int from, int steps) {
        split(L, j, l, first, end, from, steps);
    }

    @Override
    public int both(int j, int l, int steps) {
        return runs.extremes(buffers, buffers.row(j), steps, buffers.tile(j, l));
    }

    @Override
    public int one(int j, int l, int steps, int half, int first, int end) {
        return runs.extremesOne(buffers, buffers.row(j), steps, buffers.tile(j, l), half, Lanes.valid(first, end));
    }

    @Override
    public void take(int flags, int j, int l, int first, int end, int from, int steps) {
        boolean unsound = (flags & PairStationary.UNSOUND) != 0;
        if (!unsound) {
            count((long) (end - first) * steps, 0, 0);
        }
        if (flags != 0) {
            resolve(unsound, j, l, first, end, from, steps);
        }
    }

    @Override
    protected void setThresholds(double high, double low) {
        buffers.thresholds[0] = buffers.sign / high;
        buffers.thresholds[1] = buffers.sign / low;
    }

    @Override
    protected void add(double o) {
        count(1, 0, 0);
    }
}
