package org.oinfo.statistics.surrogate;

import java.util.BitSet;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.Ranking;
import org.oinfo.statistics.surrogate.Candidates.Candidate;

/**
 * Which candidates are as extreme in a surrogate as in the data, and the extremes of all candidates in it.
 *
 * <p>Scored in one batch by the backend's kernel; what lies within {@link Canonical#error} of a decision is scored again by the
 * canonical routine, so these and the extremes are the same on every backend. One instance serves one thread.
 */
final class OwnNulls {
    /** Half a unit of {@link Ranking#key}, and more: keys that differ belong to values at least this far apart, or nearly. */
    private static final double KEY_ROOM = 0x1p-39;

    private final Candidates candidates;
    private final int[] flat;
    private final double[] out;
    private final double margin;
    private double min;
    private double max;

    OwnNulls(Candidates candidates) {
        int order = candidates.order();
        this.candidates = candidates;
        this.flat = new int[candidates.size() * order];
        for (int c = 0; c < candidates.size(); c++) {
            System.arraycopy(candidates.list().get(c).nplet(), 0, flat, c * order, order);
        }
        this.out = new double[candidates.size() * MeasuresKernel.VALUES];
        this.margin = Canonical.error(order) + KEY_ROOM;
    }

    /** The candidates that are as extreme in one more surrogate with these correlations. */
    BitSet reached(Backend backend, CorrelationMatrix r) {
        int order = candidates.order();
        try (MeasuresKernel kernel = backend.measures(r)) {
            kernel.measures(flat, candidates.size(), order, out);
        }
        Canonical canonical = new Canonical(r);
        BitSet reached = new BitSet(candidates.size());
        for (int c = 0; c < candidates.size(); c++) {
            Candidate candidate = candidates.list().get(c);
            double o = out[c * MeasuresKernel.VALUES + 2];
            if (Math.abs(o - candidate.o()) <= margin && canonical.score(flat, c * order, order)) {
                o = canonical.o();
            }
            reached.set(c, asExtreme(candidate, o));
        }
        extremes(canonical);
        return reached;
    }

    /** A singular n-plet counts as more extreme than anything, to be safe. */
    private static boolean asExtreme(Candidate candidate, double o) {
        if (Double.isNaN(o)) {
            return true;
        }
        long difference = Ranking.key(o) - Ranking.key(candidate.o());
        return candidate.synergy() ? difference <= 0 : difference >= 0;
    }

    private void extremes(Canonical canonical) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 2; i < out.length; i += MeasuresKernel.VALUES) {
            // A comparison with NaN is false: singular n-plets are passed over.
            low = out[i] < low ? out[i] : low;
            high = out[i] > high ? out[i] : high;
        }
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
        int order = candidates.order();
        for (int c = 0; c < candidates.size(); c++) {
            double o = out[c * MeasuresKernel.VALUES + 2];
            boolean near = o <= low + 2 * margin || o >= high - 2 * margin;
            if (near && canonical.score(flat, c * order, order)) {
                min = Math.min(min, canonical.o());
                max = Math.max(max, canonical.o());
            }
        }
        if (min > max) {
            min = Double.NEGATIVE_INFINITY;
            max = Double.POSITIVE_INFINITY;
        }
    }

    /** Smallest Omega of all candidates in the last surrogate; minus infinity when all are singular. */
    double min() {
        return min;
    }

    /** Largest Omega of all candidates in the last surrogate; infinity when all are singular. */
    double max() {
        return max;
    }
}
