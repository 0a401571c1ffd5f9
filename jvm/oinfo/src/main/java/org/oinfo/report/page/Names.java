package org.oinfo.report.page;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oinfo.report.chart.Lettering;
import tools.jackson.databind.JsonNode;

/** Variables as people call them. */
record Names(Map<Integer, String> byColumn) {
    private static final String ISOLATE = "\u2068";
    private static final String ISOLATED = "\u2069";

    static Names of(JsonNode result) {
        Map<Integer, String> names = new HashMap<>();
        for (JsonNode variable : result.path("variables")) {
            if (variable.path("name").isString()) {
                String name = Lettering.shown(variable.path("name").stringValue());
                names.put(variable.path("index").intValue(), isolated(name));
            }
        }
        return new Names(names);
    }

    /** Names that are read from right to left leave what stands beside them in its place. */
    private static String isolated(String name) {
        boolean leftward = name.codePoints()
                .map(Character::getDirectionality)
                .anyMatch(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return leftward ? ISOLATE + name + ISOLATED : name;
    }

    /** The name of a column, or its number. */
    String variable(int column) {
        String name = byColumn.getOrDefault(column, "");
        return name.isEmpty() ? Integer.toString(column) : name;
    }

    String nplet(JsonNode columns) {
        return all(columns).collect(Collectors.joining(", "));
    }

    /** As {@link #nplet} with long names shortened, for a chart. */
    String label(JsonNode columns) {
        return all(columns).map(Lettering::shortened).collect(Collectors.joining(", "));
    }

    private Stream<String> all(JsonNode columns) {
        return columns.valueStream().map(column -> variable(column.asInt(-1)));
    }
}
