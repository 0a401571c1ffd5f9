package org.oinfo.scan;

import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/** Scores of another scorer, of which nothing is known but that they are scores. */
public class ForwardingScorer implements Scorer {
    private final Scorer scores;

    /** All that must be answered is answered by this one. */
    public ForwardingScorer(Scorer scores) {
        this.scores = scores;
    }

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
