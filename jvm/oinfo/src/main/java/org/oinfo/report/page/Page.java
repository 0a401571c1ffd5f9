package org.oinfo.report.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
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
        page.put("style", Parts.STYLE);
        page.put("charts", charts.json());
        page.put("script", Parts.SCRIPT);
        page.put("vega", Parts.VEGA);
        page.put("vegaLite", Parts.VEGA_LITE);
        page.put("vegaEmbed", Parts.VEGA_EMBED);
        Parts.TEMPLATE.execute(page, out);
    }

    /** What every page holds, read once. */
    private static final class Parts {
        static final String STYLE = resource("page.css");
        static final String SCRIPT = resource("page.js");
        static final String VEGA = resource("vega/vega.min.js");
        static final String VEGA_LITE = resource("vega/vega-lite.min.js");
        static final String VEGA_EMBED = resource("vega/vega-embed.min.js");
        static final Template TEMPLATE = Mustache.compiler().compile(resource("page.mustache"));

        private static String resource(String name) {
            return Charts.resource(Page.class, name);
        }
    }
}
