package org.oinfo.study.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Interaction;
import org.oinfo.study.result.Interval;

/** Whether Omega, the total correlation or dOmega tells which groups of neurons matter together. */
public final class InteractionClaims {
    private record Measure(String name, Function<Interaction, @Nullable Double> of) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("Omega", Interaction::omega),
            new Measure("TC", Interaction::tc),
            new Measure("dOmega about the class", Interaction::domega));

    private final List<Interaction> all;

    /** Of every layer, size and network. */
    public InteractionClaims(List<Interaction> all) {
        this.all = all;
    }

    /** One for each measure: neurons that share more back each other up, so that the loss of all costs more than single losses. */
    List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        for (Measure measure : MEASURES) {
            Judgement judgement = new Judgement(
                    measure.name
                            + " tells which groups matter together: the larger it is, the more their loss costs beyond single losses");
            each((layer, size, some) -> {
                Interval correlation = interval(some, measure.of);
                if (correlation.networks() > 0) {
                    String name = layer + ", " + size + " neurons";
                    judgement.judge(name, correlation, 0, 1);
                    judgement.figure("Spearman's correlation " + Digits.of(correlation) + ", " + name, correlation, 0);
                    judgement.say(name + ": Spearman's correlation with the interaction of ablations "
                            + Digits.of(correlation) + " (" + Digits.networks(correlation.networks())
                            + "); over random groups whose single losses sum to about the same.");
                }
            });
            LayerClaims.add(claims, judgement);
        }
        return claims;
    }

    /** Takes the groups of a layer and size. */
    @FunctionalInterface
    public interface Case {
        /** All networks'. */
        void take(String layer, int size, List<Interaction> networks);
    }

    /** Goes through layers, and through sizes in each. */
    public void each(Case taker) {
        for (String layer : all.stream().map(Interaction::layer).distinct().toList()) {
            for (int size :
                    all.stream().map(Interaction::size).distinct().sorted().toList()) {
                List<Interaction> some = all.stream()
                        .filter(each -> each.layer().equals(layer) && each.size() == size)
                        .toList();
                if (!some.isEmpty()) {
                    taker.take(layer, size, some);
                }
            }
        }
    }

    /** The mean of a value over networks. */
    public static Interval interval(List<Interaction> some, Function<Interaction, @Nullable Double> value) {
        PerNetwork values = PerNetwork.empty();
        some.forEach(each -> values.put(each.seed(), value.apply(each)));
        return values.interval();
    }
}
