package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.oinfo.report.Provenance;
import org.oinfo.report.page.Section;
import org.oinfo.study.claims.Accuracies;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.claims.PruningClaims;
import org.oinfo.study.result.Difference;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.Pruning;
import org.oinfo.study.result.StudyResult;
import org.oinfo.study.result.Training;
import org.oinfo.study.result.Treatment;

/** What a practitioner takes from a study: accuracy against size of the best choices, and one row to use. */
final class TakeHome {
    /** Before the row that is recommended. */
    private static final String MARK = "\u25b8 ";

    private static final String TITLE = "To take home: which neurons to keep";

    private final StudyResult result;
    private final Accuracies accuracies;
    private final Interval whole;

    TakeHome(StudyResult result) {
        this.result = result;
        this.accuracies = new Accuracies(result.prunings());
        this.whole = Interval.of(
                result.training().stream().map(Training::testAccuracy).toList());
    }

    /** Nothing without sub-networks. */
    Optional<Section> section() {
        if (accuracies.scopes().isEmpty() || result.training().isEmpty()) {
            return Optional.empty();
        }
        String scope = accuracies.scopes().getFirst();
        Treatment treatment = accuracies.cheapest();
        List<Difference> losses = losses(scope, treatment);
        if (losses.isEmpty()) {
            return Optional.empty();
        }
        Section section = new Section(TITLE);
        Difference best = recommended(losses);
        section.text().add(recommendation(scope, treatment, best));
        Grid rows = rows(scope, treatment, losses, best);
        rows.note(reason(best));
        rows.note(diagnosis(scope, treatment));
        rows.addTo(section, false);
        classes(scope, best).addTo(section, true);
        return Optional.of(section);
    }

    /** Choices of a size less the whole network. */
    private List<Difference> losses(String scope, Treatment treatment) {
        return result.differences().stream()
                .filter(each -> each.scope().equals(scope)
                        && each.treatment().equals(treatment.field())
                        && each.against().equals(PruningClaims.WHOLE))
                .toList();
    }

    private static boolean little(Difference loss) {
        Double low = loss.low();
        return low != null && low >= -PruningClaims.LITTLE;
    }

    /** The smallest size that loses little for certain, else what loses least; of equal ones the highest mean. */
    private static Difference recommended(List<Difference> losses) {
        Comparator<Difference> mean = Comparator.comparingDouble(Difference::mean);
        return losses.stream()
                .filter(TakeHome::little)
                .max(Comparator.<Difference>comparingInt(each -> -each.size()).thenComparing(mean))
                .orElseGet(() -> losses.stream().max(mean).orElseThrow());
    }

    private String recommendation(String scope, Treatment treatment, Difference best) {
        List<Pruning> rows = accuracies.of(scope, best.size(), best.choice());
        return "Recommended: keep " + Accuracies.words(best.size()) + " neurons (" + Accuracies.words(scope) + ") by "
                + best.choice() + ", " + treatment.words() + ": "
                + Digits.of(accuracies
                        .values(scope, best.size(), best.choice(), treatment)
                        .interval()
                        .times(100))
                + " % of the test images, "
                + Digits.of(PruningClaims.interval(best).times(100)) + " points from the whole network's "
                + Digits.percent(whole.mean()) + ", with " + parameters(rows) + " parameters.";
    }

    private static String reason(Difference best) {
        String rule = little(best)
                ? "The smallest size with a choice whose loss stays within " + Digits.of(100 * PruningClaims.LITTLE)
                        + " points in all of its 95 % interval; of its choices the one with the highest mean."
                : "No size loses at most " + Digits.of(100 * PruningClaims.LITTLE)
                        + " points for certain: this row loses least. Try larger sizes with --keep.";
        return MARK + "recommended. " + rule
                + " It was picked by the test images that it is told for: its mean is a little too high.";
    }

    private static String parameters(List<Pruning> rows) {
        return Digits.count(rows.isEmpty() ? 0 : rows.getFirst().parameters());
    }

