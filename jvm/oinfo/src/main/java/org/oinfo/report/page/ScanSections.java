package org.oinfo.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.oinfo.report.NumberText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The landscape of each order of a scan, and all of them side by side. */
final class ScanSections {
    private static final List<String> KINDS =
            List.of("synergy-dominated", "balanced", "redundancy-dominated", "singular");
    private static final List<String> COUNTS = List.of("synergistic", "balanced", "redundant", "singular");

    private final Charts charts;
    private final Tables tables;
    private final Tables.Names names;
    private final String unit;

    ScanSections(Charts charts, Tables tables, Tables.Names names, String unit) {
        this.charts = charts;
        this.tables = tables;
        this.names = names;
        this.unit = unit;
    }

    List<Section> of(JsonNode orders) {
        List<Section> sections = new ArrayList<>();
        sections.add(overview(orders));
        orders.forEach(order -> sections.add(order(order)));
        return sections;
    }

    private Section overview(JsonNode orders) {
        Section section = new Section("Redundancy and synergy");
        ArrayNode shares = Charts.rows();
        ArrayNode lines = Charts.rows();
        for (JsonNode order : orders) {
            section.text().add(sentence(order));
            for (int i = 0; i < KINDS.size() && !order.path("redundant").isNull(); i++) {
                ObjectNode row =
                        shares.addObject().put("order", order.path("order").asInt());
                row.put("kind", KINDS.get(i)).put("position", i);
                row.put("count", order.path(COUNTS.get(i)).asLong());
            }
            line(lines, order, "smallest", "min");
            line(lines, order, "mean", "mean");
            line(lines, order, "largest", "max");
        }
        if (!shares.isEmpty()) {
            charts.add(
                    section, "shares", "Which dominates, as shares of all n-plets of an order", Map.of("rows", shares));
        }
        if (orders.size() > 1) {
            charts.add(section, "orders", "O-information against the order, " + unit, Map.of("rows", lines));
        }
        return section;
    }

    private static void line(ArrayNode lines, JsonNode order, String value, String field) {
        JsonNode o = order.path("o").path(field);
        if (o.isNumber()) {
            lines.addObject()
                    .put("order", order.path("order").asInt())
                    .put("value", value)
                    .put("o", o.doubleValue());
        }
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
        if (order.path("histogram").isObject()) {
            ArrayNode bars = HistogramRows.of(order.path("histogram"));
            ObjectNode spec = charts.add(
                    section,
                    "histogram",
                    "Distribution of the O-information of all n-plets, " + unit
                            + " (the area is the share; the axis is linear within ±0.001, logarithmic beyond)",
                    Map.of("rows", bars));
            ((ObjectNode) spec.at("/encoding/x/axis")).set("values", HistogramTicks.of(bars));
        }
        if (order.path("per_variable").isArray()) {
            charts.add(
                    section,
                    "variables",
                    "Mean O-information of the n-plets that hold a variable, " + unit,
                    Map.of("rows", variables(order.path("per_variable"))));
        }
        extremes(
                section,
                List.of(
                        order.path("most_synergistic"),
                        order.path("most_redundant"),
                        order.path("smallest"),
                        order.path("largest")));
        ranking(
                section,
                title("Most synergistic: smallest", "Smallest", "above", order.path("most_synergistic")),
                order.path("most_synergistic"));
        ranking(
                section,
                title("Most redundant: largest", "Largest", "below", order.path("most_redundant")),
                order.path("most_redundant"));
        String rankBy = order.path("rank_by").asString("o");
        ranking(section, "Smallest " + rankBy, order.path("smallest"));
        ranking(section, "Largest " + rankBy, order.path("largest"));
        return section;
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

    /** The listed n-plets where TC = DTC is the diagonal. */
    void extremes(Section section, List<JsonNode> rankings) {
        ArrayNode rows = Charts.rows();
        double most = 0;
        for (JsonNode ranking : rankings) {
            for (JsonNode nplet : ranking) {
                double tc = Charts.number(nplet.path("tc"));
                double dtc = Charts.number(nplet.path("dtc"));
                double o = Charts.number(nplet.path("o"));
                double s = Charts.number(nplet.path("s"));
                if (Double.isFinite(tc + dtc + o + s)) {
                    ObjectNode row = rows.addObject().put("nplet", names.nplet(nplet.path("nplet")));
                    row.put("tc", tc).put("dtc", dtc).put("o", o).put("s", s);
                    most = Math.max(most, Math.max(tc, dtc));
                }
            }
        }
        if (!rows.isEmpty()) {
            ArrayNode diagonal = Charts.rows();
            diagonal.addObject().put("x", 0.0);
            diagonal.addObject().put("x", most);
            charts.add(
                    section,
                    "extremes",
                    "The listed n-plets, " + unit + ": above the diagonal redundancy dominates, below it synergy",
                    Map.of("rows", rows, "diagonal", diagonal));
        }
    }

    private void ranking(Section section, String title, JsonNode ranking) {
        if (ranking.isArray() && !ranking.isEmpty()) {
            section.tables().add(tables.of(title, ranking));
        }
    }

    private ArrayNode variables(JsonNode perVariable) {
        ArrayNode rows = Charts.rows();
        for (JsonNode variable : perVariable) {
            JsonNode mean = variable.path("mean_o");
            if (mean.isNumber()) {
                rows.addObject()
                        .put("variable", names.variable(variable.path("index").asInt()))
                        .put("mean_o", mean.doubleValue());
            }
        }
        return rows;
    }
}
