package org.oinfo.kernels.simd;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.ScanSettings;

/**
 * Level variables: as level plain, with products kept per lane of a run (for j, l and the prefix) and per step of a strip (for
 * q), so that no n-plet takes a logarithm of its own.
 */
final class PairVariables extends PairSums implements PairHalves {
    private final PairProducts products;
    private final double[] logs = new double[4 * L];
    /** Running products of a strip [chunk][L], mantissas in [1, 2), in the end their logarithms; and the exponents. */
    private final double[] minors;

    private final double[] scales;
    private final long[] minorExponents;
    private final long[] scaleExponents;

    PairVariables(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers, Combinations combinations) {
        super(r, settings, buffers, combinations);
        products = PairProducts.of(settings.order());
        minors = new double[buffers.stepMinors.length];
        scales = new double[buffers.stepScales.length];
        minorExponents = new long[minors.length];
        scaleExponents = new long[scales.length];
        PairPlain.setEdges(buffers);
    }

    @Override
    void clearSteps(int steps) {
        Arrays.fill(minors, 0, steps * L, 1);
        Arrays.fill(scales, 0, steps * L, 1);
        Arrays.fill(minorExponents, 0, steps * L, 0);
        Arrays.fill(scaleExponents, 0, steps * L, 0);
    }

    @Override
    void closeSteps(int steps) {
        SimdLog.log(minors, 0, steps * L, minors);
        SimdLog.log(scales, 0, steps * L, scales);
    }

    @Override
    double stepSum(int step) {
        double ofMinors = 0;
        double ofScales = 0;
        for (int i = step * L; i < (step + 1) * L; i++) {
            ofMinors += minors[i] + minorExponents[i] * Canonical.LN2;
            ofScales += scales[i] + scaleExponents[i] * Canonical.LN2;
        }
        return 0.5 * (buffers.sets * ofMinors - ofScales);
    }

    @Override
    void run(int j, int l, int first, int end, int from, int steps) {
        split(L, buffers.row(j), buffers.tile(j, l), j, l, first, end, from, steps);
    }

    @Override
    public int both(int row, int steps, int tile) {
        return products.run(buffers, row, steps, tile);
    }

    @Override
    public int one(int row, int steps, int tile, int half, int first, int end) {
        return products.runOne(buffers, row, steps, tile, half, Lanes.valid(first, end));
    }

    @Override
    public void take(int flags, int j, int l, int first, int end, int from, int steps) {
        int vectors = PairPlain.vectors(first, end);
        boolean counted = (flags & PairStationary.UNSOUND) == 0 && RunningProducts.inRange(buffers.products, vectors);
        if (counted) {
            sumRun(first / L, vectors);
            addRun(j, first, end, steps);
            multiply(buffers.stepMinors, minors, minorExponents, steps);
            multiply(buffers.stepScales, scales, scaleExponents, steps);
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

    /** Multiplies the absolute values of a run into the products of a strip and splits the exponents off. */
    private static void multiply(double[] factors, double[] mantissas, long[] exponents, int steps) {
        for (int i = 0; i < steps * L; i += L) {
            LongVector bits = DoubleVector.fromArray(Lanes.DOUBLE, factors, i)
                    .mul(DoubleVector.fromArray(Lanes.DOUBLE, mantissas, i))
                    .reinterpretAsLongs()
                    .and(Long.MAX_VALUE);
            bits.and(Lanes.MANTISSA).or(Lanes.ONE).reinterpretAsDoubles().intoArray(mantissas, i);
            LongVector.fromArray(Lanes.LONG, exponents, i)
                    .add(bits.lanewise(VectorOperators.LSHR, 52).sub(1023))
                    .intoArray(exponents, i);
        }
    }

    @Override
    void setThresholds(double high, double low) {
        PairPlain.setThresholds(buffers, high, low);
    }
}
