package org.oinfo.study.claims;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Condition;

/** Which layers redundancy and synergy dominate, and how their balance changes from the first hidden layer to the last. */
final class LayerClaims {
    private final Layers layers;
    private final double margin;

    /** {@code margin} is what Omega/S must pass to be on a side. */
    LayerClaims(Layers layers, double margin) {
        this.layers = layers;
        this.margin = margin;
    }

    List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        List<String> hidden = layers.hidden();
        if (!hidden.isEmpty()) {
            add(claims, dominated("The first layer is dominated by redundancy", hidden.getFirst(), 1));
            if (hidden.size() > 1) {
                add(claims, dominated("The last hidden layer is dominated by synergy", hidden.getLast(), -1));
            }
        }
        layers.output()
                .ifPresent(output ->
                        add(claims, dominated("The output layer (logits) is dominated by synergy", output, -1)));
        if (hidden.size() > 1) {
            add(claims, balance());
        }
        return claims;
    }

    static void add(List<Claim> claims, Judgement judgement) {
        if (!judgement.isEmpty()) {
            claims.add(judgement.claim());
        }
    }

    private Judgement dominated(String claim, String layer, int side) {
        Judgement judgement = new Judgement(claim);
        List<LayerLandscape> landscapes = layers.of(layer, Condition.TRAINED);
        for (int order : layers.orders()) {
            Domination domination = Domination.of(landscapes, order);
            if (!domination.isEmpty()) {
                Interval relative = domination.relative();
                judgement
                        .judge("order " + order, domination.verdict(margin, side), relative.exists() ? 2 : 0)
                        .figure(
                                "Omega/S " + Digits.of(relative) + ", " + layer + ", order " + order,
                                relative,
                                Math.copySign(margin, relative.mean()))
                        .say(domination.sentence());
            }
        }
        return judgement;
    }

    /** The mean over all n-plets may be compared between layers of any width. */
    private Judgement balance() {
        String first = layers.hidden().getFirst();
        String last = layers.hidden().getLast();
        Judgement judgement = new Judgement("The balance moves from redundancy towards synergy" + Layers.DEEPER);
        for (int order : layers.orders()) {
            PerNetwork before = Layers.ratios(layers.of(first, Condition.TRAINED), order);
            PerNetwork after = Layers.ratios(layers.of(last, Condition.TRAINED), order);
            Interval change = after.minus(before).interval();
            if (change.networks() > 0) {
                judgement.judgeBeyond("order " + order, change, margin, -1);
                judgement.figure(
                        "Omega/S changes by " + Digits.of(change) + ", order " + order,
                        change,
                        Math.copySign(margin, change.mean()));
                judgement.say("Order " + order + ", " + first + " to " + last + ": Omega/S goes from "
                        + Digits.of(before.interval()) + " to "
                        + Digits.of(after.interval()) + ", by " + Digits.of(change) + " ("
                        + Digits.networks(change.networks()) + ").");
            }
        }
        return judgement;
    }
}
