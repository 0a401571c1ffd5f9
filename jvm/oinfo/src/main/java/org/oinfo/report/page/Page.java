package org.oinfo.report.page;

import com.samskivert.mustache.Mustache;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One HTML file. Scripts and styles are inside, so that it opens anywhere and asks no network for anything; texts are escaped
 * wherever they appear.
 *
 * @param summary a paragraph below the title
 * @param warnings what a reader must know first
 * @param unit of the values
 */
public record Page(String title, String summary, List<String> warnings, List<Section> sections, String unit) {
    /** Writes the page with the charts that its sections name. */
    public void write(Charts charts, Writer out) {
        Map<String, Object> page = new HashMap<>();
        page.put("title", title);
        page.put("summary", summary);
        page.put("warnings", warnings);
        page.put("sections", sections);
        page.put("unit", unit);
        page.put("style", resource("page.css"));
        page.put("charts", charts.json());
        page.put("vega", resource("vega/vega.min.js"));
        page.put("vegaLite", resource("vega/vega-lite.min.js"));
        page.put("vegaEmbed", resource("vega/vega-embed.min.js"));
        Mustache.compiler().compile(resource("page.mustache")).execute(page, out);
    }

    private static String resource(String name) {
        return Charts.resource(Page.class, name);
    }
}
