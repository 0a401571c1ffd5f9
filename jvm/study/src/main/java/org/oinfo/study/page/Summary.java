package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.claims.Judgement;
import org.oinfo.study.claims.Layers;
import org.oinfo.study.result.Claim.Verdict;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.StudyResult;

/** A study in a paragraph. */
final class Summary {
    private Summary() {}

    /** How claims are judged. */
    static String rule(StudyResult result) {
        double m = result.margin();
        return String.format(
                Locale.ROOT,
                "A claim held or failed only where the 95 %% Student interval over networks lies wholly on one side"
                        + " in every case judged (an order, a size, a layer); otherwise, and always with one network, it is undecided."
                        + " Mean Omega over mean S within ±%s is on no side, whatever its sign: TC and DTC are then within %s %% of each"
                        + " other; this margin is a setting, fixed before the networks were trained. Intervals are not corrected for their"
                        + " number: of twenty that say nothing, one excludes zero by chance. The claims are those of the abstract of arXiv 2211.00416,"
                        + " whose body was not to be had; activations after the ReLU,"
                        + " the uncorrected Gaussian copula, masks with the same initial weights and the comparison with complements follow"
                        + " the authors' later open study, arXiv 2408.08944; all other settings are ours.",
                Digits.of(m),
                Digits.of(100 * ((1 + m) / (1 - m) - 1)));
    }

    /** The work done, on which side the layers are, and how many claims held. */
    static String of(StudyResult result) {
        return (facts(result) + " " + verdicts(result)).strip();
    }

    /** The work done. */
    static String facts(StudyResult result) {
        List<String> parts = new ArrayList<>();
        if (!result.training().isEmpty()) {
            Interval accuracy = Interval.of(result.training().stream()
                    .map(training -> training.testAccuracy())
                    .toList());
            parts.add(Judgement.capital(Digits.networks(accuracy.networks())) + " trained to "
                    + Digits.percent(accuracy.mean()) + " accuracy on the test images.");
        }
        Layers layers = new Layers(result.landscapes());
        if (!layers.ofNeurons().isEmpty()) {
            parts.add("O-information of all groups of "
                    + layers.orders().stream().map(String::valueOf).collect(Collectors.joining(", ")) + " neurons in "
                    + layers.ofNeurons().size() + " layers." + sides(layers));
        }
        return String.join(" ", parts);
    }

    /** The range of the sign: from the layer and order that lies furthest on one side to that on the other. */
    private static String sides(Layers layers) {
        TreeMap<Double, String> found = new TreeMap<>();
        for (String layer : layers.ofNeurons()) {
            for (int order : layers.orders()) {
                Interval ratio = Layers.ratios(layers.of(layer, Condition.TRAINED), order)
                        .interval();
                if (ratio.networks() > 0) {
                    found.put(ratio.mean(), Digits.of(ratio.mean()) + " (" + layer + ", order " + order + ")");
                }
            }
        }
        return found.isEmpty()
                ? ""
                : " Their mean Omega/S goes from " + found.firstEntry().getValue() + " to "
                        + found.lastEntry().getValue() + "; -1 is synergy alone, 1 redundancy alone.";
    }

    private static String verdicts(StudyResult result) {
        if (result.claims().isEmpty()) {
            return "";
        }
        return "Claims: "
                + List.of(Verdict.values()).stream()
                        .map(verdict -> result.claims().stream()
                                        .filter(claim -> claim.verdict() == verdict)
                                        .count()
                                + " " + Judgement.word(verdict))
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
