package org.oinfo.statistics.surrogate;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.Ranking;
import org.oinfo.statistics.surrogate.Candidates.Candidate;

/**
 * Counts in how many surrogates each candidate is as extreme as in the data, and finds the extremes of all candidates in a
 * surrogate.
 *
 * <p>Scored in one batch by the backend's kernel; what lies within {@link Canonical#error} of a decision is scored again by the
 * canonical routine, so counts and extremes are the same on every backend. One instance serves one thread.
 */
final class OwnNulls {
    /** Half a unit of {@link Ranking#key}, and more: keys that differ belong to values at least this far apart, or nearly. */
    private static final double KEY_ROOM = 0x1p-39;

    private final Candidates candidates;
    private final int[] flat;
    private final double[] out;
    private final long[] reached;
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
        this.reached = new long[candidates.size()];
        this.margin = Canonical.error(order) + KEY_ROOM;
    }

    /** Counts one more surrogate with these correlations. */
    void add(Backend backend, CorrelationMatrix r) {
        int order = candidates.order();
        try (MeasuresKernel kernel = backend.measures(r)) {
            kernel.measures(flat, candidates.size(), order, out);
        }
        Canonical canonical = new Canonical(r);
        for (int c = 0; c < reached.length; c++) {
            Candidate candidate = candidates.list().get(c);
            double o = out[c * MeasuresKernel.VALUES + 2];
            if (Math.abs(o - candidate.o()) <= margin && canonical.score(flat, c * order, order)) {
                o = canonical.o();
            }
            reached[c] += asExtreme(candidate, o) ? 1 : 0;
        }
        extremes(canonical);
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
        for (int c = 0; c < reached.length; c++) {
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

    /** Adds the counts to those of other threads [candidates]. */
    void addTo(long[] sum) {
        for (int i = 0; i < reached.length; i++) {
            sum[i] += reached[i];
        }
    }
}
