package org.oinfo.scan;

import java.util.concurrent.atomic.AtomicLong;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/** Counts how many n-plets the canonical routine scores. */
record CountingScorer(Scorer scores, AtomicLong scored) implements Scorer {
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
    public double error(int order, double s) {
        return scores.error(order, s);
    }

    @Override
    public long leastScan(ScanSettings settings) {
        return scores.leastScan(settings);
    }

    @Override
    public int scanWorkers(ScanSettings settings, int threads) {
        return scores.scanWorkers(settings, threads);
    }

    @Override
    public NpletScore canonical() {
        NpletScore canonical = scores.canonical();
        return new NpletScore() {
            @Override
            public boolean score(int[] nplets, int offset, int order) {
                scored.incrementAndGet();
                return canonical.score(nplets, offset, order);
            }

            @Override
            public double tc() {
                return canonical.tc();
            }

            @Override
            public double dtc() {
                return canonical.dtc();
            }

            @Override
            public double o() {
                return canonical.o();
            }

            @Override
            public double s() {
                return canonical.s();
            }
        };
    }
}
