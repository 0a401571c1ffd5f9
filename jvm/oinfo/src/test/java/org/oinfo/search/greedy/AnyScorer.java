package org.oinfo.search.greedy;

import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.scan.Scorer;

/** Scores of which nothing is known but that they are scores. */
record AnyScorer(Scorer scores) implements Scorer {
    @Override
    public int variables() {
        return scores.variables();
    }

    @Override
    public MeasuresKernel measures() {
        return scores.measures();
    }

    @Override
    public ScanKernel scan(ScanSettings settings) {
        return scores.scan(settings);
    }

    @Override
    public NpletScore canonical() {
        return scores.canonical();
    }

    @Override
    public long leastScan(ScanSettings settings) {
        return scores.leastScan(settings);
    }

    @Override
    public int scanWorkers(ScanSettings settings, int threads) {
        return scores.scanWorkers(settings, threads);
    }
}
