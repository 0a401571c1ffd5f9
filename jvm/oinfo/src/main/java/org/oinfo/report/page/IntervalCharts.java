package org.oinfo.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oinfo.report.NumberText;
import org.oinfo.report.chart.Ink;
import org.oinfo.report.chart.RowsChart;
import tools.jackson.databind.JsonNode;

/** Charts of values with what surrounds them: confidence intervals, other data sets, the samples. */
final class IntervalCharts {
    /** N-plets in a chart. */
    private static final int ROWS = 20;

    private static final Map<String, String> MEASURES = measures();
    private static final List<String> ENDS = List.of("min_o", "mean_o", "max_o");

    private final Names names;
    private final NpletCharts charts;
    private final String unit;

    IntervalCharts(Names names, NpletCharts charts, String unit) {
        this.names = names;
        this.charts = charts;
        this.unit = unit;
    }

    private static Map<String, String> measures() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("o", "O-information");
        names.put("tc", "Total correlation");
        names.put("dtc", "Dual total correlation");
        names.put("s", "S-information");
        return names;
    }

    /** Of each measure, O-information first. */
    void ofMeasures(Section section, JsonNode rows, JsonNode figures) {
        for (String measure : MEASURES.keySet()) {
            List<JsonNode> of = rows.valueStream()
                    .filter(row -> row.path("measure").asString("").equals(measure))
                    .toList();
            charts.rows(
                    section,
                    MEASURES.get(measure) + " with "
                            + NumberText.of(100 * figures.path("confidence").asDouble(0)) + " % intervals, " + unit,
                    MEASURES.get(measure) + ", " + unit,
                    of,
                    "value",
                    "low",
                    "high");
        }
    }

    /** Where the extremes and means of other data sets would fall. */
    void ofSampling(Section section, JsonNode rows) {
        List<RowsChart.Row> drawn = new ArrayList<>();
        for (JsonNode data : rows) {
            if (data.path("row").asString("").equals("data")) {
                for (String end : ENDS) {
                    double value = NpletCharts.number(data.path(end));
                    double low = of(rows, data, "low", end);
                    double high = of(rows, data, "high", end);
                    String name = "order " + data.path("order").asInt(0) + ", " + end.substring(0, end.length() - 2);
                    String tip = name + ": " + NumberText.of(value) + ", " + NumberText.of(low) + " to "
                            + NumberText.of(high);
                    drawn.add(new RowsChart.Row(name, value, low, high, Ink.of(value), tip));
                }
            }
        }
        if (!drawn.isEmpty()) {
            section.draw(new RowsChart(
                    "O-information of the data, and intervals of other data sets of as many samples, " + unit,
                    "Intervals of the smallest, mean and largest O-information; the table lists the same numbers.",
                    "O-information, " + unit,
                    drawn));
        }
    }

    private static double of(JsonNode rows, JsonNode data, String row, String field) {
        return rows.valueStream()
                .filter(each -> each.path("order").equals(data.path("order"))
                        && each.path("row").asString("").equals(row))
                .mapToDouble(each -> NpletCharts.number(each.path(field)))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Of each n-plet the mean over samples, and one standard deviation around it. */
    void ofSamples(Section section, JsonNode rows) {
        List<RowsChart.Row> drawn = rows.valueStream()
                .filter(row -> row.path("measure").asString("").equals("o"))
                .limit(ROWS)
                .map(row -> {
                    String name = names.label(row.path("nplet"));
                    double mean = NpletCharts.number(row.path("mean"));
                    double sd = NpletCharts.number(row.path("sd"));
                    String tip = name + ": " + NumberText.of(mean) + " ± " + NumberText.of(sd);
                    return new RowsChart.Row(name, mean, mean - sd, mean + sd, Ink.of(mean), tip);
                })
                .toList();
        if (!drawn.isEmpty()) {
            section.draw(new RowsChart(
                    "Local O-information: mean over samples and one standard deviation, " + unit,
                    "Means and standard deviations of " + drawn.size() + " n-plets; the table lists the same numbers.",
                    "local O-information, " + unit,
                    drawn));
        }
    }
}
