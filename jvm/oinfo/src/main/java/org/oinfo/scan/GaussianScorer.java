package org.oinfo.scan;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.GrowthKernel;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/** Scores from a correlation matrix, on a backend. */
public record GaussianScorer(Backend backend, CorrelationMatrix matrix) implements Scorer {
    private static final double LOG_GUARD = -Math.log(Canonical.GUARD);

    @Override
    public int variables() {
        return matrix.variables();
    }

    @Override
    public MeasuresKernel measures() {
        return backend.measures(matrix);
    }

    @Override
    public ScanKernel scan(ScanSettings settings) {
        return backend.scan(matrix, settings);
    }

    @Override
    public GrowthKernel growth(boolean redundant, int largest) {
        return backend.growth(matrix, redundant, largest);
    }

    @Override
    public NpletScore canonical() {
        return new Canonical(matrix);
    }

    /**
     * As {@link Canonical#error}, with E = k (k+1) 2^-53 and the precisions of the n-plet at hand: the four measures change by at
     * most {@code E (tr P + 1/2 sum_i |P e_i|^2 / P_ii) <= E (1 + k/2) tr P}, and {@code tr P <= k - 1 + e^(2S)} because every P_ii is at least
     * 1 and their product is e^(2S). Three times that for two routines, with room; logarithms of what adds up to S cost some
     * units in the last place.
     */
    @Override
    public double error(int order, double s) {
        double least = Math.min(s, order * LOG_GUARD / 2);
        double e = order * (order + 1.0) * 0x1p-53;
        double matrixError = 3 * e * (1 + order / 2.0) * (order - 1 + Math.exp(2 * least));
        return Math.min(matrixError, Canonical.error(order)) + order * 0x1p-48 * (1 + least);
    }

    @Override
    public long leastScan(ScanSettings settings) {
        return backend.leastScan(matrix.variables(), settings);
    }

    @Override
    public int scanWorkers(ScanSettings settings, int threads) {
        return backend.scanWorkers(settings, threads);
    }

    @Override
    public long bytes(ScanSettings settings) {
        return (long) Double.BYTES * matrix.variables() * matrix.variables();
    }
}
