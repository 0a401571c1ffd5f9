package org.oinfo.targets.subsets;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Ranking;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetScan;

/** What is scanned: n-plets of an order, by their ranks among those of the sound sources. */
public final class SubsetShape {
    private final SubsetModel model;
    private final int order;
    private final int top;
    private final TargetMeasure measure;
    private final long total;
    private final Combinations combinations;

    /**
     * A scan of n-plets of an order.
     *
     * @param top number of n-plets kept at each end
     * @throws org.oinfo.data.BadInputException the order is out of range or C(N,k) exceeds 2^63-1
     */
    public SubsetShape(SubsetModel model, int order, int top, TargetMeasure measure) {
        this.model = model;
        this.order = order;
        this.top = top;
        this.measure = measure;
        this.total = TargetScan.total(model.sources(), order);
        this.combinations = new Combinations(model.sound(), Math.min(order, model.sound()));
    }

    /** The sources. */
    public SubsetModel model() {
        return model;
    }

    /** Number of sources k of each n-plet. */
    public int order() {
        return order;
    }

    /** Number of n-plets kept at each end. */
    public int top() {
        return top;
    }

    /** What n-plets are ranked by. */
    public TargetMeasure measure() {
        return measure;
    }

    /** Number of n-plets, those with an unsound source included. */
    public long total() {
        return total;
    }

    /** Number of n-plets without an unsound source. */
    public long soundNplets() {
        return order > model.sound() ? 0 : combinations.total();
    }

    /** The n-plets of a ranking, best first, with all their values. */
    public List<TargetNplet> nplets(Ranking best) {
        List<TargetNplet> nplets = new ArrayList<>();
        int[] nplet = new int[order];
        try (SubsetValues information = new SubsetValues(model)) {
            for (long rank : best.sortedRanks()) {
                combinations.unrank(rank, nplet);
                nplets.add(information.values(nplet));
            }
        }
        return nplets;
    }

    /** Ranks of n-plets of the sound sources. */
    public Combinations combinations() {
        return combinations;
    }
}
