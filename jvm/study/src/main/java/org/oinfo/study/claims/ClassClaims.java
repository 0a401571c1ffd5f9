package org.oinfo.study.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.oinfo.study.result.AboutClass;
import org.oinfo.study.result.AboutClass.Values;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.TreeNull;

/** What the class has to do with it, and whether there is synergy that no tree of correlations has. */
public final class ClassClaims {
    private final Layers layers;

    ClassClaims(Layers layers) {
        this.layers = layers;
    }

    List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        List<String> hidden = layers.hidden();
        if (hidden.size() > 1) {
            LayerClaims.add(
                    claims,
                    grows(
                            "About the class, neurons become more redundant" + Layers.DEEPER
                                    + " (r grows, arXiv 2504.15779)",
                            "r",
                            Values::redundancy,
                            1));
            LayerClaims.add(
                    claims,
                    grows(
                            "... and less vulnerable: fewer carry what no other does (v falls)",
                            "v",
                            Values::vulnerability,
                            -1));
        }
        if (!hidden.isEmpty()) {
            LayerClaims.add(claims, within());
            LayerClaims.add(claims, trees());
        }
        return claims;
    }

    /** Values of images that the model was not fitted to. */
    public static PerNetwork heldOut(List<LayerLandscape> landscapes, ToDoubleFunction<Values> value) {
        return Layers.each(landscapes, each -> {
            AboutClass about = each.about();
            return about == null ? null : value.applyAsDouble(about.heldOut());
        });
    }

    private Judgement grows(String claim, String name, ToDoubleFunction<Values> value, int side) {
        Judgement judgement = new Judgement(claim);
        PerNetwork first = heldOut(layers.of(layers.hidden().getFirst(), Condition.TRAINED), value);
        PerNetwork last = heldOut(layers.of(layers.hidden().getLast(), Condition.TRAINED), value);
        Interval change = last.minus(first).interval();
        if (change.networks() > 0) {
            judgement.judge("triplets", change, 0, side);
            judgement.figure(name + " changes by " + Digits.of(change), change, 0);
            judgement.say("Random triplets, held-out images: " + name + " goes from " + Digits.of(first.interval())
                    + " to " + Digits.of(last.interval()) + ", by " + Digits.of(change) + " ("
                    + Digits.networks(change.networks()) + ").");
        }
        return judgement;
    }

    /** The drive that neurons share because they answer to classes. */
    private Judgement within() {
        Judgement judgement = new Judgement(
                "The class is what neurons of the last hidden layer share most: within classes the mean S is less than half");
        String last = layers.hidden().getLast();
        for (int order : layers.orders()) {
            PerNetwork all = Layers.values(layers.of(last, Condition.TRAINED), order, Order::s);
            PerNetwork within = Layers.values(layers.of(last, Condition.WITHIN_CLASS), order, Order::s);
            Interval share = within.over(all).interval();
            if (share.networks() > 0) {
                judgement.judge("order " + order, share, 0.5, -1);
                judgement.figure("S within classes / S " + Digits.of(share) + ", order " + order, share, 0.5);
                judgement.say("Order " + order + ", " + last + ": mean S " + Digits.of(all.interval()) + " nats, "
                        + Digits.of(within.interval()) + " with the mean of each class taken out, a share of "
                        + Digits.of(share) + " (" + Digits.networks(share.networks()) + ").");
            }
        }
        return judgement;
    }

    /** Share of the n-plets beyond a layer's tree. */
    public static PerNetwork beyondTree(List<LayerLandscape> landscapes) {
        return Layers.each(landscapes, each -> {
            TreeNull tree = each.tree();
            return tree == null ? null : (double) tree.beyond() / tree.total();
        });
    }

    private Judgement trees() {
        Judgement judgement = new Judgement(
                "Each hidden layer has synergy that no tree of its pairwise correlations has (p at most 0.05 for any group)");
        for (String layer : layers.hidden()) {
            Interval share = beyondTree(layers.of(layer, Condition.TRAINED)).interval();
            if (share.networks() > 0) {
                judgement.judge(layer, share, 0, 1);
                judgement.figure(Digits.of(share.times(100)) + " % of the n-plets, " + layer, share, 0);
                judgement.say(Judgement.capital(layer) + ": " + Digits.of(share.times(100))
                        + " % of the n-plets lie beyond the tree (" + Digits.networks(share.networks()) + ").");
            }
        }
        return judgement;
    }
}
