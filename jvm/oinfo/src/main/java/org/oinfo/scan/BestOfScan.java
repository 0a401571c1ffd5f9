package org.oinfo.scan;

import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Watch;

/** Tells a watch of the best n-plets of an order while their scan goes on. Belongs to one thread at a time. */
public final class BestOfScan {
    private final Watch watch;
    private final RankBy measure;
    private final NpletScore canonical;
    private final Combinations combinations;
    private final int[] nplet;
    private long lowest = -1;
    private long highest = -1;

    public BestOfScan(Scorer scores, int order, RankBy measure, Watch watch) {
        this.watch = watch;
        this.measure = measure;
        this.canonical = scores.canonical();
        this.combinations = new Combinations(scores.variables(), order);
        this.nplet = new int[order];
    }

    /** Looks at the rankings of all that is merged until now. */
    public void tell(Ranking smallest, Ranking largest) {
        if (!watch.seen()) {
            return;
        }
        long low = smallest.bestRank();
        if (low != lowest) {
            lowest = low;
            double value = value(low);
            watch.lowest(nplet.clone(), value);
        }
        long high = largest.bestRank();
        if (high != highest) {
            highest = high;
            double value = value(high);
            watch.highest(nplet.clone(), value);
        }
    }

    private double value(long rank) {
        combinations.unrank(rank, nplet);
        canonical.score(nplet, 0, nplet.length);
        return measure.of(canonical);
    }
}
