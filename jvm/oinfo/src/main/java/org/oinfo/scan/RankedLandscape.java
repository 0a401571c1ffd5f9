package org.oinfo.scan;

import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanSettings;

/**
 * The landscape of Omega and the extremes of some measure, of the same n-plets. Singular n-plets are in no ranking.
 *
 * @param measure what the n-plets are ranked by
 * @param landscape counts and moments of Omega
 * @param smallest the n-plets with the smallest values; none when only the other end is kept
 * @param largest the n-plets with the largest values, by their negated keys; none when only the other end is kept
 */
public record RankedLandscape(RankBy measure, Landscape landscape, Ranking smallest, Ranking largest) {
    /** A scan for Omega, whose landscape holds the rankings. */
    public static RankedLandscape byOmega(Landscape landscape) {
        return new RankedLandscape(Measure.O, landscape, landscape.mostSynergistic(), landscape.mostRedundant());
    }

    /** Of nothing; the landscape keeps one n-plet at each end, the rankings as many as the settings say. */
    public static RankedLandscape empty(int variables, ScanSettings settings, RankBy measure) {
        long low = settings.ends().synergistic() ? Long.MAX_VALUE : Ranking.NOTHING;
        long high = settings.ends().redundant() ? Long.MAX_VALUE : Ranking.NOTHING;
        return new RankedLandscape(
                measure,
                Landscape.empty(variables, countsOnly(settings)),
                new Ranking(settings.top(), low),
                new Ranking(settings.top(), high));
    }

    /** The settings of the scan that counts: its own ranking is there for the extremes of Omega alone. */
    static ScanSettings countsOnly(ScanSettings settings) {
        return new ScanSettings(
                settings.order(),
                settings.level(),
                1,
                settings.bias(),
                settings.ends(),
                settings.screen(),
                settings.determinants());
    }

    /** Of nothing, for other n-plets of the scan: it need not rank what those in here beat. */
    public RankedLandscape emptyForNextRange(int top) {
        return new RankedLandscape(
                measure,
                landscape.emptyForNextRange(),
                new Ranking(top, smallest.worstKey()),
                new Ranking(top, largest.worstKey()));
    }

    /** The same, said to be ranked by another measure that gives the same values. */
    public RankedLandscape rankedBy(RankBy same) {
        return new RankedLandscape(same, landscape, smallest, largest);
    }

    /** Whether n-plets are ranked by other keys than those of the landscape. */
    public boolean ownRankings() {
        return smallest != landscape.mostSynergistic();
    }

    /** Adds what was found in other n-plets of the same scan. */
    public void merge(RankedLandscape other) {
        landscape.merge(other.landscape);
        if (ownRankings()) {
            smallest.merge(other.smallest);
            largest.merge(other.largest);
        }
    }
}
