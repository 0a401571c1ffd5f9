package org.oinfo.report.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One HTML file. Scripts and styles are inside, so that it opens anywhere and asks no network for anything; texts are escaped
 * wherever they appear. Without its scripts it shows the same; they sort and filter tables.
 *
 * @param summary a paragraph below the title
 * @param warnings what a reader must know first
 * @param unit of the values
 */
public record Page(String title, String summary, List<String> warnings, List<Section> sections, String unit) {
    /** Writes the page, whose charts draw themselves. */
    public void write(Writer out) {
        write("<script>document.body.dataset.charts = \"drawn\";</script>\n", out);
    }

    /**
     * Writes the page.
     *
     * @param scripts elements at its end that draw the charts
     */
    public void write(String scripts, Writer out) {
        Map<String, Object> page = new HashMap<>();
        page.put("title", title);
        page.put("summary", summary);
        page.put("warnings", warnings);
        page.put("sections", sections);
        page.put("unit", unit);
        page.put("style", Parts.STYLE);
        page.put("sortable", Parts.SORTABLE);
        page.put("sortableKeys", Parts.SORTABLE_KEYS);
        page.put("script", Parts.SCRIPT);
        page.put("scripts", scripts);
        Parts.TEMPLATE.execute(page, out);
    }

    /** What every page holds, read once. */
    private static final class Parts {
        static final String STYLE = resource("page.css");
        static final String SCRIPT = resource("page.js");
        static final String SORTABLE = resource("sortable/sortable.min.js");
        static final String SORTABLE_KEYS = resource("sortable/sortable.a11y.min.js");
        static final Template TEMPLATE = Mustache.compiler().compile(resource("page.mustache"));

        private static String resource(String name) {
            try (InputStream in = Page.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("missing in this build: " + name);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
