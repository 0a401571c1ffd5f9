package org.oinfo.kernels.simd;

import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;

/** Level plain: rankings, counts and the mean. */
final class PairPlain extends PairRecorder {
    private final RunningProducts products;

    PairPlain(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers, Combinations combinations) {
        super(r, settings, buffers, combinations);
        products = new RunningProducts(buffers.products);
        setEdges(buffers);
    }

    /** Thresholds of redundancy and synergy. */
    static void setEdges(PairBuffers buffers) {
        buffers.thresholds[2] = sign(buffers) * StrictMath.exp(-2 * OmegaHistogram.BALANCED);
        buffers.thresholds[3] = sign(buffers) * StrictMath.exp(2 * OmegaHistogram.BALANCED);
    }

    static void setThresholds(PairBuffers buffers, double high, double low) {
        buffers.thresholds[0] = sign(buffers) * high;
        buffers.thresholds[1] = sign(buffers) * low;
    }

    /** d_0^(k-2) is negative when the number of sets is odd. */
    private static double sign(PairBuffers buffers) {
        return buffers.sets % 2 == 0 ? -1 : 1;
    }

    @Override
    void begin(Landscape landscape) {
        super.begin(landscape);
        products.clear();
    }

    @Override
    void end(Landscape landscape) {
        sum.add(0, 0.5 * buffers.sets * products.log(0));
        sum.add(0, -0.5 * products.log(1));
        super.end(landscape);
    }

    @Override
    void run(int j, int l, int first, int end, int from, int steps) {
        int row = buffers.row(j);
        int tile = buffers.tile(j, l);
        if (end - first == 2 * L) {
            take(runs.plain(buffers, row, steps, tile), 2, j, l, 0, 2 * L, from, steps);
            return;
        }
        for (int half = 0; half < 2; half++) {
            int a = Math.max(first, half * L);
            int b = Math.min(end, half * L + L);
            if (a < b) {
                int lanes = Lanes.valid(a - half * L, b - half * L);
                take(runs.plainOne(buffers, row, steps, tile + half * L, half, lanes), 1, j, l, a, b, from, steps);
            }
        }
    }

    private void take(int flags, int vectors, int j, int l, int first, int end, int from, int steps) {
        // A run with anything unsound in it, or with products out of range, is gone through n-plet by n-plet.
        boolean counted = (flags & PairStationary.UNSOUND) == 0 && products.take(vectors);
        if (counted) {
            count(this, (long) (end - first) * steps);
        }
        if (flags != 0 || !counted) {
            resolve(!counted, j, l, first, end, from, steps);
        }
    }

    /** Adds the counts of a run of so many n-plets to a recorder. */
    static void count(PairRecorder recorder, long scored) {
        long[] counts = recorder.buffers.counts;
        long redundant = 0;
        long other = 0;
        for (int lane = 0; lane < L; lane++) {
            redundant += counts[lane];
            other += counts[L + lane];
        }
        recorder.count(scored, redundant, scored - other);
    }

    @Override
    void setThresholds(double high, double low) {
        setThresholds(buffers, high, low);
    }

    @Override
    void add(double o) {
        count(o);
    }
}
