package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.oinfo.report.Provenance;
import org.oinfo.report.page.Charts;
import org.oinfo.report.page.Section;
import org.oinfo.study.result.Difference;
import org.oinfo.study.result.Pruning;
import org.oinfo.study.result.Training;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Accuracy of sub-networks against their size. */
final class PruningSection {
    /** Of all random draws, the band holds those between these quantiles. */
    private static final double LOW = 0.05;

    private static final double HIGH = 0.95;

    private final Accuracies accuracies;
    private final List<Training> training;
    private final List<Difference> differences;
    private final Charts charts;

    PruningSection(List<Training> training, List<Pruning> prunings, List<Difference> differences, Charts charts) {
        this.accuracies = new Accuracies(prunings);
        this.training = training;
        this.differences = differences;
        this.charts = charts;
    }

    Section section() {
        Section section = new Section("Sub-networks");
        section.text()
                .add(
                        "Neurons are chosen in each layer, the others silenced: ablated is the trained network without them,"
                                + " re-trained starts again from the same initial weights, tuned trains the trained weights further."
                                + " Intervals are Student's over networks, 95 %: they cover initial weights and the order of the"
                                + " images, on this data set, and are not corrected for their number.");
        for (String scope : accuracies.scopes()) {
            List<String> choices = accuracies.choices(scope);
            chart(
                    section,
                    scope,
                    choices.stream()
                            .filter(choice -> !choice.equals(Accuracies.COMPLEMENT))
                            .toList());
            if (choices.contains(Accuracies.COMPLEMENT)) {
                chart(section, scope, List.of(Accuracies.COMPLEMENT));
            }
            table(section, scope);
        }
        for (String scope :
                differences.stream().map(Difference::scope).distinct().toList()) {
            differenceChart(section, scope);
        }
        differences(section);
        kept(section);
        return section;
    }

    private void chart(Section section, String scope, List<String> choices) {
        boolean complement = choices.equals(List.of(Accuracies.COMPLEMENT));
        List<Treatment> treatments = accuracies.treatments();
        List<Integer> sizes = accuracies.sizes(scope);
        ArrayNode rows = Charts.rows();
        for (Treatment treatment : treatments) {
            for (int size : sizes) {
                whole(rows, treatment, size);
                choices.forEach(choice -> choice(rows, scope, treatment, size, choice));
            }
        }
        String caption = complement
                ? "Accuracy of the complements (" + Accuracies.words(scope)
                        + "): all neurons but the synergistic ones, whose number the axis gives"
                : "Accuracy against size (" + Accuracies.words(scope)
                        + "): means over networks with 95 % intervals; grey band: the middle 90 % of all random draws;"
                        + " dashed: the whole network";
        ObjectNode chart = charts.addFacets(section, "accuracy", caption, Map.of("rows", rows), treatments.size());
        ObjectNode x = (ObjectNode) chart.at("/spec/encoding/x");
        sizes.forEach(((ObjectNode) x.path("axis")).putArray("values")::add);
        // A layer without rows would have no extent.
        Set<String> roles = Set.copyOf(rows.findValuesAsString("role"));
        ((ArrayNode) chart.at("/spec/layer"))
                .removeIf(layer -> roles.stream()
                        .noneMatch(role ->
                                layer.at("/transform/0/filter").asString().contains("'" + role + "'")));
        if (complement) {
            x.put("title", "neurons cut from each layer");
        }
        for (JsonNode legend : chart.path("spec").findValues("legend")) {
            choices.forEach(((ObjectNode) legend).putArray("values")::add);
        }
    }

    private void whole(ArrayNode rows, Treatment treatment, int size) {
        if (!training.isEmpty()) {
            Interval whole =
                    Interval.of(training.stream().map(Training::testAccuracy).toList());
            row(rows, treatment, size, "whole").put("accuracy", whole.mean());
        }
    }

    private void choice(ArrayNode rows, String scope, Treatment treatment, int size, String choice) {
        Interval interval = accuracies.values(scope, size, choice, treatment).interval();
        if (interval.networks() == 0) {
            return;
        }
        if (choice.equals(Accuracies.RANDOM)) {
            List<Double> draws = accuracies.draws(scope, size, choice, treatment);
            row(rows, treatment, size, "band").put("low", quantile(draws, LOW)).put("high", quantile(draws, HIGH));
        }
        boolean alone = !interval.exists();
        row(rows, treatment, size, "choice")
                .put("choice", choice)
                .put("accuracy", interval.mean())
                .put("low", alone ? interval.mean() : interval.low())
                .put("high", alone ? interval.mean() : interval.high())
                .put("text", Digits.of(interval.times(100)));
    }

    /** The nearest of some sorted values. */
    private static double quantile(List<Double> sorted, double share) {
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }

    private static ObjectNode row(ArrayNode rows, Treatment treatment, int size, String role) {
        return rows.addObject()
                .put("treatment", treatment.words())
                .put("size", size)
                .put("role", role);
    }

    private void table(Section section, String scope) {
        List<String> head = new ArrayList<>(List.of("size", "choice", "networks"));
        accuracies.treatments().forEach(treatment -> head.add(treatment.words() + " %"));
        Grid table =
                new Grid("Accuracy, mean ± standard deviation over networks (" + Accuracies.words(scope) + ")", head);
        for (int size : accuracies.sizes(scope)) {
            for (String choice : accuracies.choices(scope)) {
                List<String> cells = new ArrayList<>(List.of(Integer.toString(size), choice));
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

    /** Where accuracies are too much alike to tell in the chart of accuracies. */
    private void differenceChart(Section section, String scope) {
        ArrayNode rows = Charts.rows();
        for (Treatment treatment : Treatment.values()) {
            for (Difference each : differences) {
                boolean shown = each.scope().equals(scope)
                        && each.treatment().equals(treatment.field())
                        && each.choice().equals(Accuracies.SYNERGISTIC)
                        && !List.of(Accuracies.COMPLEMENT, PruningClaims.WHOLE).contains(each.against());
                if (shown) {
                    Interval points = PruningClaims.interval(each).times(100);
                    boolean alone = !points.exists();
                    rows.addObject()
                            .put("treatment", treatment.words())
                            .put("size", each.size())
                            .put("against", each.against())
                            .put("difference", points.mean())
                            .put("low", alone ? points.mean() : points.low())
                            .put("high", alone ? points.mean() : points.high())
                            .put("text", Digits.of(points));
                }
            }
        }
        if (!rows.isEmpty()) {
            int facets = (int)
                    rows.findValuesAsString("treatment").stream().distinct().count();
            charts.addFacets(
                    section,
                    "differences",
                    "Accuracy of the synergistic choice less that of others of its size (" + Accuracies.words(scope)
                            + "), paired by network, with 95 % intervals: above 0 the synergistic choice does better",
                    Map.of("rows", rows),
                    facets);
        }
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
                    Integer.toString(each.size()),
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
                "Neurons kept by the synergistic and the redundant choice (0-based)",
                List.of("seed", "cut", "size", "choice", "layer cut", "Omega (nats)", "neurons"));
        for (String choice : List.of(Accuracies.SYNERGISTIC, Accuracies.REDUNDANT)) {
            for (String scope : accuracies.scopes()) {
                for (int size : accuracies.sizes(scope)) {
                    for (Pruning each : accuracies.of(scope, size, choice)) {
                        IntStream.range(0, each.kept().size())
                                .forEach(i -> table.row(List.of(
                                        Long.toString(each.seed()),
                                        scope,
                                        Integer.toString(size),
                                        choice,
                                        Integer.toString(i + 1),
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
