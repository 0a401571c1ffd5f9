package org.oinfo;

import java.util.List;
import org.oinfo.kernels.Landscape;
import org.oinfo.scan.Measure;
import org.oinfo.scan.RankBy;

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
        double seconds) {
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

    /** Whether the scan was stopped before every n-plet was scored. */
    public boolean partial() {
        return landscape.total() < nplets;
    }

    /** Fraction of the n-plets that were scored. */
    public double fraction() {
        return (double) landscape.total() / nplets;
    }
}
