package org.oinfo.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The charts of a page: Vega-Lite specifications, a file each, and the data they name.
 *
 * <p>They name colours as the page's style does ({@code --synergy}), which has them for light and dark screens. A new kind of chart is a file {@code charts/NAME.json} beside the class that draws it.
 */
public final class Charts {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Class<?> owner;
    private final ArrayNode all = MAPPER.createArrayNode();

    /** No charts yet; {@code owner} is the class that their files lie beside. */
    public Charts(Class<?> owner) {
        this.owner = owner;
    }

    /**
     * Adds a chart to a section; its data by the names that its file calls them.
     *
     * @return its specification, to complete
     */
    public ObjectNode add(Section section, String name, String caption, Map<String, ArrayNode> datasets) {
        return (ObjectNode) draw(section, name, caption, datasets).path("spec");
    }

    /**
     * Adds a chart of facets, of which at most so many stand side by side: as many as the screen has room for.
     *
     * @return its specification, to complete
     */
    public ObjectNode addFacets(
            Section section, String name, String caption, Map<String, ArrayNode> datasets, int sideBySide) {
        ObjectNode chart = draw(section, name, caption, datasets);
        chart.put("across", sideBySide);
        return (ObjectNode) chart.path("spec");
    }

    private ObjectNode draw(Section section, String name, String caption, Map<String, ArrayNode> datasets) {
        String id = "chart" + all.size();
        ObjectNode chart = all.addObject();
        chart.put("id", id).set("spec", MAPPER.readTree(resource(owner, "charts/" + name + ".json")));
        ObjectNode data = chart.putObject("datasets");
        // By name: a page of the same result has the same bytes.
        new TreeMap<>(datasets).forEach(data::set);
        section.charts().add(new Section.Chart(id, caption));
        return chart;
    }

    /** A dataset to fill. */
    public static ArrayNode rows() {
        return MAPPER.createArrayNode();
    }

    /** All charts as JSON that may stand inside a script element, whatever names the data holds. */
    String json() {
        return MAPPER.writeValueAsString(all).replace("<", "\\u003c");
    }

    /** A text that lies beside a class. */
    static String resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
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
