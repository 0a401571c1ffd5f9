package org.oinfo.kernels.simd.pairs;

import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.lanes.Lanes;

/** Level plain: rankings, counts and the mean. */
final class PairPlain extends PairRecorder {
    private final RunningProducts products;

    PairPlain(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers) {
        super(r, settings, buffers);
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
    public void begin(Landscape landscape) {
        super.begin(landscape);
        products.clear();
    }

    @Override
    public void endPrefixes() {
        super.endPrefixes();
        products.fold();
    }

    @Override
    public void end() {
        sum.add(0, 0.5 * buffers.sets * products.log(0));
        sum.add(0, -0.5 * products.log(1));
        super.end();
    }

    @Override
    void run(int j, int l, int first, int end, int from, int steps) {
        if (first > 0 || !both(j, l, from, steps)) {
            for (int half = 0; half < 2; half++) {
                int lane = Math.max(0, first - half * L);
                if (lane < L) {
                    one(j, l, half, lane, from, steps);
                }
            }
        }
    }

    /** Both vectors of l at once; false, and nothing done, when some n-plet is unsound or products leave their range. */
    private boolean both(int j, int l, int from, int steps) {
        int row = buffers.row(j);
        int tile = buffers.tile(j, l);
        int flags =
                determinants == null ? runs.plain(buffers, row, steps, tile) : runs.summed(buffers, row, steps, tile);
        if ((flags & PairStationary.UNSOUND) != 0 || !products.take(0, 2)) {
            return false;
        }
        takeDeterminants(j, 0, 2);
        count(2L * L * steps);
        if (flags != 0) {
            resolve(false, j, l, 0, 2 * L, from, steps);
        }
        return true;
    }

    /** One vector of l from a lane on. With anything unsound in it, or products out of range, it is gone through n-plet by n-plet. */
    private void one(int j, int l, int half, int first, int from, int steps) {
        int tile = buffers.tile(j, l + half * L);
        int row = buffers.row(j);
        int lanes = Lanes.valid(first, L);
        int flags = determinants == null
                ? runs.plainOne(buffers, row, steps, tile, half, lanes)
                : runs.summedOne(buffers, row, steps, tile, half, lanes);
        boolean counted = (flags & PairStationary.UNSOUND) == 0 && products.take(half, 1);
        if (counted) {
            takeDeterminants(j, half, 1);
            count((long) (L - first) * steps);
        }
        if (flags != 0 || !counted) {
            resolve(!counted, j, l, half * L + first, half * L + L, from, steps);
        }
    }

    private void takeDeterminants(int j, int half, int vectors) {
        if (determinants != null) {
            determinants.take(j, half, vectors);
        }
    }

    /** Adds the counts of a run of so many n-plets. */
    private void count(long scored) {
        long redundant = 0;
        long other = 0;
        for (int lane = 0; lane < L; lane++) {
            redundant += buffers.counts[lane];
            other += buffers.counts[L + lane];
        }
        count(scored, redundant, scored - other);
    }

    @Override
    protected void setThresholds(double high, double low) {
        setThresholds(buffers, high, low);
    }

    @Override
    protected void add(double o) {
        count(o);
    }
}
