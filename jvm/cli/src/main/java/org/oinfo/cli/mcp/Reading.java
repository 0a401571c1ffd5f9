package org.oinfo.cli.mcp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.oinfo.data.Excerpt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A result in words: what was done, what to be warned of, then figures and rows with the names of columns. */
final class Reading {
    private static final Set<String> HEAD = Set.of("schema", "run", "variables", "dropped", "warnings");
    private static final Set<String> COLUMNS = Set.of("nplet", "added", "pair");
    private static final int ROWS = 20;

    private final ObjectNode result;
    private final Map<Integer, String> names = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    Reading(ObjectNode result) {
        this.result = result;
        result.path("variables").values().forEach(variable -> {
            if (variable.path("name").isString()) {
                names.put(
                        variable.path("index").asInt(),
                        Excerpt.oneLine(variable.path("name").stringValue()));
            }
        });
    }

    /** Warnings, each on a line that cannot be overlooked. */
    static String warned(List<String> warnings) {
        return warnings.stream().map(warning -> "WARNING: " + warning + "\n").collect(Collectors.joining());
    }

    /** The whole text. */
    String text() {
        head();
        List<String> warnings = new ArrayList<>();
        result.path("warnings")
                .values()
                .forEach(one -> warnings.add(Excerpt.oneLine(one.path("message").asString())));
        text.append(warned(warnings));
        result.path("orders").values().forEach(this::order);
        for (Map.Entry<String, JsonNode> property : result.properties()) {
            if (property.getKey().equals("figures")) {
                property.getValue().properties().forEach(figure -> line(figure.getKey() + ": ", figure));
            } else if (!HEAD.contains(property.getKey()) && !property.getKey().equals("orders")) {
                rows(property.getKey(), property.getValue());
            }
        }
        return text.toString();
    }

    private void head() {
        JsonNode run = result.path("run");
        text.append(Excerpt.oneLine(run.path("input").asString("")))
                .append(": ")
                .append(run.path("computed").asString(""))
                .append('\n');
        List<String> parts = new ArrayList<>();
        for (String name :
                List.of("variables", "samples", "estimator", "unit", "backend", "seconds", "first_row", "last_row")) {
            if (!run.path(name).isMissingNode() && !run.path(name).isNull()) {
                parts.add(name.replace('_', ' ') + " " + value(name, run.path(name)));
            }
        }
        text.append(String.join(", ", parts)).append('\n');
    }

    private void order(JsonNode order) {
        text.append("order ").append(order.path("order").asInt());
        for (Map.Entry<String, JsonNode> property : order.properties()) {
            JsonNode value = property.getValue();
            if (value.isIntegralNumber() && !property.getKey().equals("order")) {
                text.append(", ").append(property.getKey()).append(' ').append(value.asLong());
            }
        }
        order.path("o").properties().forEach(figure -> {
            if (!figure.getValue().isNull()) {
                text.append(", ")
                        .append(figure.getKey())
                        .append(" o ")
                        .append(value(figure.getKey(), figure.getValue()));
            }
        });
        text.append('\n');
        for (String ranking : List.of("most_synergistic", "most_redundant", "smallest", "largest")) {
            rows(ranking, order.path(ranking));
        }
    }

    private void rows(String name, JsonNode rows) {
        if (!rows.isArray()) {
            return;
        }
        text.append(name.replace('_', ' '));
        if (rows.size() > ROWS) {
            text.append(", the first ").append(ROWS).append(" of ").append(rows.size());
        }
        text.append(":\n");
        rows.values().stream()
                .limit(ROWS)
                .forEach(row -> text.append("  ").append(row(row)).append('\n'));
    }

    private String row(JsonNode row) {
        return row.properties().stream()
                .filter(field -> !field.getValue().isNull() && !field.getKey().equals("sign_matches_end"))
                .map(field -> field.getKey() + " " + value(field.getKey(), field.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void line(String before, Map.Entry<String, JsonNode> figure) {
        text.append(before).append(value(figure.getKey(), figure.getValue())).append('\n');
    }

    private String value(String name, JsonNode value) {
        if (value.isFloatingPointNumber()) {
            return String.format(Locale.ROOT, "%.6g", value.doubleValue());
        }
        if (value.isArray()) {
            boolean columns = COLUMNS.contains(name) || name.endsWith("_nplet") || name.endsWith("_variables");
            return value.values().stream()
                    .map(one -> columns && one.isIntegralNumber()
                            ? names.getOrDefault(one.asInt(), one.toString())
                            : value("", one))
                    .collect(Collectors.joining(";"));
        }
        return value.isString() ? Excerpt.oneLine(value.stringValue()) : value.toString();
    }
}
