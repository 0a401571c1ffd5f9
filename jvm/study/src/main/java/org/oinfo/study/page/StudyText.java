package org.oinfo.study.page;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.oinfo.study.claims.Accuracies;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.claims.Domination;
import org.oinfo.study.claims.Judgement;
import org.oinfo.study.claims.Layers;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.StudyResult;
import org.oinfo.study.result.Training;
import org.oinfo.study.result.Treatment;

/** A study in a terminal: the claims with their evidence, layers, accuracies. */
public final class StudyText {
    private static final int COLUMNS = 100;

    private final StudyResult result;
    private final PrintWriter out;

    private StudyText(StudyResult result, PrintWriter out) {
        this.result = result;
        this.out = out;
    }

    /** Writes the summary, no line longer than 100 columns unless a single word or a table is. */
    public static void write(StudyResult result, PrintWriter out) {
        new StudyText(result, out).write();
        out.flush();
    }

    private void write() {
        wrap("", "", Summary.facts(result));
        if (!result.claims().isEmpty()) {
            out.println();
            wrap("", "", Summary.rule(result));
        }
        for (Claim claim : result.claims()) {
            out.println();
            wrap(Judgement.word(claim.verdict()).toUpperCase(Locale.ROOT) + " ", "  ", claim.claim());
            claim.evidence().forEach(sentence -> wrap("  - ", "    ", sentence));
        }
        layers();
        accuracies();
    }

    /** Words in lines, the first after one indent, the others after another. */
    private void wrap(String first, String others, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > COLUMNS) {
                out.println(line);
                line = new StringBuilder(others);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line);
    }

    private void layers() {
        Layers layers = new Layers(result.landscapes());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("layer", "order", "networks", "mean Omega", "smallest", "largest", "synergistic %"));
        for (String layer : layers.names()) {
            List<LayerLandscape> trained = layers.of(layer, Condition.TRAINED);
            for (int order : layers.orders()) {
                Interval mean = Layers.values(trained, order, Order::mean).interval();
                if (mean.networks() > 0) {
                    rows.add(List.of(
                            layer,
                            Integer.toString(order),
                            Integer.toString(mean.networks()),
                            Digits.spread(mean),
                            Digits.of(Layers.values(trained, order, Order::min)
                                    .interval()
                                    .mean()),
                            Digits.of(Layers.values(trained, order, Order::max)
                                    .interval()
                                    .mean()),
                            Digits.spread(Layers.values(
                                            trained, order, each -> 100 * Domination.share(each.synergistic(), each))
                                    .interval())));
                }
            }
        }
        table("Omega of all n-plets, trained, nats: mean ± standard deviation over networks", rows);
    }

    private void accuracies() {
        Accuracies accuracies = new Accuracies(result.prunings());
        for (String scope : accuracies.scopes()) {
            List<Integer> sizes = accuracies.sizes(scope);
            for (Treatment treatment : accuracies.treatments()) {
                List<List<String>> rows = new ArrayList<>();
                List<String> head = new ArrayList<>(List.of("choice"));
                sizes.forEach(size -> head.add(Accuracies.words(size)));
                rows.add(head);
                for (String choice : accuracies.choices(scope)) {
                    List<String> row = new ArrayList<>(List.of(choice));
                    sizes.forEach(size -> row.add(Digits.spread(accuracies
                            .values(scope, size, choice, treatment)
                            .interval()
                            .times(100))));
                    rows.add(row);
                }
                table(
                        "Accuracy in % by neurons kept, " + treatment.words() + ", " + Accuracies.words(scope)
                                + whole(),
                        rows);
            }
        }
    }

    private String whole() {
        Interval whole = Interval.of(
                result.training().stream().map(Training::testAccuracy).toList());
        return whole.networks() == 0 ? "" : " (whole network " + Digits.spread(whole.times(100)) + ")";
    }

    /** Names start, numbers end below each other. */
    private void table(String title, List<List<String>> rows) {
        if (rows.size() < 2) {
            return;
        }
        out.println();
        wrap("", "", title);
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-" + widths[0] + "s", row.getFirst()));
            for (int column = 1; column < widths.length; column++) {
                line.append(String.format(Locale.ROOT, "%" + (widths[column] + 2) + "s", row.get(column)));
            }
            out.println(line);
        }
    }
}
