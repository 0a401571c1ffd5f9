package org.oinfo;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;
import org.oinfo.scan.verify.Verification;

/**
 * Findings of a scan of one order. All values in nats, less their bias when bias correction was asked for.
 *
 * @param order number of variables k of each n-plet
 * @param nplets number of n-plets C(N,k), or of those that groups allow
 * @param landscape number of n-plets scored; from level plain on counts and mean; at level full count and mean per
 *     variable (by position), variance and histogram
 * @param rankedBy what n-plets are ranked by; the landscape is of O-information whatever it is
 * @param smallest the K n-plets with the smallest values of that measure, smallest first; none when that end was not asked for
 * @param largest the K n-plets with the largest values, largest first; none when that end was not asked for
 * @param min smallest O-information; NaN when every n-plet is singular, or only the redundant end was asked for
 * @param max largest O-information; NaN when every n-plet is singular, or only the synergistic end was asked for
 * @param seconds time the scan took
 * @param verification whether every n-plet was scored once; null where that was not asked for
 */
public record ScanResult(
        int order,
        long nplets,
        Landscape landscape,
        RankBy rankedBy,
        List<ScoredNplet> smallest,
        List<ScoredNplet> largest,
        double min,
        double max,
        double seconds,
        @Nullable Verification verification) {
    /**
     * The K n-plets with the smallest O-information, smallest first; none when that end was not asked for.
     *
     * @throws IllegalStateException the n-plets are ranked by another measure
     */
    public List<ScoredNplet> mostSynergistic() {
        requireO();
        return smallest;
    }

    /**
     * The K n-plets with the largest O-information, largest first; none when that end was not asked for.
     *
     * @throws IllegalStateException the n-plets are ranked by another measure
     */
    public List<ScoredNplet> mostRedundant() {
        requireO();
        return largest;
    }

    private void requireO() {
        if (rankedBy != Measure.O) {
            throw new IllegalStateException("the n-plets must be ranked by O-information: they are ranked by "
                    + rankedBy.title() + "; ask for smallest() or largest()");
        }
    }

    /** How many of the n-plets with the smallest O-information have one above 0, so that redundancy dominates them; 0 by other measures. */
    public int smallestAboveZero() {
        return rankedBy == Measure.O
                ? smallest.size() - leading(smallest, nplet -> nplet.o() <= OmegaHistogram.BALANCED)
                : 0;
    }

    /** How many of the n-plets with the largest O-information have one below 0, so that synergy dominates them; 0 by other measures. */
    public int largestBelowZero() {
        return rankedBy == Measure.O
                ? largest.size() - leading(largest, nplet -> nplet.o() >= -OmegaHistogram.BALANCED)
                : 0;
    }

    /** Whether every n-plet that is not singular is listed, so that the ends are the same n-plets in another order. */
    public boolean listsAll() {
        return Math.max(smallest.size(), largest.size()) >= landscape.total() - landscape.singular();
    }

    /** How many elements, which come first, have a property: by bisection, for each that is looked at may be scored anew. */
    private static int leading(List<ScoredNplet> sorted, Predicate<ScoredNplet> property) {
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (property.test(sorted.get(middle))) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Whether the scan was stopped before every n-plet was scored. */
    public boolean partial() {
        return landscape.total() < nplets;
    }

    /** Fraction of the n-plets that were scored. */
    public double fraction() {
        return (double) landscape.total() / nplets;
    }
}
