package org.oinfo.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.oinfo.report.NumberText;
import org.oinfo.report.chart.Bar;
import org.oinfo.report.chart.Ink;
import org.oinfo.report.chart.LandscapeChart;
import org.oinfo.report.chart.MatrixChart;
import org.oinfo.report.chart.RowsChart;
import org.oinfo.report.chart.SharesChart;
import org.oinfo.report.chart.VariablesChart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The landscape of each order of a scan, and all of them side by side. */
final class ScanSections {
    private static final List<String> KINDS =
            List.of("synergy-dominated", "balanced", "redundancy-dominated", "singular");
    private static final List<String> COUNTS = List.of("synergistic", "balanced", "redundant", "singular");
    private static final List<Ink> INKS = List.of(Ink.SYNERGY, Ink.BALANCED, Ink.REDUNDANCY, Ink.SINGULAR);

    /** N-plets of an end that are drawn with their names. */
    private static final int ENDS = 10;

    /** N-plets of an end that are drawn as dots; its table has more. */
    private static final int DOTS = 250;

    private final Tables tables;
    private final Names names;
    private final NpletCharts charts;
    private final SeriesCharts series;
    private final String unit;

    ScanSections(Tables tables, Names names, NpletCharts charts, SeriesCharts series, String unit) {
        this.tables = tables;
        this.names = names;
        this.charts = charts;
        this.series = series;
        this.unit = unit;
    }

    List<Section> of(JsonNode result) {
        JsonNode orders = result.path("orders");
        List<Section> sections = new ArrayList<>();
        sections.add(overview(orders));
        orders.forEach(order -> sections.add(order(order)));
        if (result.path("correlations").path("columns").size() > 1) {
            sections.add(correlations(result.path("correlations")));
        }
        return sections;
    }

