package org.oinfo.kernels.simd.pairs;

import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.lanes.Lanes;

/** Level plain: rankings, counts and the mean. */
final class PairPlain extends PairRecorder implements PairHalves {
    private final RunningProducts products;

    PairPlain(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers, Combinations combinations) {
        super(r, settings, buffers, combinations);
        products = new RunningProducts(buffers.products);
        setEdges(buffers);
    }

    /** Thresholds of redundancy and synergy. */
    static void setEdges(PairBuffers buffers) {
        buffers.thresholds[2] = buffers.sign * StrictMath.exp(-2 * OmegaHistogram.BALANCED);
        buffers.thresholds[3] = buffers.sign * StrictMath.exp(2 * OmegaHistogram.BALANCED);
    }

    static void setThresholds(PairBuffers buffers, double high, double low) {
        buffers.thresholds[0] = buffers.sign * high;
        buffers.thresholds[1] = buffers.sign * low;
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
        split(L, j, l, first, end, from, steps);
    }

    @Override
    public int both(int j, int l, int steps) {
        return runs.plain(buffers, buffers.row(j), steps, buffers.tile(j, l));
    }

    @Override
    public int one(int j, int l, int steps, int half, int first, int end) {
        return runs.plainOne(buffers, buffers.row(j), steps, buffers.tile(j, l), half, Lanes.valid(first, end));
    }

    @Override
    public void take(int flags, int j, int l, int first, int end, int from, int steps) {
        // A run with anything unsound in it, or with products out of range, is gone through n-plet by n-plet.
        boolean counted = (flags & PairStationary.UNSOUND) == 0 && products.take(vectors(first, end));
        if (counted) {
            count(this, (long) (end - first) * steps);
        }
        if (flags != 0 || !counted) {
            resolve(!counted, j, l, first, end, from, steps);
        }
    }

    /** Vectors that a run over lanes [first, end) went over. */
    static int vectors(int first, int end) {
        return end - first == 2 * L ? 2 : 1;
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
