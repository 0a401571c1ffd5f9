package org.oinfo.kernels.simd.sweep;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Landscape;

/**
 * The slow path of a scan: n-plets that may enter a ranking, and n-plets too close to singular for the sweep, are scored by
 * the canonical routine.
 *
 * <p>A candidate is let through when the kernel's Omega is within {@link Canonical#error} of the K-th best canonical one,
 * so no winner is lost to rounding.
 */
final class SweepCandidates {
    /** Code of an n-plet that may enter a ranking. */
    static final long CANDIDATE = Long.MIN_VALUE;
    /** Code of an n-plet too close to singular for the sweep. */
    static final long FLAGGED = 1;

    /** Thresholds stop here, far beyond any Omega, so that products with them stay finite when nothing may enter. */
    private static final double LARGEST_THRESHOLD = 1e100;

    private final Canonical canonical;
    private final double margin;
    /** The walk's current n-plet [k]; the last member is set here. */
    private final int[] nplet;

    private Landscape into;
    private double highThreshold;
    private double lowThreshold;

    SweepCandidates(Canonical canonical, int[] nplet, Landscape into) {
        this.canonical = canonical;
        this.nplet = nplet;
        this.margin = Canonical.error(nplet.length);
        this.into = into;
    }

    void begin(Landscape landscape) {
        into = landscape;
        updateThresholds();
    }

    /** exp(-2t) for the smallest Omega t that may be among the most redundant; infinity while everything may. */
    double highThreshold() {
        return highThreshold;
    }

    /** exp(-2t) for the largest Omega t that may be among the most synergistic; 0 while everything may. */
    double lowThreshold() {
        return lowThreshold;
    }

    /**
     * Takes the n-plets of a stretch of a row that are special: {@link #FLAGGED} ones are recorded canonically in everything,
     * other {@link #CANDIDATE} ones are ranked only.
     *
     * @param codes one per n-plet in [from, to), 0 when there is nothing special
     * @param last last member of the first of them
     * @param rank lexicographic rank of the first of them
     * @return how many were flagged
     */
    int take(long[] codes, int from, int to, int last, long rank) {
        int flagged = 0;
        for (int i = from; i < to; i++) {
            if (codes[i] != 0) {
                flagged += take(codes[i], last + i - from, rank + i - from);
            }
        }
        updateThresholds();
        return flagged;
    }

    private int take(long code, int last, long rank) {
        if ((code & FLAGGED) != 0) {
            record(last, rank);
            return 1;
        }
        nplet[nplet.length - 1] = last;
        if (canonical.score(nplet, 0, nplet.length)) {
            into.rank(canonical.o(), rank);
        }
        return 0;
    }

    /** Records the n-plet with this last member canonically in everything. */
    void record(int last, long rank) {
        nplet[nplet.length - 1] = last;
        into.record(nplet, rank, canonical);
    }

    private void updateThresholds() {
        highThreshold = Math.exp(2 * (into.mostRedundant().worst() + margin));
        lowThreshold = Math.min(
                LARGEST_THRESHOLD, Math.exp(-2 * (into.mostSynergistic().worst() + margin)));
    }
}
