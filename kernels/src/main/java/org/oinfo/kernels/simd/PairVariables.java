package org.oinfo.kernels.simd;

import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.ScanSettings;

/**
 * Level variables: as level plain, with products kept per lane of a run (for j, l and the prefix) and per step of a strip (for
 * q), so that no n-plet takes a logarithm of its own.
 */
final class PairVariables extends PairSums {
    private final PairProducts products;
    private final double[] logs = new double[4 * L];

    PairVariables(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers, Combinations combinations) {
        super(r, settings, buffers, combinations);
        products = PairProducts.of(settings.order());
        PairPlain.setEdges(buffers);
    }

    @Override
    void beginPrefix(int[] prefix, double error) {
        super.beginPrefix(prefix, error);
        // Two vectors: two factors a step.
        buffers.stepProducts.bound(2 * buffers.factorBound);
    }

    @Override
    void clearSteps(int steps) {
        buffers.stepProducts.clear(steps);
    }

    @Override
    void closeSteps(int steps) {
        buffers.stepProducts.close(steps);
    }

    @Override
    double stepSum(int step) {
        return 0.5 * (buffers.sets * buffers.stepProducts.minors(step) - buffers.stepProducts.scales(step));
    }

    @Override
    void run(int j, int l, int first, int end, int from, int steps) {
        int row = buffers.row(j);
        int tile = buffers.tile(j, l);
        if (end - first == 2 * L) {
            take(products.run(buffers, row, steps, tile), 2, j, l, 0, 2 * L, from, steps);
            return;
        }
        for (int half = 0; half < 2; half++) {
            int a = Math.max(first, half * L);
            int b = Math.min(end, half * L + L);
            if (a < b) {
                int lanes = Lanes.valid(a - half * L, b - half * L);
                take(products.runOne(buffers, row, steps, tile + half * L, half, lanes), 1, j, l, a, b, from, steps);
            }
        }
    }

    private void take(int flags, int vectors, int j, int l, int first, int end, int from, int steps) {
        boolean counted = (flags & PairStationary.UNSOUND) == 0 && RunningProducts.inRange(buffers.products, vectors);
        if (counted) {
            sumRun(first / L, vectors);
            addRun(j, first, end, steps);
            buffers.stepProducts.take(steps);
            PairPlain.count(this, (long) (end - first) * steps);
        }
        if (flags != 0 || !counted) {
            resolve(!counted, j, l, first, end, from, steps);
        }
    }

    /** Omega of a run over q, per lane, from the logarithms of the products. */
    private void sumRun(int half, int vectors) {
        SimdLog.log(buffers.products, 0, 4 * L, logs);
        for (int lane = 0; lane < vectors * L; lane++) {
            runSum[half * L + lane] = 0.5 * (buffers.sets * logs[lane] - logs[2 * L + lane]);
        }
    }

    @Override
    void setThresholds(double high, double low) {
        PairPlain.setThresholds(buffers, high, low);
    }
}