    private Section correlations(JsonNode correlations) {
        int n = correlations.path("columns").size();
        double[][] r = new double[n][n];
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                r[i][j] = r[j][i] = correlations.path("r").path(i).path(j).doubleValue();
                distance[i][j] = distance[j][i] = 1 - Math.abs(r[i][j]);
            }
        }
        List<Integer> order = ClusterOrder.of(distance);
        double[][] ordered = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                ordered[i][j] = r[order.get(i)][order.get(j)];
            }
        }
        Section section = new Section("Correlations");
        section.draw(new MatrixChart(
                "Correlations of the variables in the listed n-plets, deeper where stronger; those that are alike stand side by side",
                "Matrix of the correlations of " + n + " variables, in the order of a clustering.",
                order.stream()
                        .map(i -> names.variable(
                                correlations.path("columns").path(i).intValue()))
                        .toList(),
                ordered));
        return section;
    }

    private Section overview(JsonNode orders) {
        Section section = new Section("Redundancy and synergy");
        orders.forEach(order -> section.text().add(sentence(order)));
        List<SharesChart.Whole> shares = orders.valueStream()
                .filter(order -> !order.path("redundant").isNull())
                .map(order -> new SharesChart.Whole(
                        "order " + order.path("order").asInt(),
                        COUNTS.stream()
                                .mapToLong(count -> order.path(count).asLong())
                                .toArray()))
                .toList();
        if (!shares.isEmpty()) {
            section.draw(new SharesChart(
                    "Which dominates, as shares of all n-plets of an order",
                    "Bars of the shares that the sentences above give.",
                    KINDS,
                    INKS,
                    shares));
        }
        if (orders.size() > 1) {
            series.orders(section, orders);
        }
        return section;
    }

    private String sentence(JsonNode order) {
        long total = order.path("total").asLong();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "Order %d: %,d n-plets", order.path("order").asInt(), total));
        if (order.path("partial").asBoolean()) {
            text.append(String.format(
                    Locale.ROOT,
                    " (partial: %.1f %% of all)",
                    100 * order.path("fraction").asDouble()));
        }
        if (!order.path("redundant").isNull() && total > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "; redundancy dominates %.1f %%, synergy %.1f %%",
                    100.0 * order.path("redundant").asLong() / total,
                    100.0 * order.path("synergistic").asLong() / total));
        }
        JsonNode o = order.path("o");
        part(text, "; O-information from ", o.path("min"));
        part(text, " to ", o.path("max"));
        part(text, ", mean ", o.path("mean"));
        return text.append('.').toString();
    }

    private static void part(StringBuilder text, String before, JsonNode value) {
        if (value.isNumber()) {
            text.append(before).append(NumberText.of(value.doubleValue()));
        }
    }

    private Section order(JsonNode order) {
        Section section = new Section("Order " + order.path("order").asInt());
        JsonNode smallest = order.has("smallest") ? order.path("smallest") : order.path("most_synergistic");
        JsonNode largest = order.has("largest") ? order.path("largest") : order.path("most_redundant");
        String rankBy = order.path("rank_by").asString("o");
        boolean byOmega = rankBy.equals("o");
        if (order.path("histogram").isObject()) {
            landscape(section, order);
        }
        List<JsonNode> ends = Stream.concat(
                        smallest.valueStream().limit(ENDS),
                        largest.valueStream().limit(ENDS).toList().reversed().stream())
                .toList();
        charts.rows(
                section,
                "The first " + ENDS + " n-plets of each end",
                (byOmega ? "O-information" : rankBy) + ", " + unit,
                ends,
                rankBy,
                "",
                "");
        charts.plane(
                section,
                Stream.of(smallest, largest).flatMap(end -> end.valueStream().limit(DOTS)));
        charts.network(
                section,
                smallest.valueStream().toList(),
                largest.valueStream().toList(),
                byOmega ? List.of("most synergistic", "most redundant") : List.of("smallest", "largest"));
        if (order.path("per_variable").isArray()) {
            variables(section, order.path("per_variable"));
        }
        if (byOmega) {
            ranking(section, title("Most synergistic: smallest", "Smallest", "above", smallest), smallest);
            ranking(section, title("Most redundant: largest", "Largest", "below", largest), largest);
        } else {
            ranking(section, "Smallest " + rankBy, smallest);
            ranking(section, "Largest " + rankBy, largest);
        }
        return section;
    }

    private void landscape(Section section, JsonNode order) {
        ArrayNode rows = HistogramRows.of(order.path("histogram"));
        List<Bar> bars = rows.valueStream().map(ScanSections::bar).toList();
        List<LandscapeChart.Extreme> extremes = Stream.of("most_synergistic", "most_redundant")
                .map(end -> order.path(end).path(0))
                .filter(best -> best.path("o").isNumber())
                .map(best -> new LandscapeChart.Extreme(best.path("o").doubleValue(), names.label(best.path("nplet"))))
                .toList();
        section.draw(new LandscapeChart(
                "Distribution of the O-information of all n-plets of order "
                        + order.path("order").asInt() + ", " + unit
                        + " (the area is the share; the axis is linear within ±0.001, logarithmic beyond)",
                "Histogram. " + sentence(order),
                unit,
                bars,
                HistogramRows.LINEAR_WITHIN,
                HistogramTicks.of(rows)
                        .valueStream()
                        .mapToDouble(JsonNode::doubleValue)
                        .toArray(),
                extremes));
    }

    private static Bar bar(JsonNode row) {
        double from = row.path("from").doubleValue();
        String tip = String.format(
                Locale.ROOT,
                "%s to %s: %,d n-plets, %.2f %%",
                NumberText.of(from),
                NumberText.of(row.path("to").doubleValue()),
                row.path("count").asLong(),
                100 * row.path("share").doubleValue());
        return new Bar(
                from,
                row.path("to").doubleValue(),
                row.path("density").doubleValue() * Math.log(2),
                from < 0 ? Ink.SYNERGY : Ink.REDUNDANCY,
                tip);
    }

    /** Says what it means only of a list whose signs bear it out; results of older versions do not tell. */
    private static String title(String meant, String end, String side, JsonNode ranking) {
        long against = ranking.valueStream()
                .filter(nplet -> !nplet.path("sign_matches_end").asBoolean(true))
                .count();
        return against == 0
                ? meant + " O-information"
                : end + " O-information, " + against + " of " + ranking.size() + " " + side + " 0";
    }

    private void ranking(Section section, String title, JsonNode ranking) {
        if (ranking.isArray() && !ranking.isEmpty()) {
            section.tables().add(tables.of(title, ranking));
        }
    }

    private void variables(Section section, JsonNode perVariable) {
        List<RowsChart.Row> rows = perVariable
                .valueStream()
                .filter(variable -> variable.path("mean_o").isNumber())
                .map(variable -> {
                    String name = names.variable(variable.path("index").asInt());
                    double mean = variable.path("mean_o").doubleValue();
                    return new RowsChart.Row(name, mean, Ink.of(mean), name + ": " + NumberText.of(mean));
                })
                .toList();
        if (!rows.isEmpty()) {
            section.draw(new VariablesChart(
                    "Mean O-information of the n-plets that hold a variable, " + unit,
                    "A bar for each of " + rows.size() + " variables.",
                    "mean, " + unit,
                    rows));
        }
    }
}
