package org.oinfo.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oinfo.report.NumberText;
import org.oinfo.report.chart.Ink;
import org.oinfo.report.chart.NullChart;
import org.oinfo.report.chart.RowsChart;
import tools.jackson.databind.JsonNode;

/** What commands report as figures and rows: each kind has its chart. */
final class ListingSections {
    /** Values that a chart of rows may show, the first that rows have, with what they are. */
    private static final Map<String, String> VALUES = values();

    /** Rows with names in a chart. */
    private static final int ROWS = 20;

    private static final Map<String, String> MEASURES = measures();
    private static final List<String> ENDS = List.of("min_o", "mean_o", "max_o");

    private final Tables tables;
    private final Names names;
    private final NpletCharts charts;
    private final SeriesCharts series;
    private final String unit;

    ListingSections(Tables tables, Names names, NpletCharts charts, SeriesCharts series, String unit) {
        this.tables = tables;
        this.names = names;
        this.charts = charts;
        this.series = series;
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

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("difference_o", "difference of O-information");
        values.put("domega", "domega");
        values.put("gradient", "gradient of the O-information");
        values.put("o", "O-information");
        return values;
    }

    /** Figures about the whole, and the one array of rows. */
    List<Section> of(JsonNode result) {
        return result.properties().stream()
                .filter(field -> field.getValue().isArray() && !ResultFields.COMMON.contains(field.getKey()))
                .map(field -> section(field.getKey(), field.getValue(), result.path("figures")))
                .toList();
    }

    private Section section(String name, JsonNode rows, JsonNode figures) {
        Section section = new Section(heading(name));
        if (figures.path("conclusion").isString()) {
            section.text().add(figures.path("conclusion").stringValue());
        }
        chart(section, name, rows, figures);
        section.figures().add(new Section.Entries(tables.entries(figures)));
        section.tables().add(tables.of("", rows));
        return section;
    }

    private void chart(Section section, String name, JsonNode rows, JsonNode figures) {
        switch (name) {
            case "steps" -> series.paths(section, rows, names);
            case "curve" -> series.curve(section, rows);
            case "intervals" -> intervals(section, rows, figures);
            case "sampling" -> sampling(section, rows);
            case "local" -> spread(section, rows);
            default -> {
                if (figures.path("null_min").isArray()) {
                    chance(section, rows, figures);
                }
                ranked(section, rows);
            }
        }
        charts.plane(section, rows.valueStream());
        charts.network(
                section,
                rowsOf(rows, List.of("syn", "small")),
                rowsOf(rows, List.of("red", "large")),
                List.of("towards synergy", "towards redundancy"));
    }

    /** The extremes of surrogates, and what the data have there. */
    private void chance(Section section, JsonNode rows, JsonNode figures) {
        String field = rows.path(0).has("difference_o") ? "difference_o" : "o";
        List<NullChart.End> ends = new ArrayList<>();
        end(ends, "smallest of each surrogate", Ink.SYNERGY, figures.path("null_min"), best(rows, field, -1), field);
        end(ends, "largest of each surrogate", Ink.REDUNDANCY, figures.path("null_max"), best(rows, field, 1), field);
        if (!ends.isEmpty()) {
            section.draw(new NullChart(
                    "Histograms of the extremes of " + figures.path("null_min").size() + " surrogates. "
                            + String.join(
                                    " ",
                                    ends.stream()
                                            .map(end ->
                                                    "Data: " + NumberText.of(end.observed()) + " " + end.words() + ".")
                                            .toList()),
                    (field.equals("o") ? "O-information, " : "difference of O-information, ") + unit,
                    ends));
        }
    }

    /** The row with the most of a value, or the least. */
    private static JsonNode best(JsonNode rows, String field, int sign) {
        return rows.valueStream()
                .filter(row -> row.path(field).isNumber())
                .max(Comparator.comparingDouble(row -> sign * row.path(field).doubleValue()))
                .orElse(rows.path(-1));
    }

    private void end(List<NullChart.End> ends, String name, Ink ink, JsonNode surrogates, JsonNode best, String field) {
        if (surrogates.isArray() && best.path(field).isNumber()) {
            String p = best.path("p_fwer").isNumber()
                    ? ", p = " + p(best.path("p_fwer").doubleValue())
                    : "";
            ends.add(new NullChart.End(
                    name,
                    ink,
                    surrogates.valueStream().mapToDouble(NpletCharts::number).toArray(),
                    best.path(field).doubleValue(),
                    "{" + names.label(best.path("nplet")) + "}" + p));
        }
    }

    /** Three digits, without zeros at the end. */
    private static String p(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Of each measure, O-information first. */
    private void intervals(Section section, JsonNode rows, JsonNode figures) {
        for (String measure : MEASURES.keySet()) {
            List<JsonNode> of = rows.valueStream()
                    .filter(row -> row.path("measure").asString("").equals(measure))
                    .toList();
            charts.rows(
                    section,
                    MEASURES.get(measure) + " with "
                            + NumberText.of(100 * figures.path("confidence").asDouble()) + " % intervals, " + unit,
                    MEASURES.get(measure) + ", " + unit,
                    of,
                    "value",
                    "low",
                    "high");
        }
    }

    /** Where the extremes and means of other data sets would fall. */
    private void sampling(Section section, JsonNode rows) {
        List<RowsChart.Row> drawn = new ArrayList<>();
        for (JsonNode data : rows) {
            if (data.path("row").asString("").equals("data")) {
                for (String end : ENDS) {
                    double value = NpletCharts.number(data.path(end));
                    double low = of(rows, data, "low", end);
                    double high = of(rows, data, "high", end);
                    String name = "order " + data.path("order").asInt() + ", " + end.substring(0, end.length() - 2);
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
    private void spread(Section section, JsonNode rows) {
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

    private void ranked(Section section, JsonNode rows) {
        VALUES.entrySet().stream()
                .filter(value -> rows.path(0).has(value.getKey()))
                .findFirst()
                .ifPresent(value -> charts.rows(
                        section,
                        "First rows of the table: " + value.getValue(),
                        value.getValue() + ", " + unit,
                        bothEnds(rows),
                        value.getKey(),
                        "",
                        ""));
    }

    /** The first rows of each end, where rows have ends. */
    private static List<JsonNode> bothEnds(JsonNode rows) {
        List<String> ends = rows.valueStream()
                .map(row -> row.path("end").asString(""))
                .distinct()
                .toList();
        return ends.stream()
                .flatMap(end -> rows.valueStream()
                        .filter(row -> row.path("end").asString("").equals(end))
                        .limit(ROWS / ends.size()))
                .toList();
    }

    /** The rows of an end, whose words begin so. */
    private static List<JsonNode> rowsOf(JsonNode rows, List<String> words) {
        return rows.valueStream()
                .filter(row -> words.stream().anyMatch(row.path("end").asString("")::startsWith))
                .toList();
    }

    private static String heading(String name) {
        String words = name.replace('_', ' ').replace("nplet", "n-plet");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
