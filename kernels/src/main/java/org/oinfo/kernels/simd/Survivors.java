package org.oinfo.kernels.simd;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Landscape;

/**
 * The slow path of a scan: n-plets that may enter a ranking, and n-plets too close to singular for the sweep, are scored by
 * the canonical routine.
 *
 * <p>A candidate is let through when the kernel's Omega is within {@link Canonical#error} of the K-th best canonical one,
 * so no winner is lost to rounding.
 */
final class Survivors {
    private final Canonical canonical;
    private final double margin;
    /** The walk's current n-plet [k]; the last member is set here. */
    private final int[] nplet;

    private Landscape into;
    private double highThreshold;
    private double lowThreshold;

    Survivors(Canonical canonical, int[] nplet, Landscape into) {
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
     * Takes lanes of one vector.
     *
     * @param flagged bits of lanes to be recorded canonically in everything
     * @param candidates bits of lanes to be ranked only
     * @param last last member of the n-plet in lane 0
     * @param rank its lexicographic rank
     */
    void take(long flagged, long candidates, int last, long rank) {
        for (long bits = flagged; bits != 0; bits &= bits - 1) {
            int lane = Long.numberOfTrailingZeros(bits);
            record(last + lane, rank + lane);
        }
        for (long bits = candidates; bits != 0; bits &= bits - 1) {
            int lane = Long.numberOfTrailingZeros(bits);
            nplet[nplet.length - 1] = last + lane;
            if (canonical.score(nplet, 0, nplet.length)) {
                into.rank(canonical.o(), rank + lane);
            }
        }
        updateThresholds();
    }

    /** Records the n-plet with this last member canonically in everything. */
    void record(int last, long rank) {
        nplet[nplet.length - 1] = last;
        into.record(nplet, rank, canonical);
    }

    private void updateThresholds() {
        highThreshold = Math.exp(2 * (into.mostRedundant().worst() + margin));
        lowThreshold = Math.exp(-2 * (into.mostSynergistic().worst() + margin));
    }
}
