package org.oinfo.targets.subsets;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.oinfo.targets.NpletInformation;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;

/** All values of n-plets from the information of their subsets, by the definitions. Belongs to one thread at a time. */
public final class SubsetValues implements NpletInformation {
    /** Information below this, nats, is none: nothing is divided by it. */
    private static final double NOTHING = 1e-10;

    private final SubsetModel model;
    /** Of n-plets of order {@code ready}; null before the first. */
    private @Nullable SubsetInformation subsets;

    private int ready;

    private double i;
    private double domega;
    private double rsi;
    private double smallest;
    private double largestWithout;

    /** Values of n-plets of these sources. */
    public SubsetValues(SubsetModel model) {
        this.model = model;
    }

    @Override
    public boolean score(int[] nplet, int order) {
        SubsetInformation information = subsets(order);
        int[] rest = new int[order - 1];
        i = information.of(nplet, order);
        domega = (1 - order) * i;
        rsi = i;
        smallest = Double.POSITIVE_INFINITY;
        largestWithout = Double.NEGATIVE_INFINITY;
        for (int left = 0; left < order; left++) {
            System.arraycopy(nplet, 0, rest, 0, left);
            System.arraycopy(nplet, left + 1, rest, left, order - 1 - left);
            double without = information.of(rest, order - 1);
            domega += without;
            largestWithout = Math.max(largestWithout, without);
        }
        for (int member = 0; member < order; member++) {
            double alone = information.of(new int[] {nplet[member]}, 1);
            rsi -= alone;
            smallest = Math.min(smallest, alone);
        }
        return !Double.isNaN(i) && !Double.isNaN(domega);
    }

    @Override
    public double value(TargetMeasure measure) {
        return measure.of(domega, i, rsi);
    }

    @Override
    public TargetNplet values(int[] nplet) {
        int[] sources = Arrays.stream(nplet).map(model::source).toArray();
        if (!score(nplet, nplet.length)) {
            return TargetNplet.singular(sources);
        }
        boolean something = i > NOTHING;
        return new TargetNplet(
                sources,
                i,
                model.heldOut(nplet),
                domega,
                model.omega(nplet),
                rsi,
                smallest,
                i - largestWithout,
                something ? 1 - rsi / i : Double.NaN,
                something ? 1 - domega / i : Double.NaN);
    }

    @Override
    public void close() {
        if (subsets != null) {
            subsets.close();
        }
    }

    private SubsetInformation subsets(int order) {
        SubsetInformation known = subsets;
        if (known != null && ready == order) {
            return known;
        }
        close();
        SubsetInformation made = model.subsets(order);
        subsets = made;
        ready = order;
        return made;
    }
}
