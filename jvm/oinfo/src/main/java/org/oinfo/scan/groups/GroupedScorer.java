package org.oinfo.scan.groups;

import java.util.Arrays;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.scan.Scorer;

/**
 * Scores of n-plets that groups allow; all others are singular to it. So a search that never rests on a singular n-plet stays among those
 * that are allowed. A scan should rather go through {@link GroupScan}, which visits no others.
 *
 * @param scores scores of all n-plets
 * @param groups which are allowed
 */
public record GroupedScorer(Scorer scores, Groups groups) implements Scorer {
    private static final long SLICE = 1 << 12;

    @Override
    public int variables() {
        return scores.variables();
    }

    @Override
    public MeasuresKernel measures() {
        return new Allowed(scores.measures(), groups);
    }

    @Override
    public NpletScore canonical() {
        return new AllowedScore(scores.canonical(), groups);
    }

    @Override
    public double error(int order, double s) {
        return scores.error(order, s);
    }

    /** Records the allowed n-plets; the others count as n-plets and as nothing else. For level extremes. */
    @Override
    public ScanKernel scan(ScanSettings settings) {
        int order = settings.order();
        Combinations combinations = new Combinations(variables(), order);
        NpletScore canonical = scores.canonical();
        int[] nplet = new int[order];
        return (from, to, into) -> {
            if (from >= to) {
                return;
            }
            combinations.unrank(from, nplet);
            long others = 0;
            for (long rank = from; rank < to; rank++) {
                if (groups.allows(nplet, 0, order)) {
                    into.record(nplet, rank, canonical);
                } else {
                    others++;
                }
                combinations.next(nplet);
            }
            into.addUncounted(others);
        };
    }

    @Override
    public long leastScan(ScanSettings settings) {
        return SLICE;
    }

    @Override
    public int scanWorkers(ScanSettings settings, int threads) {
        return threads;
    }

    @Override
    public long bytes(ScanSettings settings) {
        return scores.bytes(settings);
    }

    /** Scores the allowed n-plets of a batch together. */
    private static final class Allowed implements MeasuresKernel {
        private final MeasuresKernel kernel;
        private final Groups groups;
        private int[] kept = new int[0];
        private double[] values = new double[0];

        Allowed(MeasuresKernel kernel, Groups groups) {
            this.kernel = kernel;
            this.groups = groups;
        }

        @Override
        public void measures(int[] nplets, int count, int order, double[] out) {
            if (kept.length < count * order) {
                kept = new int[count * order];
            }
            if (values.length < count * VALUES) {
                values = new double[count * VALUES];
            }
            int allowed = 0;
            for (int i = 0; i < count; i++) {
                if (groups.allows(nplets, i * order, order)) {
                    System.arraycopy(nplets, i * order, kept, allowed++ * order, order);
                }
            }
            kernel.measures(kept, allowed, order, values);
            int next = 0;
            for (int i = 0; i < count; i++) {
                if (groups.allows(nplets, i * order, order)) {
                    System.arraycopy(values, next++ * VALUES, out, i * VALUES, VALUES);
                } else {
                    Arrays.fill(out, i * VALUES, (i + 1) * VALUES, Double.NaN);
                }
            }
        }

        @Override
        public void close() {
            kernel.close();
        }
    }

    /** The canonical routine for allowed n-plets; NaN of the others. */
    private static final class AllowedScore implements NpletScore {
        private final NpletScore score;
        private final Groups groups;
        private boolean allowed;

        AllowedScore(NpletScore score, Groups groups) {
            this.score = score;
            this.groups = groups;
        }

        @Override
        public boolean score(int[] nplets, int offset, int order) {
            allowed = groups.allows(nplets, offset, order);
            return allowed && score.score(nplets, offset, order);
        }

        @Override
        public double tc() {
            return allowed ? score.tc() : Double.NaN;
        }

        @Override
        public double dtc() {
            return allowed ? score.dtc() : Double.NaN;
        }

        @Override
        public double o() {
            return allowed ? score.o() : Double.NaN;
        }

        @Override
        public double s() {
            return allowed ? score.s() : Double.NaN;
        }
    }
}
