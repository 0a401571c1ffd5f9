package org.oinfo.scan;

import java.util.concurrent.atomic.AtomicLong;
import org.oinfo.kernels.NpletScore;

/** Counts how many n-plets the canonical routine scores. */
final class CountingScorer extends ForwardingScorer {
    private final Scorer scores;
    private final AtomicLong scored;

    CountingScorer(Scorer scores, AtomicLong scored) {
        super(scores);
        this.scores = scores;
        this.scored = scored;
    }

    @Override
    public double error(int order, double s) {
        return scores.error(order, s);
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
