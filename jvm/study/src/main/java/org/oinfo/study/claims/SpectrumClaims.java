package org.oinfo.study.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Subsets;
import org.oinfo.study.result.Spectrum.Extremes;

/** How far Omega spreads in a layer, from layer to layer, and how much of that the number of its dimensions alone makes. */
final class SpectrumClaims {
    private final Layers layers;

    SpectrumClaims(Layers layers) {
        this.layers = layers;
    }

    List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        List<String> hidden = layers.hidden();
        if (hidden.size() > 1) {
            LayerClaims.add(claims, grows());
            LayerClaims.add(claims, beyondSpectrum());
        }
        if (!hidden.isEmpty()) {
            LayerClaims.add(claims, outsideSpectrum());
            LayerClaims.add(claims, fewerDimensions());
        }
        return claims;
    }

    private List<LayerLandscape> first() {
        return layers.of(layers.hidden().getFirst(), Condition.TRAINED);
    }

    private List<LayerLandscape> last() {
        return layers.of(layers.hidden().getLast(), Condition.TRAINED);
    }

    private static PerNetwork spread(List<LayerLandscape> landscapes, int order) {
        return Layers.subsets(landscapes, order, each -> each.max() - each.min());
    }

    private static PerNetwork matched(List<LayerLandscape> landscapes, int order) {
        return Matched.means(landscapes, order, SpectrumClaims::spread);
    }

    static double spread(Extremes extremes) {
        return extremes.max() - extremes.min();
    }

    /** One fact, not a win of synergy and a loss of redundancy: judged on subsets of equal size. */
    private Judgement grows() {
        Judgement judgement = new Judgement("The spread of Omega, largest less smallest, grows" + Layers.DEEPER
                + ", at equal order, neurons and samples: synergy and redundancy together");
        for (int order : layers.orders()) {
            PerNetwork before = spread(first(), order);
            PerNetwork change = spread(last(), order).minus(before);
            if (change.isEmpty()) {
                continue;
            }
            if (!Layers.comparable(first(), last(), order)) {
                judgement.judge("order " + order, Claim.Verdict.UNDECIDED, 0);
                judgement.say("Order " + order + ": the two layers were not scored with equal subsets and samples.");
                continue;
            }
            Interval spread = change.interval();
            judgement.judge("order " + order, spread, 0, 1);
            judgement.figure("the spread changes by " + Digits.of(spread) + " nats, order " + order, spread, 0);
            judgement.say("Order " + order + ", random subsets: the spread goes from "
                    + Digits.of(before.interval().mean()) + " by " + Digits.of(spread) + " nats; the smallest Omega by "
                    + Digits.of(change(order, Subsets::min)) + ", the largest by "
                    + Digits.of(change(order, Subsets::max)) + " (" + Digits.networks(spread.networks()) + ").");
        }
        return judgement;
    }

    private Interval change(int order, Function<Subsets, @Nullable Double> value) {
        return Layers.subsets(last(), order, value)
                .minus(Layers.subsets(first(), order, value))
                .interval();
    }

    private Judgement beyondSpectrum() {
        Judgement judgement = new Judgement("The spread grows" + Layers.DEEPER
                + " by more than the eigenvalues of the correlations alone make it grow");
        for (int order : layers.orders()) {
            PerNetwork data = spread(last(), order).minus(spread(first(), order));
            PerNetwork alone = matched(last(), order).minus(matched(first(), order));
            PerNetwork more = data.minus(alone);
            if (!more.isEmpty() && Layers.comparable(first(), last(), order)) {
                judgement.judge("order " + order, more.interval(), 0, 1);
                judgement.figure(
                        "beyond the eigenvalues " + Digits.of(more.interval()) + " nats, order " + order,
                        more.interval(),
                        0);
                judgement.say("Order " + order + ": the spread grows by " + Digits.of(data.interval())
                        + " nats, that of random matrices with the same eigenvalues by " + Digits.of(alone.interval())
                        + ", difference " + Digits.of(more.interval()) + " ("
                        + Digits.networks(more.interval().networks()) + ").");
            }
        }
        return judgement;
    }

    /** The mean over networks of how far the data's spread lies above the range of the matrices. */
    private Judgement outsideSpectrum() {
        Judgement judgement =
                new Judgement("Which neurons go together matters: in each hidden layer Omega spreads wider than"
                        + " in 97.5 % of random matrices with the layer's eigenvalues");
        for (String layer : layers.hidden()) {
            List<LayerLandscape> trained = layers.of(layer, Condition.TRAINED);
            for (int order : layers.orders()) {
                PerNetwork data = spread(trained, order);
                PerNetwork high = Matched.highs(trained, order, SpectrumClaims::spread);
                PerNetwork above = data.minus(high);
                if (!above.isEmpty()) {
                    String name = layer + ", order " + order;
                    judgement.judge(name, above.interval(), 0, 1);
                    judgement.figure(
                            "above the range by " + Digits.of(above.interval()) + " nats, " + name,
                            above.interval(),
                            0);
                    judgement.say(Judgement.capital(name) + ": spread " + Digits.of(data.interval())
                            + " nats, 97.5 % of the matrices at most " + Digits.of(high.interval()) + "; above it in "
                            + above.values().values().stream()
                                    .filter(x -> x > 0)
                                    .count() + " of "
                            + Digits.networks(above.interval().networks()) + ".");
                }
            }
        }
        return judgement;
    }

    private Judgement fewerDimensions() {
        Judgement judgement = new Judgement(
                "Training lowers the effective dimension of every hidden layer (fewer independent neurons)");
        for (String layer : layers.hidden()) {
            PerNetwork trained = Matched.dimensions(layers.of(layer, Condition.TRAINED));
            PerNetwork untrained = Matched.dimensions(layers.of(layer, Condition.UNTRAINED));
            PerNetwork change = trained.minus(untrained);
            if (!change.isEmpty()) {
                judgement.judge(layer, change.interval(), 0, -1);
                judgement.figure(
                        "dimension changes by " + Digits.of(change.interval()) + ", " + layer, change.interval(), 0);
                judgement.say(Judgement.capital(layer) + ": effective dimension " + Digits.of(untrained.interval())
                        + " before, " + Digits.of(trained.interval()) + " after training, change "
                        + Digits.of(change.interval()) + " ("
                        + Digits.networks(change.interval().networks()) + ").");
            }
        }
        return judgement;
    }
}
