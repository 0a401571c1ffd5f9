package org.oinfo.targets.mixture;

import java.util.Arrays;
import org.oinfo.targets.NpletInformation;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;

/** All values of n-plets, each with the g of its order, its subsets with the same. Belongs to one thread at a time. */
final class MixtureInformation implements NpletInformation {
    /** Information below this, nats, is none: nothing is divided by it. */
    private static final double NOTHING = 1e-10;

    private final ClassMixture model;
    private final MixtureValue value;

    private double i;
    private double domega;
    private double rsi;
    private double smallest;
    private double largestWithout;

    MixtureInformation(ClassMixture model) {
        this.model = model;
        this.value = new MixtureValue(model);
    }

    @Override
    public boolean score(int[] nplet, int order) {
        double shrinkage = model.shrinkage(order);
        int[] rest = new int[order - 1];
        i = value.information(nplet, order, shrinkage);
        domega = (1 - order) * i;
        rsi = i;
        smallest = Double.POSITIVE_INFINITY;
        largestWithout = Double.NEGATIVE_INFINITY;
        for (int left = 0; left < order; left++) {
            System.arraycopy(nplet, 0, rest, 0, left);
            System.arraycopy(nplet, left + 1, rest, left, order - 1 - left);
            double without = value.information(rest, order - 1, shrinkage);
            domega += without;
            largestWithout = Math.max(largestWithout, without);
        }
        for (int member = 0; member < order; member++) {
            double alone = value.information(new int[] {nplet[member]}, 1, shrinkage);
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
                heldOut(nplet),
                domega,
                Double.NaN,
                rsi,
                smallest,
                i - largestWithout,
                something ? 1 - rsi / i : Double.NaN,
                something ? 1 - domega / i : Double.NaN);
    }

    @Override
    public void close() {
        value.close();
    }

    private double heldOut(int[] nplet) {
        try (HeldOutValue out = new HeldOutValue(model)) {
            out.take(nplet);
            return out.information(model.shrinkage(nplet.length));
        }
    }
}
