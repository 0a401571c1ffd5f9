package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.oinfo.study.result.Claim.Verdict;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.StudyResult;

/** A study in a paragraph. */
final class Summary {
    /** How claims are judged. */
    static final String RULE =
            "A claim held or failed only where the 95 % Student interval over networks lies wholly on one side"
                    + " in every case judged (an order, a size, a layer); otherwise it is undecided, and always with one network."
                    + " Intervals are not corrected for their number: of twenty that say nothing, one excludes zero by chance. The"
                    + " claims are those of arXiv 2211.00416, which names no settings that could be repeated; activations after the ReLU,"
                    + " the uncorrected Gaussian copula, masks with the same initial weights and the comparison with complements follow"
                    + " the authors' later open study, arXiv 2408.08944; all other settings are ours.";

    private Summary() {}

    /** What was done, and what became of each claim. */
    static String of(StudyResult result) {
        return (facts(result) + " " + verdicts(result)).strip();
    }

    /** What was done. */
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
        if (!layers.names().isEmpty()) {
            parts.add("O-information of all groups of "
                    + layers.orders().stream().map(String::valueOf).collect(Collectors.joining(", ")) + " neurons in "
                    + layers.names().size() + " layers.");
        }
        return String.join(" ", parts);
    }

    private static String verdicts(StudyResult result) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            String claims = result.claims().stream()
                    .filter(claim -> claim.verdict() == verdict)
                    .map(claim -> small(claim.claim()))
                    .collect(Collectors.joining("; "));
            if (!claims.isEmpty()) {
                parts.add(Judgement.capital(Judgement.word(verdict)) + ": " + claims + ".");
            }
        }
        return String.join(" ", parts);
    }

    private static String small(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
