package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.oinfo.report.Provenance;
import org.oinfo.report.page.Section;
import org.oinfo.study.claims.Accuracies;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.claims.PruningClaims;
import org.oinfo.study.result.Difference;
import org.oinfo.study.result.Interaction;
import org.oinfo.study.result.Pruning;
import org.oinfo.study.result.Training;

/** Accuracy of sub-networks against their size. */
final class PruningSection {
    /** The heading above it. */
    static final String TITLE = "Sub-networks";

    private final Accuracies accuracies;
    private final List<Interaction> interactions;
    private final List<Difference> differences;
    private final PruningCharts charts;

    PruningSection(
            List<Training> training,
            List<Pruning> prunings,
            List<Interaction> interactions,
            List<Difference> differences,
            Charts charts) {
        this.accuracies = new Accuracies(prunings);
        this.interactions = interactions;
        this.differences = differences;
        this.charts = new PruningCharts(training, accuracies, differences, charts);
    }

    Section section() {
        Section section = new Section(TITLE);
        section.text()
                .add(
                        "Neurons are chosen in each layer by what they answer to the captured images, the others silenced: ablated is the trained network without them,"
                                + " refitted fits the layer behind each cut one by least squares to what it computes in the whole network, without"
                                + " labels and without training,"
                                + " re-trained starts again from the same initial weights, tuned trains the trained weights further."
                                + " Intervals are Student's over networks, 95 %: they cover initial weights and the order of the"
                                + " images, on this data set, and are not corrected for their number.");
        accuracies
                .cut(Accuracies.HIDDEN)
                .ifPresent(
                        layers -> section.text()
                                .add(
                                        "Hidden layers that are cut together: " + String.join(", ", layers)
                                                + ". Others, if any, stay whole: what is added in a residual block has the units of its sum."));
        for (String scope : accuracies.scopes()) {
            charts.accuracies(section, scope);
            charts.differences(section, scope);
            table(section, scope);
        }
        differences(section);
        groups(section);
        kept(section);
        return section;
    }

    private void table(Section section, String scope) {
        List<String> head = new ArrayList<>(List.of("size", "choice", "networks"));
        accuracies.treatments().forEach(treatment -> head.add(treatment.words() + " %"));
        Grid table =
                new Grid("Accuracy, mean ± standard deviation over networks (" + Accuracies.words(scope) + ")", head);
        for (int size : accuracies.sizes(scope)) {
            for (String choice : accuracies.choices(scope)) {
                List<String> cells = new ArrayList<>(List.of(Accuracies.words(size), choice));
                cells.add(Long.toString(accuracies.of(scope, size, choice).stream()
                        .map(Pruning::seed)
                        .distinct()
                        .count()));
                accuracies
                        .treatments()
                        .forEach(treatment -> cells.add(Digits.spread(accuracies
                                .values(scope, size, choice, treatment)
                                .interval()
                                .times(100))));
                table.row(cells);
            }
        }
        table.addTo(section, true);
    }

    /** What groups matter beyond their neurons, beside what they share. */
    private void groups(Section section) {
        GroupsTable.of(accuracies).addTo(section, true);
        InteractionTable.of(interactions).addTo(section, false);
    }

    private void differences(Section section) {
        Grid table = new Grid(
                "Paired differences of accuracy, points, with 95 % intervals over networks (" + differences.size()
                        + ", not corrected for their number)",
                List.of(
                        "cut",
                        "treatment",
                        "size",
                        "choice",
                        "less",
                        "networks",
                        "difference",
                        "random at least as good %"));
        for (Difference each : differences) {
            Double rank = each.rank();
            table.row(List.of(
                    each.scope(),
                    each.treatment(),
                    Accuracies.words(each.size()),
                    each.choice(),
                    each.against(),
                    Integer.toString(each.networks()),
                    Digits.of(PruningClaims.interval(each).times(100)),
                    rank == null ? Provenance.NONE : Digits.fixed(100 * rank, 1)));
        }
        table.addTo(section, differences.size() > 40);
    }

    /** The neurons of the groups, and what they share. */
    private void kept(Section section) {
        Grid table = new Grid(
                "Neurons kept by the choices of groups (0-based)",
                List.of("seed", "cut", "size", "choice", "layer cut", "Omega (nats)", "neurons"));
        for (String choice : Accuracies.GROUPS) {
            for (String scope : accuracies.scopes()) {
                for (int size : accuracies.sizes(scope)) {
                    for (Pruning each : accuracies.of(scope, size, choice)) {
                        IntStream.range(0, each.kept().size())
                                .forEach(i -> table.row(List.of(
                                        Long.toString(each.seed()),
                                        scope,
                                        Integer.toString(size),
                                        choice,
                                        i < each.layers().size() ? each.layers().get(i) : Integer.toString(i + 1),
                                        omega(each, i),
                                        LayerSections.neurons(each.kept().get(i)))));
                    }
                }
            }
        }
        table.addTo(section, true);
    }

    private static String omega(Pruning pruning, int layer) {
        Double o = layer < pruning.o().size() ? pruning.o().get(layer) : null;
        return Digits.of(Objects.requireNonNullElse(o, Double.NaN));
    }
}
