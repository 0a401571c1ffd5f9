package org.oinfo.targets;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.kernels.NpletScore;

/**
 * The values of an n-plet that count: from the canonical routine of each model, added in a fixed order. Belongs to one thread
 * at a time.
 */
final class TargetScore implements NpletInformation {
    /** Information below this, nats, is none: nothing is divided by it. */
    private static final double NOTHING = 1e-10;

    private final TargetModel model;
    private final NpletScore before;
    private final List<NpletScore> after;

    private double i;
    private double domega;
    private double rsi;
    private double oSources;

    TargetScore(TargetModel model) {
        this.model = model;
        this.before = model.before().canonical();
        this.after =
                model.after().stream().map(part -> part.model().canonical()).toList();
    }

    @Override
    public boolean score(int[] nplet, int order) {
        boolean sound = before.score(nplet, 0, order);
        rsi = -before.tc();
        domega = before.dtc();
        oSources = before.o();
        for (int part = 0; part < after.size(); part++) {
            NpletScore score = after.get(part);
            sound &= score.score(nplet, 0, order);
            double weight = model.after().get(part).weight();
            rsi += weight * score.tc();
            domega -= weight * score.dtc();
        }
        i = rsi;
        for (int member = 0; member < order; member++) {
            i += model.single(nplet[member]);
        }
        return sound;
    }

    @Override
    public double value(TargetMeasure measure) {
        return measure.of(domega, i, rsi);
    }

    @Override
    public TargetNplet values(int[] nplet) {
        int order = nplet.length;
        int[] sources = Arrays.stream(nplet).map(model::source).toArray();
        TargetModel.Bias bias = model.bias();
        double largest = Double.NEGATIVE_INFINITY;
        for (int left = 0; left < order; left++) {
            largest = Math.max(largest, informationWithout(nplet, left));
        }
        largest -= bias.information(order - 1);
        if (!score(nplet, order)) {
            return TargetNplet.singular(sources);
        }
        double smallest = Arrays.stream(nplet).mapToDouble(model::single).min().orElseThrow() - bias.information(1);
        double joint = i - bias.information(order);
        double gradient = domega - model.domegaBias(order);
        double index = rsi - bias.information(order) + order * bias.information(1);
        boolean something = joint > NOTHING;
        return new TargetNplet(
                sources,
                joint,
                Double.NaN,
                gradient,
                model.continuous() ? oSources + domega - bias.withTarget(order) : Double.NaN,
                index,
                smallest,
                joint - largest,
                something ? 1 - index / joint : Double.NaN,
                something ? 1 - gradient / joint : Double.NaN);
    }

    /** I(X_-j;Y), raw; NaN when those sources are singular already. */
    private double informationWithout(int[] nplet, int left) {
        int[] rest = IntStream.range(0, nplet.length)
                .filter(member -> member != left)
                .map(member -> nplet[member])
                .toArray();
        if (rest.length == 1) {
            return model.single(rest[0]);
        }
        return score(rest, rest.length) ? i : Double.NaN;
    }
}
