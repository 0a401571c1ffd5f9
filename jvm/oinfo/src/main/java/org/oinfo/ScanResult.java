package org.oinfo;

import java.util.List;
import org.oinfo.kernels.Landscape;

/**
 * What a scan of one order found. All values in nats, less their bias when bias correction was asked for.
 *
 * @param order number of variables k of each n-plet
 * @param nplets number of n-plets C(N,k)
 * @param landscape number of n-plets scored; from level plain on counts and mean; from level variables on count and mean
 *     per variable (by position); at level full variance and histogram
 * @param mostSynergistic the K n-plets with the smallest O-information, smallest first; none when that end was not asked for
 * @param mostRedundant the K n-plets with the largest O-information, largest first; none when that end was not asked for
 * @param seconds time the scan took
 */
public record ScanResult(
        int order,
        long nplets,
        Landscape landscape,
        List<ScoredNplet> mostSynergistic,
        List<ScoredNplet> mostRedundant,
        double seconds) {
    /** Whether the scan was stopped before every n-plet was scored. */
    public boolean partial() {
        return landscape.total() < nplets;
    }

    /** Fraction of the n-plets that were scored. */
    public double fraction() {
        return (double) landscape.total() / nplets;
    }

    /** Smallest O-information; NaN when every n-plet is singular, or only the redundant end was asked for. */
    public double min() {
        return mostSynergistic.isEmpty()
                ? Double.NaN
                : mostSynergistic.getFirst().o();
    }

    /** Largest O-information; NaN when every n-plet is singular, or only the synergistic end was asked for. */
    public double max() {
        return mostRedundant.isEmpty() ? Double.NaN : mostRedundant.getFirst().o();
    }
}
