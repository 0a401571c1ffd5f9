package org.oinfo.search;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/** Scores from a correlation matrix, on a backend. */
record GaussianScores(Backend backend, CorrelationMatrix matrix) implements Scores {
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
    public NpletScore canonical() {
        return new Canonical(matrix);
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
