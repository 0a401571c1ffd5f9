package org.oinfo.targets;

import java.util.Arrays;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Watch;

/** Tells a watch of the best n-plets of sources while their scan goes on. Belongs to one thread at a time. */
public final class BestOfTarget implements AutoCloseable {
    private final TargetSources model;
    private final TargetMeasure measure;
    private final Combinations combinations;
    private final NpletInformation score;
    private final int[] nplet;
    private final Watch watch;
    private long lowest = -1;
    private long highest = -1;

    /**
     * Of a scan of one order.
     *
     * @param combinations ranks of n-plets of the sound sources
     */
    public BestOfTarget(TargetSources model, int order, TargetMeasure measure, Combinations combinations, Watch watch) {
        this.model = model;
        this.measure = measure;
        this.combinations = combinations;
        this.score = model.information();
        this.nplet = new int[order];
        this.watch = watch;
    }

    /** Looks at the rankings of all that is merged until now. */
    public void tell(Ranking smallest, Ranking largest) {
        if (!watch.seen()) {
            return;
        }
        if (smallest.bestRank() != lowest) {
            lowest = smallest.bestRank();
            double value = value(lowest);
            watch.lowest(sources(), value);
        }
        if (largest.bestRank() != highest) {
            highest = largest.bestRank();
            double value = value(highest);
            watch.highest(sources(), value);
        }
    }

    @Override
    public void close() {
        score.close();
    }

    private double value(long rank) {
        combinations.unrank(rank, nplet);
        score.score(nplet, nplet.length);
        return score.value(measure);
    }

    private int[] sources() {
        return Arrays.stream(nplet).map(model::source).toArray();
    }
}
