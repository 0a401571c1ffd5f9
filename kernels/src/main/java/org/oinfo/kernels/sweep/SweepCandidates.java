package org.oinfo.kernels.sweep;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanSettings;

/**
 * The slow path of a scan: n-plets {A, p, j} that may enter a ranking, and n-plets too close to singular for the sweep, are scored
 * by the canonical routine.
 *
 * <p>A candidate is let through when the kernel's Omega is within {@link Canonical#error} of the K-th best canonical one,
 * so no winner is lost to rounding.
 */
public final class SweepCandidates {
    /** Code of an n-plet that may enter a ranking. */
    public static final long CANDIDATE = Long.MIN_VALUE;
    /** Code of an n-plet too close to singular for the sweep. */
    public static final long FLAGGED = 1;

    /** Thresholds stop here, far beyond any Omega, so that products with them stay finite when nothing may enter. */
    private static final double LARGEST_THRESHOLD = 1e100;

    private final Canonical canonical;
    private final double margin;
    /** A, p, j [k]. */
    private final int[] nplet;

    private Landscape into;
    private double highThreshold;
    private double lowThreshold;

    public SweepCandidates(CorrelationMatrix r, ScanSettings settings) {
        canonical = new Canonical(r);
        margin = Canonical.error(settings.order());
        nplet = new int[settings.order()];
        into = Landscape.empty(r.variables(), settings);
    }

    /** N-plets of a range follow. */
    public void begin(Landscape landscape) {
        into = landscape;
        updateThresholds();
    }

    /** N-plets of a prefix follow: A, the first k-2 of {@code prefix}. */
    public void beginPrefix(int[] prefix) {
        System.arraycopy(prefix, 0, nplet, 0, nplet.length - 2);
    }

    /** exp(-2t) for the smallest Omega t that may be among the most redundant; infinity while everything may. */
    public double highThreshold() {
        return highThreshold;
    }

    /** exp(-2t) for the largest Omega t that may be among the most synergistic; 0 while everything may. */
    public double lowThreshold() {
        return lowThreshold;
    }

    /**
     * Takes the n-plets of a stretch of row p that are special: {@link #FLAGGED} ones are recorded canonically in everything,
     * other {@link #CANDIDATE} ones are ranked only.
     *
     * @param codes one per n-plet in [from, to), 0 when there is nothing special
     * @param last j of the first of them
     * @param rank lexicographic rank of the first of them
     * @return how many were flagged
     */
    public int take(long[] codes, int from, int to, int p, int last, long rank) {
        nplet[nplet.length - 2] = p;
        int flagged = 0;
        for (int i = from; i < to; i++) {
            if (codes[i] != 0) {
                nplet[nplet.length - 1] = last + i - from;
                flagged += take(codes[i], rank + i - from);
            }
        }
        updateThresholds();
        return flagged;
    }

    private int take(long code, long rank) {
        if ((code & FLAGGED) != 0) {
            into.record(nplet, rank, canonical);
            return 1;
        }
        if (canonical.score(nplet, 0, nplet.length)) {
            into.rank(canonical.o(), rank);
        }
        return 0;
    }

    /** Records the n-plets of row p with j in [from, to) canonically in everything; {@code rank} is that of the first. */
    public void record(int p, int from, int to, long rank) {
        nplet[nplet.length - 2] = p;
        for (int j = from; j < to; j++) {
            nplet[nplet.length - 1] = j;
            into.record(nplet, rank + j - from, canonical);
        }
        updateThresholds();
    }

    private void updateThresholds() {
        highThreshold = Math.exp(2 * (into.mostRedundant().worst() + margin));
        lowThreshold = Math.min(
                LARGEST_THRESHOLD, Math.exp(-2 * (into.mostSynergistic().worst() + margin)));
    }
}
