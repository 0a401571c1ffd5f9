package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Claim.Verdict;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Order;

/** Whether what dominates a layer is absent where nothing was learnt, and where neurons share no image. */
final class ControlClaims {
    /** A control shows the same with a mean Omega surely of the same sign, and this share of the trained one or more: our choice. */
    private static final double SAME = 0.1;

    private final Layers layers;

    ControlClaims(Layers layers) {
        this.layers = layers;
    }

    List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        LayerClaims.add(
                claims,
                control(
                        Condition.UNTRAINED,
                        "What dominates a layer comes with training: the untrained network does not show it",
                        "the untrained network shows the same, so here the claim is about architecture and data, not about"
                                + " training"));
        LayerClaims.add(
                claims,
                control(
                        Condition.SHUFFLED,
                        "What dominates a layer needs neurons that answer to the same images: shuffled activations do not"
                                + " show it",
                        "shuffled activations show the same, so here it is an artefact of the estimate"));
        return claims;
    }

    private Judgement control(Condition condition, String claim, String same) {
        Judgement judgement = new Judgement(claim);
        for (int order : layers.orders()) {
            for (String layer : judged()) {
                Domination trained = Domination.of(layers.of(layer, Condition.TRAINED), order);
                compare(
                        judgement,
                        layer + " order " + order,
                        trained.side(),
                        means(layer, Condition.TRAINED, order),
                        means(layer, condition, order),
                        same);
            }
            if (layers.hidden().size() > 1) {
                PerNetwork trained = change(Condition.TRAINED, order);
                compare(
                        judgement,
                        "change from first to last hidden layer order " + order,
                        trained.interval().side(0),
                        trained,
                        change(condition, order),
                        same);
            }
        }
        return judgement;
    }

    /** The layers that the claims about layers name. */
    private Set<String> judged() {
        Set<String> names = new LinkedHashSet<>();
        if (!layers.hidden().isEmpty()) {
            names.add(layers.hidden().getFirst());
            names.add(layers.hidden().getLast());
        }
        layers.output().ifPresent(names::add);
        return names;
    }

    private PerNetwork means(String layer, Condition condition, int order) {
        return Layers.values(layers.of(layer, condition), order, Order::mean);
    }

    private PerNetwork change(Condition condition, int order) {
        return means(layers.hidden().getLast(), condition, order)
                .minus(means(layers.hidden().getFirst(), condition, order));
    }

    /** Only what is sure in the trained network can be absent from a control. */
    private static void compare(
            Judgement judgement, String name, int side, PerNetwork trained, PerNetwork control, String same) {
        Interval with = trained.interval();
        if (control.isEmpty() || trained.isEmpty() || (side == 0 && with.exists())) {
            return;
        }
        Interval without = control.interval();
        Interval difference = trained.minus(control).interval();
        boolean shown = side != 0 && without.side(0) == side && without.mean() / with.mean() >= SAME;
        boolean absent = side != 0 && difference.side(0) == side;
        Verdict verdict = shown ? Verdict.FAILED : absent ? Verdict.HELD : Verdict.UNDECIDED;
        judgement.judge(name, verdict, difference.exists() ? 2 : 0);
        judgement.say(name + ": mean Omega " + Digits.of(with) + " trained, " + Digits.of(without)
                + " in the control, difference " + Digits.of(difference) + " nats ("
                + Digits.networks(difference.networks()) + ")" + (shown ? ": " + same + "." : "."));
    }
}
