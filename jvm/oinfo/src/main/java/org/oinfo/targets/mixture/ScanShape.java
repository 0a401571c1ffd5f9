package org.oinfo.targets.mixture;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Ranking;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetScan;

/** What is scanned: n-plets of an order, by their ranks among those of the sound sources. */
final class ScanShape {
    private final ClassMixture model;
    private final int order;
    private final int top;
    private final TargetMeasure measure;
    private final long total;
    private final Combinations combinations;

    ScanShape(ClassMixture model, int order, int top, TargetMeasure measure) {
        this.model = model;
        this.order = order;
        this.top = top;
        this.measure = measure;
        this.total = TargetScan.total(model.sources(), order);
        this.combinations = new Combinations(model.sound(), Math.min(order, model.sound()));
    }

    ClassMixture model() {
        return model;
    }

    int order() {
        return order;
    }

    /** Number of n-plets kept at each end. */
    int top() {
        return top;
    }

    TargetMeasure measure() {
        return measure;
    }

    /** Number of n-plets, those with an unsound source included. */
    long total() {
        return total;
    }

    /** Number of n-plets without an unsound source. */
    long soundNplets() {
        return order > model.sound() ? 0 : combinations.total();
    }

    /** The n-plets of a ranking, best first, with all their values. */
    List<TargetNplet> nplets(Ranking best) {
        List<TargetNplet> nplets = new ArrayList<>();
        int[] nplet = new int[order];
        try (MixtureInformation information = new MixtureInformation(model)) {
            for (long rank : best.sortedRanks()) {
                combinations.unrank(rank, nplet);
                nplets.add(information.values(nplet));
            }
        }
        return nplets;
    }

    /** Ranks of n-plets of the sound sources. */
    Combinations combinations() {
        return combinations;
    }
}
