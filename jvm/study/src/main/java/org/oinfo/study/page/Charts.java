package org.oinfo.study.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oinfo.report.page.Section;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The charts of a page: Vega-Lite specifications, a file each, and the data they name.
 *
 * <p>They name colours as the page's style does ({@code --synergy}), which has them for light and dark screens. A new kind of chart is a file {@code charts/NAME.json} beside the class that draws it.
 */
final class Charts {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Class<?> owner;
    private final ArrayNode all = MAPPER.createArrayNode();

    /** No charts yet; {@code owner} is the class that their files lie beside. */
    Charts(Class<?> owner) {
        this.owner = owner;
    }

    /**
     * Adds a chart to a section; its data by the names that its file calls them.
     *
     * @return its specification, to complete
     */
    ObjectNode add(Section section, String name, String caption, Map<String, ArrayNode> datasets) {
        return (ObjectNode) draw(section, name, caption, datasets).path("spec");
    }

    /**
     * Adds a chart of facets, of which at most so many stand side by side: as many as the screen has room for.
     *
     * @return its specification, to complete
     */
    ObjectNode addFacets(
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
    static ArrayNode rows() {
        return MAPPER.createArrayNode();
    }

    /** What draws them, for the end of a page: the charts as JSON that may stand inside a script element, and Vega. */
    String scripts() {
        StringBuilder scripts = new StringBuilder("<script type=\"application/json\" id=\"charts\">")
                .append(MAPPER.writeValueAsString(all).replace("<", "\\u003c"))
                .append("</script>\n");
        for (String name :
                List.of("vega/vega.min.js", "vega/vega-lite.min.js", "vega/vega-embed.min.js", "charts.js")) {
            scripts.append("<script>").append(resource(Charts.class, name)).append("</script>\n");
        }
        return scripts.toString();
    }

    /** A text that lies beside a class. */
    private static String resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing in this build: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
