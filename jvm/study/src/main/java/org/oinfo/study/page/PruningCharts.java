package org.oinfo.study.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.statistics.descriptive.Quantile;
import org.oinfo.report.page.Section;
import org.oinfo.study.claims.Accuracies;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.claims.PruningClaims;
import org.oinfo.study.result.Difference;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.Training;
import org.oinfo.study.result.Treatment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The charts of sub-networks: accuracy against size, and what the synergistic choice gains on others. */
final class PruningCharts {
    /** Of all random draws, the band holds those between these quantiles. */
    private static final double LOW = 0.05;

    private static final double HIGH = 0.95;

    /** Linear between order statistics, type 7 of Hyndman and Fan, as in R and numpy. */
    private static final Quantile QUANTILES = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    private final Interval whole;
    private final Accuracies accuracies;
    private final List<Difference> differences;
    private final Charts charts;

    PruningCharts(List<Training> training, Accuracies accuracies, List<Difference> differences, Charts charts) {
        this.whole = Interval.of(training.stream().map(Training::testAccuracy).toList());
        this.accuracies = accuracies;
        this.differences = differences;
        this.charts = charts;
    }

    /** A chart of the choices of groups, one of those by single scores, and one of the complements, whose sizes are others. */
    void accuracies(Section section, String scope) {
        List<String> choices = accuracies.choices(scope);
        List<Integer> sizes =
                accuracies.sizes(scope).stream().filter(size -> size > 0).toList();
        if (!sizes.isEmpty()) {
            for (List<String> shown : List.of(Accuracies.GROUPS, Accuracies.SINGLE)) {
                List<String> some = choices.stream()
                        .filter(choice -> choice.equals(Accuracies.RANDOM) || shown.contains(choice))
                        .toList();
                if (choices.stream().anyMatch(shown::contains)) {
                    chart(section, scope, sizes, some);
                }
            }
            if (choices.contains(Accuracies.COMPLEMENT)) {
                chart(section, scope, sizes, List.of(Accuracies.COMPLEMENT));
            }
        }
    }

    private void chart(Section section, String scope, List<Integer> sizes, List<String> choices) {
        boolean complement = choices.equals(List.of(Accuracies.COMPLEMENT));
        List<Treatment> treatments = accuracies.treatments();
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
                        + "): means over networks with 95 % intervals, cut at 0 and 100 %; grey band: the middle 90 % of all random draws;"
                        + " dashed: the whole network";
        ObjectNode chart =
                charts.addFacets(section, "accuracy", caption, Map.of("rows", rows), Math.max(2, treatments.size()));
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
        if (whole.networks() > 0) {
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
            double[] ends =
                    QUANTILES.evaluate(draws.stream().mapToDouble(x -> x).toArray(), LOW, HIGH);
            row(rows, treatment, size, "band").put("low", ends[0]).put("high", ends[1]);
        }
        boolean alone = !interval.exists();
        row(rows, treatment, size, "choice")
                .put("choice", choice)
                .put("accuracy", interval.mean())
                .put("low", alone ? interval.mean() : Math.max(0, interval.low()))
                .put("high", alone ? interval.mean() : Math.min(1, interval.high()))
                .put("text", Digits.of(interval.times(100)));
    }

    private static ObjectNode row(ArrayNode rows, Treatment treatment, int size, String role) {
        return rows.addObject()
                .put("treatment", treatment.words())
                .put("size", size)
                .put("role", role);
    }

    /** Where accuracies are too much alike to tell in the chart of accuracies. */
    void differences(Section section, String scope) {
        ArrayNode rows = Charts.rows();
        for (Treatment treatment : Treatment.values()) {
            for (Difference each : differences) {
                boolean shown = each.scope().equals(scope)
                        && each.treatment().equals(treatment.field())
                        && each.choice().equals(Accuracies.SYNERGISTIC)
                        && (each.against().equals(Accuracies.RANDOM) || Accuracies.GROUPS.contains(each.against()));
                if (shown) {
                    Interval points = PruningClaims.interval(each).times(100);
                    boolean alone = !points.exists();
                    rows.addObject()
                            .put("treatment", treatment.words())
                            .put("size", Accuracies.words(each.size()))
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
                    "Accuracy of the synergistic choice less that of other groups of its size ("
                            + Accuracies.words(scope)
                            + "), paired by network, with 95 % intervals: above 0 the synergistic choice does better",
                    Map.of("rows", rows),
                    Math.max(2, facets));
        }
    }
}
