package org.oinfo.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The charts of a page: Vega-Lite specifications, a file each beside this class, and the data they name.
 *
 * <p>A new kind of chart is a file {@code charts/NAME.json}.
 */
final class Charts {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ArrayNode all = MAPPER.createArrayNode();

    /** Adds a chart to a section. */
    void add(Section section, String name, String caption, Map<String, ArrayNode> datasets) {
        String id = "chart" + all.size();
        ObjectNode chart = all.addObject();
        chart.put("id", id);
        chart.set("spec", MAPPER.readTree(resource("charts/" + name + ".json")));
        ObjectNode data = chart.putObject("datasets");
        datasets.forEach(data::set);
        section.charts().add(new Section.Chart(id, caption));
    }

    /** A dataset to fill. */
    static ArrayNode rows() {
        return MAPPER.createArrayNode();
    }

    /** All charts as JSON that may stand inside a script element, whatever names the data holds. */
    String json() {
        return MAPPER.writeValueAsString(all).replace("<", "\\u003c");
    }

    /** A text that lies beside this class. */
    static String resource(String name) {
        try (InputStream in = Charts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing in this build: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number, or NaN where a result has null. */
    static double number(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }
}
