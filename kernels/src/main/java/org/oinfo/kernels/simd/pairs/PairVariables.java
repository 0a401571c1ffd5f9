package org.oinfo.kernels.simd.pairs;

import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.lanes.SimdLog;

/**
 * Level variables: as level plain, with products kept per lane of a run (for j, l and the prefix) and per step of a strip (for
 * q), so that no n-plet takes a logarithm of its own.
 */
final class PairVariables extends PairSums implements PairHalves {
    private final PairProducts products;
    private final double[] logs = new double[4 * L];

    PairVariables(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers, Combinations combinations) {
        super(r, settings, buffers, combinations);
        products = PairLoops.products(settings.order());
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
        split(L, j, l, first, end, from, steps);
    }

    @Override
    public int both(int j, int l, int steps) {
        return products.run(buffers, buffers.row(j), steps, buffers.tile(j, l));
    }

    @Override
    public int one(int j, int l, int steps, int half, int first, int end) {
        return products.runOne(buffers, buffers.row(j), steps, buffers.tile(j, l), half, Lanes.valid(first, end));
    }

    @Override
    public void take(int flags, int j, int l, int first, int end, int from, int steps) {
        int vectors = PairPlain.vectors(first, end);
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
