package org.oinfo.study.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntUnaryOperator;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Claim.Verdict;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Order;

/** Whether what dominates a layer is absent where nothing was learnt, and where neurons share no image. */
final class ControlClaims {
    /** A control shows the same with a value surely of the same sign, and this share of the trained one or more: our choice. */
    private static final double SAME = 0.1;

    private final Layers layers;
    private final double margin;

    ControlClaims(Layers layers, double margin) {
        this.layers = layers;
        this.margin = margin;
    }

    List<Claim> all() {
        List<Pattern> patterns = sure(patterns());
        if (patterns.isEmpty()) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        for (Pattern pattern : patterns) {
            LayerClaims.add(
                    claims,
                    control(
                            Condition.UNTRAINED,
                            List.of(pattern),
                            Judgement.capital(pattern.name)
                                    + " comes with training: the untrained network does not show it",
                            "the untrained network shows the same, so here the claim is about architecture and data, not"
                                    + " about training"));
        }
        LayerClaims.add(
                claims,
                control(
                        Condition.SHUFFLED,
                        patterns,
                        "What is seen needs neurons that answer to the same images: shuffled activations do not show it",
                        "shuffled activations show the same, so here it is an artefact of the estimate"));
        return claims;
    }

    /** Those that the trained network surely shows at some order: nothing else can be absent from a control. */
    private List<Pattern> sure(List<Pattern> patterns) {
        return patterns.stream()
                .filter(pattern -> layers.orders().stream().anyMatch(order -> pattern.side.applyAsInt(order) != 0))
                .toList();
    }

    /** The patterns that the claims about layers speak of. */
    private List<Pattern> patterns() {
        List<Pattern> patterns = new ArrayList<>();
        List<String> hidden = layers.hidden();
        Map<String, String> names = new LinkedHashMap<>();
        if (!hidden.isEmpty()) {
            names.put(hidden.getFirst(), "the first layer");
            names.putIfAbsent(hidden.getLast(), "the last hidden layer");
        }
        layers.output().ifPresent(output -> names.put(output, "the output layer"));
        names.forEach((layer, name) -> {
            patterns.add(new Pattern(
                    "the mean Omega of " + name,
                    (condition, order) -> means(layer, condition, order),
                    order -> Domination.of(layers.of(layer, Condition.TRAINED), order)
                            .side(margin)));
        });
        if (hidden.size() > 1) {
            patterns.add(new Pattern(
                    "the growth of the spread of Omega" + Layers.DEEPER,
                    this::growth,
                    order -> growth(Condition.TRAINED, order).interval().side(0)));
        }
        return patterns;
    }

    /**
     * Something that a control may show too.
     *
     * @param values of it under a condition at an order
     * @param side that the trained network is surely on at an order, or 0
     */
    private record Pattern(String name, BiFunction<Condition, Integer, PerNetwork> values, IntUnaryOperator side) {}

    private Judgement control(Condition condition, List<Pattern> patterns, String claim, String same) {
        Judgement judgement = new Judgement(claim);
        List<String> unsure = new ArrayList<>();
        for (int order : layers.orders()) {
            for (Pattern pattern : patterns) {
                PerNetwork trained = pattern.values.apply(Condition.TRAINED, order);
                PerNetwork control = pattern.values.apply(condition, order);
                String name = pattern.name + ", order " + order;
                int side = pattern.side.applyAsInt(order);
                if (trained.isEmpty() || control.isEmpty()) {
                    continue;
                }
                if (side == 0 && trained.interval().exists()) {
                    // Only what is sure in the trained network can be absent from a control.
                    judgement.judge(name, Verdict.UNDECIDED, 0);
                    judgement.figure(Digits.of(trained.interval()) + " nats trained, " + name, trained.interval(), 0);
                    unsure.add(name);
                } else {
                    compare(judgement, name, side, trained, control, same);
                }
            }
        }
        if (!unsure.isEmpty()) {
            judgement.say("Not sure in the trained network, so that nothing can be absent from the control: "
                    + String.join("; ", unsure) + ".");
        }
        return judgement;
    }

    private PerNetwork means(String layer, Condition condition, int order) {
        return Layers.values(layers.of(layer, condition), order, Order::mean);
    }

    private PerNetwork growth(Condition condition, int order) {
        return spread(layers.hidden().getLast(), condition, order)
                .minus(spread(layers.hidden().getFirst(), condition, order));
    }

    private PerNetwork spread(String layer, Condition condition, int order) {
        return Layers.subsets(layers.of(layer, condition), order, each -> each.max() - each.min());
    }

    private static void compare(
            Judgement judgement, String name, int side, PerNetwork trained, PerNetwork control, String same) {
        Interval with = trained.interval();
        Interval without = control.interval();
        Interval difference = trained.minus(control).interval();
        boolean shown = side != 0 && without.side(0) == side && without.mean() / with.mean() >= SAME;
        boolean absent = side != 0 && difference.side(0) == side;
        Verdict verdict = shown ? Verdict.FAILED : absent ? Verdict.HELD : Verdict.UNDECIDED;
        judgement.judge(name, verdict, difference.exists() ? 2 : 0);
        judgement.figure(
                shown
                        ? Digits.of(without) + " nats in the control, " + name
                        : "trained less control " + Digits.of(difference) + " nats, " + name,
                shown ? without : difference,
                0);
        judgement.say(Judgement.capital(name) + ": " + Digits.of(with) + " trained, " + Digits.of(without)
                + " in the control, difference " + Digits.of(difference) + " nats ("
                + Digits.networks(difference.networks()) + ")" + (shown ? ": " + same + "." : "."));
    }
}
