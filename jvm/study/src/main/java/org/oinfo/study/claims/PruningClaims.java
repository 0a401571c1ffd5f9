package org.oinfo.study.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Difference;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.Pruning;
import org.oinfo.study.result.Training;
import org.oinfo.study.result.Treatment;

/** Whether synergistic sub-networks can be re-trained, and whether they do better than others. */
public final class PruningClaims {
    /** The largest loss of accuracy that is called little. */
    public static final double LITTLE = 0.02;

    /** The name of the whole network in a difference from it. */
    public static final String WHOLE = "whole";

    private final Interval whole;
    private final List<Difference> differences;
    private final Accuracies accuracies;

    PruningClaims(List<Training> training, List<Pruning> prunings, List<Difference> differences) {
        this.whole = Interval.of(training.stream().map(Training::testAccuracy).toList());
        this.accuracies = new Accuracies(prunings);
        this.differences = differences;
    }

    List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        for (String scope :
                differences.stream().map(Difference::scope).distinct().toList()) {
            LayerClaims.add(claims, littleLoss(scope));
            LayerClaims.add(claims, better(scope, List.of(Accuracies.RANDOM), "random sub-networks of the same size"));
            LayerClaims.add(claims, better(scope, List.of(Accuracies.REDUNDANT), "redundant ones of the same size"));
            LayerClaims.add(claims, better(scope, List.of(Accuracies.COMPLEMENT), "their complements"));
        }
        return claims;
    }

    /** Groups against the neurons that do best alone. */
    List<Claim> againstSingle() {
        List<Claim> claims = new ArrayList<>();
        for (String scope :
                differences.stream().map(Difference::scope).distinct().toList()) {
            LayerClaims.add(
                    claims,
                    better(scope, Accuracies.SINGLE, "those of the neurons that score best alone, whatever the score"));
        }
        return claims;
    }

    /** The treatment that a claim is judged on: training from the same initial weights, where that was done. */
    private Optional<Treatment> judged(String scope) {
        return Stream.of(Treatment.RETRAINED, Treatment.TUNED, Treatment.REFITTED, Treatment.ABLATED)
                .filter(treatment -> differences.stream()
                        .anyMatch(each ->
                                each.scope().equals(scope) && each.treatment().equals(treatment.field())))
                .findFirst();
    }

    private List<Difference> of(String scope, Treatment treatment, String choice, String against) {
        return differences.stream()
                .filter(each -> each.scope().equals(scope)
                        && each.treatment().equals(treatment.field())
                        && each.choice().equals(choice)
                        && each.against().equals(against))
                .toList();
    }

    private Judgement littleLoss(String scope) {
        Judgement judgement = new Judgement("A synergistic sub-network can be re-trained with little loss: at most "
                + Digits.of(100 * LITTLE) + " points of accuracy, our margin (" + Accuracies.words(scope) + ")");
        for (Difference each : of(scope, Treatment.RETRAINED, Accuracies.SYNERGISTIC, WHOLE)) {
            Interval interval = interval(each);
            judgement.judge(kept(each), interval, -LITTLE, 1);
            judgement.figure(points(interval) + ", " + kept(each), interval, -LITTLE);
            double accuracy = accuracies
                    .values(scope, each.size(), Accuracies.SYNERGISTIC, Treatment.RETRAINED)
                    .interval()
                    .mean();
            judgement.say(
                    Judgement.capital(kept(each)) + " kept in each layer cut: accuracy " + Digits.percent(accuracy)
                            + " against " + Digits.percent(whole.mean()) + " of the whole network, difference "
                            + Digits.of(interval.times(100)) + " points ("
                            + Digits.networks(each.networks()) + ").");
        }
        return judgement;
    }

    private Judgement better(String scope, List<String> against, String others) {
        Optional<Treatment> treatment = judged(scope);
        Judgement judgement = new Judgement("Synergistic sub-networks do better than " + others + " ("
                + treatment.map(Treatment::words).orElse("") + ", " + Accuracies.words(scope) + ")");
        if (treatment.isEmpty()) {
            return judgement;
        }
        for (String other : against) {
            for (Difference each : of(scope, treatment.get(), Accuracies.SYNERGISTIC, other)) {
                String name = against.size() > 1 ? other + " " + Accuracies.words(each.size()) : kept(each);
                judgement.judge(name, interval(each), 0, 1);
                judgement.figure(
                        points(interval(each)) + ", " + kept(each) + (against.size() > 1 ? " against " + other : ""),
                        interval(each),
                        0);
            }
            for (Treatment shown : against.size() > 1 ? List.of(treatment.get()) : List.of(Treatment.values())) {
                sentence(judgement, scope, shown, Accuracies.SYNERGISTIC, other);
            }
        }
        if (against.contains(Accuracies.RANDOM)) {
            sentence(judgement, scope, treatment.get(), Accuracies.REDUNDANT, Accuracies.RANDOM);
        }
        if (against.contains(Accuracies.COMPLEMENT) && !judgement.isEmpty()) {
            judgement.say("A complement keeps all the other neurons, mostly far more of them: this compares as"
                    + " arXiv 2408.08944 does, not at equal size.");
        }
        return judgement;
    }

    private void sentence(Judgement judgement, String scope, Treatment treatment, String choice, String against) {
        List<Difference> found = of(scope, treatment, choice, against);
        if (!found.isEmpty()) {
            String sizes = found.stream()
                    .map(each -> (each.size() == 0 ? "" : "size ") + Accuracies.words(each.size()) + ": "
                            + Digits.of(interval(each).times(100)) + rank(each))
                    .collect(Collectors.joining("; "));
            judgement.say(
                    Judgement.capital(treatment.words()) + ", " + choice + " less " + against + ", points of accuracy: "
                            + sizes + " (" + Digits.networks(found.getFirst().networks()) + ").");
        }
    }

    private static String points(Interval difference) {
        return Digits.of(difference.times(100)) + " points of accuracy";
    }

    private static String rank(Difference difference) {
        Double rank = difference.rank();
        return rank == null ? "" : " (" + Digits.percent(rank) + " of the random draws did at least as well)";
    }

    private static String kept(Difference difference) {
        return Accuracies.words(difference.size()) + (difference.size() == 0 ? "" : " neurons");
    }

    /** The interval of a difference. */
    public static Interval interval(Difference difference) {
        Double low = difference.low();
        Double high = difference.high();
        return new Interval(
                difference.networks(),
                difference.mean(),
                Double.NaN,
                low == null ? Double.NaN : low,
                high == null ? Double.NaN : high);
    }
}
