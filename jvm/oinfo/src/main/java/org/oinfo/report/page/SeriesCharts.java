package org.oinfo.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.oinfo.report.NumberText;
import org.oinfo.report.chart.Ink;
import org.oinfo.report.chart.LinesChart;
import org.oinfo.report.chart.LinesChart.Line;
import org.oinfo.report.chart.LinesChart.Point;
import tools.jackson.databind.JsonNode;

/** Charts of O-information against a number: the order, the step of a search, the number of samples, the place of a window. */
final class SeriesCharts {
    private static final Map<String, String> NAMES = Map.of("min", "smallest", "max", "largest");
    private static final double BOLD = 2.5;
    private static final double THIN = 1;

    private final String unit;

    SeriesCharts(String unit) {
        this.unit = unit;
    }

    /** Extremes and mean of all n-plets against the order. */
    void orders(Section section, JsonNode orders) {
        List<JsonNode> all = orders.valueStream().toList();
        section.draw(new LinesChart(
                "O-information against the order, " + unit,
                "Lines of the smallest, mean and largest O-information that the sentences above give.",
                "order",
                "O-information, " + unit,
                false,
                ends(
                        all,
                        (order, end) -> order.path("o").path(end),
                        order -> order.path("order").asDouble(0))));
    }

    /** Extremes and mean of all n-plets of an order, window after window. */
    void windows(Section section, List<JsonNode> results) {
        int orders = results.getFirst().path("orders").size();
        for (int i = 0; i < orders; i++) {
            int at = i;
            section.draw(new LinesChart(
                    "Order "
                            + results.getFirst()
                                    .path("orders")
                                    .path(i)
                                    .path("order")
                                    .asInt(0) + ": O-information of each window, against its first row, " + unit,
                    "Lines of the smallest, mean and largest O-information of " + results.size() + " windows.",
                    "first row of the window",
                    "O-information, " + unit,
                    false,
                    ends(
                            results,
                            (result, end) ->
                                    result.path("orders").path(at).path("o").path(end),
                            result -> result.path("run").path("first_row").asDouble(0))));
        }
    }

    private static List<Line> ends(
            List<JsonNode> rows, BiFunction<JsonNode, String, JsonNode> value, ToDoubleFunction<JsonNode> place) {
        List<Line> lines = new ArrayList<>();
        Map<String, Ink> ends = new LinkedHashMap<>();
        ends.put("min", Ink.SYNERGY);
        ends.put("mean", Ink.MIDDLE);
        ends.put("max", Ink.REDUNDANCY);
        ends.forEach((end, ink) -> lines.add(new Line(
                NAMES.getOrDefault(end, end),
                ink,
                BOLD,
                rows.stream()
                        .map(row -> {
                            double o = NpletCharts.number(value.apply(row, end));
                            return new Point(place.applyAsDouble(row), o, NumberText.of(o));
                        })
                        .toList())));
        return lines;
    }

    /** The paths of a greedy search: those of the best starts bold. */
    void paths(Section section, JsonNode steps, Names names) {
        Map<String, List<JsonNode>> paths = steps.valueStream()
                .collect(Collectors.groupingBy(
                        step -> step.path("end").asString("")
                                + step.path("start").asString(""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        int longest = paths.values().stream().mapToInt(List::size).max().orElse(0);
        List<Line> lines = new ArrayList<>();
        for (List<JsonNode> path : paths.values()) {
            if (path.size() > 1 || longest == 1) {
                boolean synergy = path.getFirst().path("end").asString("").startsWith("syn");
                boolean first =
                        lines.stream().noneMatch(line -> line.ink() == (synergy ? Ink.SYNERGY : Ink.REDUNDANCY));
                lines.add(new Line(
                        first ? synergy ? "towards synergy" : "towards redundancy" : "",
                        synergy ? Ink.SYNERGY : Ink.REDUNDANCY,
                        first ? BOLD : THIN,
                        path.stream().map(step -> step(step, names)).toList()));
            }
        }
        if (!lines.isEmpty()) {
            section.draw(new LinesChart(
                    "O-information along the paths of the search, a variable more at each step, " + unit,
                    lines.size() + " paths of a greedy search; the table lists their steps.",
                    "order",
                    "O-information, " + unit,
                    false,
                    lines));
        }
    }

    private static Point step(JsonNode step, Names names) {
        double o = NpletCharts.number(step.path("o"));
        String added = step.path("added").isArray() ? " with " + names.nplet(step.path("added")) : "";
        return new Point(
                step.path("order").asDouble(0), o, names.nplet(step.path("nplet")) + added + ": " + NumberText.of(o));
    }

    /** Extremes and mean against the number of samples, with the standard deviation of the subsets around them. */
    void curve(Section section, JsonNode rows) {
        Map<Integer, List<JsonNode>> orders = rows.valueStream()
                .collect(Collectors.groupingBy(
                        row -> row.path("order").asInt(0), LinkedHashMap::new, Collectors.toList()));
        orders.forEach((order, points) -> section.draw(new LinesChart(
                "Order " + order + ": O-information against the number of samples, with the standard deviation of the"
                        + " subsets; thin: bias-corrected, " + unit,
                "Smallest, mean and largest O-information at " + points.size()
                        + " numbers of samples; the table lists the same numbers.",
                "samples",
                "O-information, " + unit,
                true,
                curve(points))));
    }

    private static List<Line> curve(List<JsonNode> points) {
        List<Line> lines = new ArrayList<>();
        Map<String, Ink> values = new LinkedHashMap<>();
        values.put("min_o", Ink.SYNERGY);
        values.put("mean_o", Ink.MIDDLE);
        values.put("max_o", Ink.REDUNDANCY);
        values.forEach((value, ink) -> {
            String name = value.startsWith("mean") ? "mean" : NAMES.getOrDefault(value.substring(0, 3), value);
            lines.add(new Line(
                    name,
                    ink,
                    BOLD,
                    points.stream().map(point -> point(point, value)).toList()));
            lines.add(new Line(
                    "",
                    ink,
                    THIN,
                    points.stream()
                            .map(point -> point(point, value + "_corrected"))
                            .toList()));
        });
        return lines;
    }

    private static Point point(JsonNode row, String value) {
        double o = NpletCharts.number(row.path(value));
        // All samples are one subset, which has no deviation.
        double deviation = row.path(value + "_deviation").asDouble(0);
        String tip = row.path("samples").asInt(0) + " samples: " + NumberText.of(o) + " ± " + NumberText.of(deviation);
        return new Point(row.path("samples").asDouble(0), o, o - deviation, o + deviation, tip);
    }
}
