package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oinfo.report.Provenance;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Interaction;
import org.oinfo.study.result.Interval;

/** Whether Omega, the total correlation or dOmega tells which groups of neurons matter together. */
final class InteractionClaims {
    private record Measure(String name, Function<Interaction, @Nullable Double> of) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("Omega", Interaction::omega),
            new Measure("TC", Interaction::tc),
            new Measure("dOmega about the class", Interaction::domega));

    private final List<Interaction> all;

    InteractionClaims(List<Interaction> all) {
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

    private interface Case {
        void take(String layer, int size, List<Interaction> networks);
    }

    private void each(Case taker) {
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

    /** The same numbers, a row for each layer and size. */
    Grid table() {
        Grid table = new Grid(
                "Which measure tells what groups matter together: Spearman's correlation with the interaction of ablations over"
                        + " random groups of about the same sum of single gains, means over networks with 95 % intervals; that with"
                        + " the sum itself is what was left to match",
                List.of(
                        "layer",
                        "size",
                        "networks",
                        "groups",
                        "interaction, nats",
                        "Omega",
                        "TC",
                        "dOmega",
                        "sum of singles"));
        each((layer, size, some) -> table.row(List.of(
                layer,
                Integer.toString(size),
                Integer.toString(some.size()),
                Integer.toString(
                        some.stream().mapToInt(Interaction::groups).min().orElse(0)),
                words(some, Interaction::interaction),
                words(some, Interaction::omega),
                words(some, Interaction::tc),
                words(some, Interaction::domega),
                words(some, Interaction::sum))));
        return table;
    }

    private static String words(List<Interaction> some, Function<Interaction, @Nullable Double> value) {
        Interval interval = interval(some, value);
        return interval.networks() == 0 ? Provenance.NONE : Digits.of(interval);
    }

    private static Interval interval(List<Interaction> some, Function<Interaction, @Nullable Double> value) {
        PerNetwork values = PerNetwork.empty();
        some.forEach(each -> values.put(each.seed(), value.apply(each)));
        return values.interval();
    }
}
