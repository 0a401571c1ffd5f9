package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Claim.Verdict;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Subsets;

/** Which layers redundancy and synergy dominate, and how both change from the first hidden layer to the last. */
final class LayerClaims {
    private final Layers layers;

    LayerClaims(Layers layers) {
        this.layers = layers;
    }

    List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        List<String> hidden = layers.hidden();
        if (!hidden.isEmpty()) {
            String first = hidden.getFirst();
            String last = hidden.getLast();
            add(claims, dominated("The first layer (" + first + ") is dominated by redundancy", first, 1));
            if (hidden.size() > 1) {
                add(claims, dominated("The last hidden layer (" + last + ") is dominated by synergy", last, -1));
            }
        }
        layers.output()
                .ifPresent(output -> add(
                        claims,
                        dominated("The output layer (" + output + ", logits) is dominated by synergy", output, -1)));
        if (hidden.size() > 1) {
            String span = " from " + hidden.getFirst() + " to " + hidden.getLast();
            add(claims, falls("Redundancy falls" + span, "largest", Subsets::max));
            add(claims, falls("Synergy grows" + span, "smallest", Subsets::min));
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
                int found = domination.side() * side;
                Verdict verdict = found > 0 ? Verdict.HELD : found < 0 ? Verdict.FAILED : Verdict.UNDECIDED;
                judgement
                        .judge("order " + order, verdict, domination.mean().exists() ? 2 : 0)
                        .figure(
                                "mean Omega " + Digits.of(domination.mean()) + " nats, order " + order,
                                domination.mean(),
                                0)
                        .say(domination.sentence());
            }
        }
        return judgement;
    }

    /** Judged on random subsets of equal size, as an extreme over more n-plets is more extreme by selection alone. */
    private Judgement falls(String claim, String extreme, Function<Subsets, @Nullable Double> value) {
        List<LayerLandscape> first = layers.of(layers.hidden().getFirst(), Condition.TRAINED);
        List<LayerLandscape> last = layers.of(layers.hidden().getLast(), Condition.TRAINED);
        Judgement judgement = new Judgement(claim + ", at equal order, neurons and samples");
        boolean equalSamples = Layers.samples(first).equals(Layers.samples(last));
        for (int order : layers.orders()) {
            PerNetwork before = Layers.subsets(first, order, value);
            PerNetwork change = Layers.subsets(last, order, value).minus(before);
            List<Double> sizes = List.copyOf(Layers.subsets(first, order, each -> (double) each.size())
                    .values()
                    .values());
            boolean equalSizes = Layers.subsets(last, order, each -> (double) each.size()).values().values().stream()
                    .allMatch(sizes::contains);
            if (!change.isEmpty() && equalSamples && equalSizes) {
                judgement.judge("order " + order, change.interval(), 0, -1);
                judgement.figure(
                        extreme + " Omega changes by " + Digits.of(change.interval()) + " nats, order " + order,
                        change.interval(),
                        0);
                judgement.say(
                        change(order, sizes.getFirst().intValue(), extreme, before, change) + mean(order, first, last));
            } else if (!change.isEmpty()) {
                judgement.judge("order " + order, Verdict.UNDECIDED, 0);
                judgement.say("Order " + order + ": the two layers were not scored with equal subsets and samples.");
            }
        }
        return judgement;
    }

    private static String change(int order, int size, String extreme, PerNetwork before, PerNetwork change) {
        return "Order " + order + ", random subsets of " + size + " neurons: the mean " + extreme + " Omega goes from "
                + Digits.of(before.interval().mean()) + " by " + Digits.of(change.interval()) + " nats ("
                + Digits.networks(change.interval().networks()) + ")";
    }

    private static String mean(int order, List<LayerLandscape> first, List<LayerLandscape> last) {
        PerNetwork change =
                Layers.subsets(last, order, Subsets::mean).minus(Layers.subsets(first, order, Subsets::mean));
        return "; their mean Omega by " + Digits.of(change.interval()) + " nats.";
    }
}
