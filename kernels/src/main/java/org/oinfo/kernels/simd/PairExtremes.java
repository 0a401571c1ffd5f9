package org.oinfo.kernels.simd;

import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.ScanSettings;

/** Level extremes: rankings only. */
final class PairExtremes extends PairRecorder {
    PairExtremes(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers, Combinations combinations) {
        super(r, settings, buffers, combinations);
    }

    @Override
    void run(int j, int l, int first, int end, int from, int steps) {
        int row = buffers.row(j);
        int tile = buffers.tile(j, l);
        if (end - first == 2 * L) {
            take(runs.extremes(buffers, row, steps, tile), j, l, 0, 2 * L, from, steps);
            return;
        }
        for (int half = 0; half < 2; half++) {
            int a = Math.max(first, half * L);
            int b = Math.min(end, half * L + L);
            if (a < b) {
                int lanes = Lanes.valid(a - half * L, b - half * L);
                take(runs.extremesOne(buffers, row, steps, tile + half * L, half, lanes), j, l, a, b, from, steps);
            }
        }
    }

    private void take(int flags, int j, int l, int first, int end, int from, int steps) {
        boolean unsound = (flags & PairStationary.UNSOUND) != 0;
        if (!unsound) {
            count((long) (end - first) * steps, 0, 0);
        }
        if (flags != 0) {
            resolve(unsound, j, l, first, end, from, steps);
        }
    }

    @Override
    void setThresholds(double high, double low) {
        // Both sides of a comparison are negative when the number of sets is odd, h already has that sign.
        double sign = buffers.sets % 2 == 0 ? -1 : 1;
        buffers.thresholds[0] = sign / high;
        buffers.thresholds[1] = sign / low;
    }

    @Override
    void add(double o) {
        count(1, 0, 0);
    }
}
