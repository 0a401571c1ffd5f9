package org.oinfo.kernels.pairs;

import java.util.Arrays;
import org.oinfo.kernels.CompensatedSums;
import org.oinfo.kernels.Distribution;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.PerVariable;

/**
 * What the runs of level full add up over a range. Their sums are of Omega less a {@link #shift} that is the same for the whole range and
 * lies among its values, so that the variance may be had from the sum of squares: what cancels is then at most as many times the variance
 * as there are n-plets.
 *
 * <p>Lanes whose n-plet is not sound add nothing to a sum. How many n-plets hold a variable follows from what was scanned, less those.
 */
public final class FullTally {
    /** Cells of the histogram of one lane: one for what does not count, then the bins of {@link OmegaHistogram}. */
    public static final int CELLS = OmegaHistogram.size() + 1;

    private final int n;
    private final int members;
    private final long[] histogram;
    private final CompensatedSums variables;
    private final long[] held;
    /** Sums of deviations, then of their squares. */
    private final CompensatedSums sums = new CompensatedSums(2);

    private double shift = Double.NaN;

    /** For n-plets of so many variables and that order, runs with so many lanes. */
    public FullTally(int variables, int order, int lanes) {
        n = variables;
        members = order - 3;
        histogram = new long[lanes * CELLS];
        this.variables = new CompensatedSums(n);
        held = new long[n];
    }

    /** Forgets everything. */
    public void clear() {
        Arrays.fill(histogram, 0);
        Arrays.fill(held, 0);
        variables.clear();
        sums.clear();
        shift = Double.NaN;
    }

    /** N-plets by lane and cell [lanes][CELLS]; runs increment them. */
    public long[] histogram() {
        return histogram;
    }

    /** What deviations are from, nats; NaN until it is {@link #setShift set}. */
    public double shift() {
        return shift;
    }

    /** Sets the shift of the range, to Omega of its first n-plet, or 0 where that is singular. */
    public void setShift(double omega) {
        shift = Double.isNaN(omega) ? 0 : omega;
    }

    /** Adds the deviations of the n-plets of a prefix that hold a variable which is none of its members. */
    public void addVariable(int v, double deviations) {
        variables.add(v, deviations);
    }

    /**
     * Adds all n-plets {Q, q, j, l} of a prefix Q with q in [from, to).
     *
     * @param nplet begins with Q
     * @param deviations of all of them
     * @param squares of their deviations
     */
    public void addPrefix(int[] nplet, int from, int to, double deviations, double squares) {
        long all = 0;
        for (int v = from; v < n; v++) {
            long later = n - 1L - v;
            long before = (long) Math.min(to, v) - from;
            long whole = (long) Math.min(to, v - 1) - from;
            long asQ = v < to ? later * (later - 1) / 2 : 0;
            // As l, the pairs of each q in turn: one fewer for every next q.
            long asL = whole > 0 ? whole * (v - 1 - from) - whole * (whole - 1) / 2 : 0;
            held[v] += asQ + before * later + asL;
            all += asQ;
        }
        for (int i = 0; i < members; i++) {
            held[nplet[i]] += all;
            variables.add(nplet[i], deviations);
        }
        sums.add(0, deviations);
        sums.add(1, squares);
    }

    /** Takes an n-plet out of the counts: it was not sound. */
    public void leaveOut(int[] nplet) {
        for (int v : nplet) {
            held[v]--;
        }
    }

    /** Moves everything into a landscape. */
    public void moveTo(Landscape into) {
        Distribution distribution = into.requireDistribution();
        long synergistic = count(1, OmegaHistogram.balanced() + 1, distribution);
        long balanced = count(OmegaHistogram.balanced() + 1, OmegaHistogram.balanced() + 2, distribution);
        long redundant = count(OmegaHistogram.balanced() + 2, CELLS, distribution);
        long scored = synergistic + balanced + redundant;
        if (scored > 0) {
            double deviations = sums.value(0);
            double offset = deviations / scored;
            into.addCounts(redundant, synergistic, balanced);
            into.addSum(scored * shift + deviations);
            distribution.addMoments(scored, shift + offset, Math.max(0, sums.value(1) - deviations * offset));
            PerVariable perVariable = into.requirePerVariable();
            for (int v = 0; v < n; v++) {
                perVariable.add(v, held[v], held[v] * shift + variables.value(v));
            }
        }
        clear();
    }

    /** Adds cells [from, to) of all lanes to their bins; returns how many n-plets they hold. */
    private long count(int from, int to, Distribution into) {
        long[] bins = into.histogram();
        long all = 0;
        for (int lane = 0; lane < histogram.length; lane += CELLS) {
            for (int cell = from; cell < to; cell++) {
                bins[cell - 1] += histogram[lane + cell];
                all += histogram[lane + cell];
            }
        }
        return all;
    }
}
