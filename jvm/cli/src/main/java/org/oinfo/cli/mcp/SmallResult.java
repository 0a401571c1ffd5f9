package org.oinfo.cli.mcp;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A result as large as an assistant can take: the first rows of each list. It stays what the schema says, and a warning of its own says
 * what is left out.
 */
final class SmallResult {
    /** Letters of all results of a call together: some ten thousand words of a model. */
    static final int LETTERS = 30_000;

    private static final int MOST_ROWS = 200;
    private static final int LEAST_ROWS = 5;

    private static final String VARIABLES = "variables";

    /** Their values belong together, all of them. */
    private static final Set<String> WHOLE = Set.of(VARIABLES, "nplet", "histogram");

    private final ObjectNode result;
    /** How long lists were that are not any more, by their names. */
    private final Map<String, Integer> before = new LinkedHashMap<>();

    private SmallResult(ObjectNode result) {
        this.result = result;
    }

    /** Shortens results where they are. */
    static void shorten(List<ObjectNode> results) {
        List<SmallResult> all = results.stream().map(SmallResult::new).toList();
        int most = MOST_ROWS;
        all.forEach(one -> one.cut(MOST_ROWS));
        while (most > LEAST_ROWS && letters(results) > LETTERS) {
            most /= 2;
            int rows = Math.max(most, LEAST_ROWS);
            all.forEach(one -> one.cut(rows));
        }
        all.forEach(SmallResult::warn);
    }

    private static int letters(List<ObjectNode> results) {
        return results.stream().mapToInt(one -> one.toString().length()).sum();
    }

    private void cut(int most) {
        cut(result, "", most);
        if (result.path(VARIABLES) instanceof ArrayNode variables && variables.size() > most) {
            Set<Integer> named = new HashSet<>();
            result.properties().stream()
                    .filter(property -> !Set.of(VARIABLES, "dropped", "run").contains(property.getKey()))
                    .forEach(property -> collect(property.getValue(), named));
            remember(VARIABLES, variables.size());
            variables.removeIf(
                    variable -> !named.contains(variable.path("index").asInt()));
        }
    }

    private void cut(JsonNode value, String path, int most) {
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            String name = property.getKey();
            String place = path.isEmpty() ? name : path + "." + name;
            if (!WHOLE.contains(name)) {
                if (property.getValue() instanceof ArrayNode list && list.size() > most) {
                    remember(place, list.size());
                    while (list.size() > most) {
                        list.remove(list.size() - 1);
                    }
                }
                cut(property.getValue(), place, most);
            }
        }
        if (value.isArray()) {
            value.values().forEach(one -> cut(one, path, most));
        }
    }

    private void remember(String place, int size) {
        before.merge(place, size, Math::max);
    }

    /** Columns of the data that are spoken of. */
    private static void collect(JsonNode value, Set<Integer> columns) {
        if (value.isArray()) {
            value.values().stream().filter(JsonNode::isIntegralNumber).forEach(one -> columns.add(one.asInt()));
        }
        value.values().forEach(one -> collect(one, columns));
    }

    private void warn() {
        if (before.isEmpty()) {
            return;
        }
        ObjectNode warning = result.withArray("warnings").addObject();
        warning.put("name", "left-out");
        warning.put(
                "message",
                "lists are cut short here, of "
                        + before.entrySet().stream()
                                .map(list -> list.getKey() + " " + list.getValue())
                                .collect(Collectors.joining(", "))
                        + ": give out for a file with all of it, or ask for fewer");
        ObjectNode data = warning.putObject("data");
        before.forEach(data::put);
    }
}
