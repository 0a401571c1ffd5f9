package org.oinfo.study.claims;

import java.util.List;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.Importance.Agreement;
import org.oinfo.study.result.Interval;

/** Whether what a neuron's groups say agrees with what the neuron does alone. */
public final class ScoreClaims {
    private static final String MEAN_O = "meanO";

    private final List<Importance> importance;

    /** Of every layer and network. */
    public ScoreClaims(List<Importance> importance) {
        this.importance = importance;
    }

    List<Claim> all() {
        Judgement judgement = new Judgement(
                "Neurons of synergistic groups matter more: the lower a neuron's mean Omega, the more its loss costs");
        for (String layer : layers()) {
            Interval interval = agreement(layer, MEAN_O, "ablationLoss").interval();
            if (interval.networks() > 0) {
                judgement.judge(layer, interval, 0, -1);
                judgement.figure("Spearman's correlation " + Digits.of(interval) + ", " + layer, interval, 0);
                judgement.say(layer + ": Spearman's correlation of mean Omega (order " + order(layer)
                        + ") with ablation loss " + Digits.of(interval) + ", with mutual information about the class "
                        + Digits.of(agreement(layer, MEAN_O, "information").interval()) + ", with variance "
                        + Digits.of(agreement(layer, MEAN_O, "variance").interval()) + " ("
                        + Digits.networks(interval.networks()) + ").");
            }
        }
        return judgement.isEmpty() ? List.of() : List.of(judgement.claim());
    }

    /** In the order of the network. */
    public List<String> layers() {
        return importance.stream().map(Importance::layer).distinct().toList();
    }

    private int order(String layer) {
        return importance.stream()
                .filter(each -> each.layer().equals(layer))
                .findFirst()
                .map(Importance::order)
                .orElse(0);
    }

    /** Rank correlation of two scores, for each network. */
    public PerNetwork agreement(String layer, String first, String second) {
        PerNetwork values = PerNetwork.empty();
        for (Importance each : importance) {
            for (Agreement agreement : each.agreement()) {
                List<String> pair = List.of(agreement.first(), agreement.second());
                if (each.layer().equals(layer) && pair.contains(first) && pair.contains(second)) {
                    values.put(each.seed(), agreement.correlation());
                }
            }
        }
        return values;
    }
}
