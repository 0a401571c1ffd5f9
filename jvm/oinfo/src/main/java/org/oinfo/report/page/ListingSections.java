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
import tools.jackson.databind.JsonNode;

/** What commands report as figures and rows: each kind has its chart. */
final class ListingSections {
    /** Values that a chart of rows may show, the first that rows have, with what they are. */
    private static final Map<String, String> VALUES = values();

    /** The figure that says what came out. */
    private static final String CONCLUSION = "conclusion";

    /** Rows with names in a chart. */
    private static final int ROWS = 20;

    private final Tables tables;
    private final Names names;
    private final NpletCharts charts;
    private final SeriesCharts series;
    private final IntervalCharts intervals;
    private final String unit;

    ListingSections(Tables tables, Names names, NpletCharts charts, SeriesCharts series, String unit) {
        this.tables = tables;
        this.names = names;
        this.charts = charts;
        this.series = series;
        this.intervals = new IntervalCharts(names, charts, unit);
        this.unit = unit;
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
        if (figures.path(CONCLUSION).isString()) {
            section.text().add(figures.path(CONCLUSION).stringValue());
        }
        chart(section, name, rows, figures);
        section.figures()
                .add(new Section.Entries(tables.entries(figures).stream()
                        .filter(entry -> !entry.name().equals(CONCLUSION))
                        .toList()));
        section.tables().add(tables.of("", rows));
        return section;
    }

    private void chart(Section section, String name, JsonNode rows, JsonNode figures) {
        switch (name) {
            case "steps" -> series.paths(section, rows, names);
            case "curve" -> series.curve(section, rows);
            case "intervals" -> intervals.ofMeasures(section, rows, figures);
            case "sampling" -> intervals.ofSampling(section, rows);
            case "local" -> intervals.ofSamples(section, rows);
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
                rows.valueStream().anyMatch(row -> row.path("end").asString("").matches("smallest|largest"))
                        ? List.of("smallest", "largest")
                        : List.of("towards synergy", "towards redundancy"));
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
