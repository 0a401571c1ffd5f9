package org.oinfo.kernels.simd.sweep;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.lanes.SimdLog;

/**
 * Scores the n-plets {A, p, j} of one prefix A of k-2 members, row by row: p is fixed in a row, j runs over the lanes.
 * Subclasses hold the hot loops; this class prepares what is constant in a row.
 */
abstract class SweepRows {
    /** Largest factor of s^m: products of rows beyond it may leave the range of doubles, so those are scored canonically. */
    private static final double LARGEST_SCALE = 1e300;

    final Sweep sweep;
    final SweepCandidates candidates;
    final int n;
    final int stride;
    final int members;
    final double bias;
    /** exp(-2t) at the upper and the lower edge of balanced. */
    final double redundantThreshold;

    final double synergisticThreshold;

    /** -b_ip / s_pp and kappa_i + b_ip^2 / s_pp for the members of A, in the current row [k-2]. */
    final double[] rowCoefficients;

    final double[] rowKappa;

    /** Of the current prefix, see {@link Sweep}. */
    double[] rows;

    double[] diagonal;
    double[] coefficients;
    int lastRow;
    double lastFactor;

    /** ln s_pp for every p [stride]. */
    private final double[] logPivots;

    private long scored;
    private long redundant;
    private long synergistic;

    SweepRows(Sweep sweep, SweepCandidates candidates, ScanSettings settings) {
        this.sweep = sweep;
        this.candidates = candidates;
        n = sweep.n;
        stride = sweep.stride;
        members = sweep.depth;
        bias = settings.bias();
        redundantThreshold = StrictMath.exp(-2 * (bias + OmegaHistogram.BALANCED));
        synergisticThreshold = StrictMath.exp(-2 * (bias - OmegaHistogram.BALANCED));
        rowCoefficients = new double[members];
        rowKappa = new double[members];
        logPivots = new double[stride];
        rows = sweep.lastRows();
        diagonal = sweep.diagonal();
        coefficients = sweep.coefficients();
    }

    /** Starts a scan into a landscape. */
    void begin(Landscape into) {
        scored = 0;
        redundant = 0;
        synergistic = 0;
        candidates.begin(into);
    }

    /** Ends it: adds the counts and the sum of Omega, or the number alone. */
    void end(Landscape into) {
        if (!into.settings().level().counts()) {
            into.addUncounted(scored);
            return;
        }
        into.addCounts(redundant, synergistic, scored - redundant - synergistic);
        into.addSum(sumOfOmega());
    }

    /**
     * Scores the whole rows p in [from, to) of a prefix.
     *
     * @param nplet the prefix in its first k-2 members; the last two are overwritten
     * @param rank rank of the first n-plet of row {@code from}
     */
    final void score(int[] nplet, int from, int to, long rank) {
        lastRow = sweep.lastRow(nplet);
        SimdLog.log(diagonal, from, to, logPivots);
        beginPrefix(from);
        long first = rank;
        for (int p = from; p < to; p++) {
            nplet[members] = p;
            double pivot = diagonal[p];
            double inverse = 1 / pivot;
            double scale = sweep.inverseDetSquared() * inverse;
            if (pivot >= Canonical.GUARD && scale * Math.max(1, candidates.lowThreshold()) <= LARGEST_SCALE) {
                prepare(p, inverse);
                row(p, inverse, scale, sweep.logDet() + 0.5 * logPivots[p], first);
            } else {
                for (int j = p + 1; j < n; j++) {
                    candidates.record(j, first + j - p - 1);
                }
            }
            first += n - p - 1;
        }
        endPrefix(nplet, from);
    }

    private void prepare(int p, double inverse) {
        double[] kappa = sweep.kappa();
        for (int i = 0; i < members; i++) {
            double bip = coefficients[i * stride + p];
            double factor = bip * inverse;
            rowCoefficients[i] = -factor;
            rowKappa[i] = Math.fma(bip, factor, kappa[i]);
        }
        // s_pa / s_aa given the prefix without its last member a.
        lastFactor = members == 0 ? 0 : coefficients[(members - 1) * stride + p];
    }

    final void count(long scoredHere, long redundantHere, long synergisticHere) {
        scored += scoredHere;
        redundant += redundantHere;
        synergistic += synergisticHere;
    }

    /**
     * Scores one row.
     *
     * @param p the last member but one
     * @param inverse 1 / s_pp
     * @param scale 1 / (D_A^2 s_pp)
     * @param halfLogScale ln D_A + 1/2 ln s_pp, nats
     * @param rank rank of {A, p, p+1}
     */
    abstract void row(int p, double inverse, double scale, double halfLogScale, long rank);

    /** Sum of Omega less the bias over the n-plets counted since {@link #begin}. */
    abstract double sumOfOmega();

    /** Called before the rows of a prefix, and after them. */
    abstract void beginPrefix(int from);

    abstract void endPrefix(int[] nplet, int from);
}
