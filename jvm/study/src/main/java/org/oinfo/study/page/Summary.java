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
                    + " in every case judged (an order, a size, a layer); otherwise, and always with one network, it is undecided."
                    + " Intervals are not corrected for their number: of twenty that say nothing, one excludes zero by chance. The"
                    + " claims are those of arXiv 2211.00416, of whose settings none are relied on; activations after the ReLU,"
                    + " the uncorrected Gaussian copula, masks with the same initial weights and the comparison with complements follow"
                    + " the authors' later open study, arXiv 2408.08944; all other settings are ours.";

    private Summary() {}

    /** The work done, and how many claims held. */
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
        if (!layers.names().isEmpty()) {
            parts.add("O-information of all groups of "
                    + layers.orders().stream().map(String::valueOf).collect(Collectors.joining(", ")) + " neurons in "
                    + layers.names().size() + " layers.");
        }
        return String.join(" ", parts);
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