    /** Whether Omega tells what to keep, by what the choices gain on random ones. */
    private String diagnosis(String scope, Treatment treatment) {
        List<String> parts = new ArrayList<>();
        for (String choice : List.of(Accuracies.SYNERGISTIC, Accuracies.REDUNDANT)) {
            List<String> sizes = result.differences().stream()
                    .filter(each -> each.scope().equals(scope)
                            && each.treatment().equals(treatment.field())
                            && each.choice().equals(choice)
                            && each.against().equals(Accuracies.RANDOM))
                    .map(each -> Accuracies.words(each.size()) + ": "
                            + Digits.of(PruningClaims.interval(each).times(100)))
                    .toList();
            if (!sizes.isEmpty()) {
                parts.add(choice + " " + String.join(", ", sizes));
            }
        }
        return "Omega is a diagnosis of redundancy among neurons, not a score to prune by: it does not know what the next layer"
                + " reads. Points gained on random neurons of the same number, " + treatment.words() + ", by size: "
                + String.join("; ", parts) + ".";
    }

    private Grid rows(String scope, Treatment treatment, List<Difference> losses, Difference recommended) {
        Grid table = new Grid(
                "Accuracy against size, " + treatment.words()
                        + ": each size's two best choices and random neurons, means over"
                        + " networks with 95 % intervals",
                List.of(
                        "kept",
                        "choice",
                        "accuracy %",
                        "less the whole",
                        "draws as good %",
                        "parameters",
                        "multiply-adds"));
        for (int size : accuracies.sizes(scope)) {
            List<Difference> ofSize = losses.stream()
                    .filter(each -> each.size() == size)
                    .sorted(Comparator.comparingDouble(Difference::mean).reversed())
                    .toList();
            List<Difference> best = ofSize.stream()
                    .filter(each -> !each.choice().equals(Accuracies.RANDOM))
                    .limit(2)
                    .toList();
            Stream.concat(
                            best.stream(),
                            ofSize.stream().filter(each -> each.choice().equals(Accuracies.RANDOM)))
                    .forEach(each -> {
                        Pruning row = accuracies.of(scope, size, each.choice()).getFirst();
                        table.row(List.of(
                                Accuracies.words(size),
                                (each.equals(recommended) ? MARK : "") + each.choice(),
                                Digits.of(accuracies
                                        .values(scope, size, each.choice(), treatment)
                                        .interval()
                                        .times(100)),
                                Digits.of(PruningClaims.interval(each).times(100)),
                                percentile(scope, treatment, each),
                                Digits.count(row.parameters()),
                                Digits.count(row.multiplyAdds())));
                    });
        }
        return table;
    }

    private String percentile(String scope, Treatment treatment, Difference loss) {
        return result.differences().stream()
                .filter(each -> each.scope().equals(scope)
                        && each.treatment().equals(treatment.field())
                        && each.size() == loss.size()
                        && each.choice().equals(loss.choice())
                        && each.against().equals(Accuracies.RANDOM))
                .map(Difference::rank)
                .filter(Objects::nonNull)
                .map(rank -> Digits.fixed(100 * rank, 1))
                .findFirst()
                .orElse(Provenance.NONE);
    }

    /** Classes that a smaller network forgets do not show in the mean. */
    private Grid classes(String scope, Difference best) {
        List<Pruning> rows = accuracies.of(scope, best.size(), best.choice());
        Grid table = new Grid(
                "Refitted, " + best.choice() + ", " + Accuracies.words(best.size())
                        + " kept: accuracy by class, mean over networks with its 95 % interval",
                List.of("class", "accuracy %"));
        int classes = rows.isEmpty() ? 0 : rows.getFirst().classes().size();
        for (int c = 0; c < classes; c++) {
            int label = c;
            Interval interval = Interval.of(rows.stream()
                    .map(each -> each.classes().get(label))
                    .filter(Objects::nonNull)
                    .toList());
            table.row(List.of(Integer.toString(c), Digits.of(interval.times(100))));
        }
        return table;
    }
}
