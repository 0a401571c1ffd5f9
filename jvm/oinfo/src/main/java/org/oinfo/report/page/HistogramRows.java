package org.oinfo.report.page;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bars of a histogram of Omega. */
public final class HistogramRows {
    private HistogramRows() {}

    /**
     * A row for each bin: {@code from}, {@code to}, {@code zero}, {@code count}, and {@code kind}: what dominates there.
     *
     * @param histogram {@code edges}, one more than {@code counts}; an edge at infinity is null
     */
    public static ArrayNode of(JsonNode histogram) {
        JsonNode edges = histogram.path("edges");
        JsonNode counts = histogram.path("counts");
        ArrayNode rows = Charts.rows();
        for (int i = 0; i < counts.size(); i++) {
            // An overflow bin ends at infinity, which no axis shows; balanced lies around 0.
            if (edges.get(i).isNumber() && edges.get(i + 1).isNumber()) {
                double from = edges.get(i).doubleValue();
                double to = edges.get(i + 1).doubleValue();
                String kind = from >= 0 ? "redundancy-dominated" : to <= 0 ? "synergy-dominated" : "balanced";
                ObjectNode row = rows.addObject().put("from", from).put("to", to);
                row.put("zero", 0).put("count", counts.get(i).asLong()).put("kind", kind);
            }
        }
        return rows;
    }
}
