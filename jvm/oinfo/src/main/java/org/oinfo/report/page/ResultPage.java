package org.oinfo.report.page;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A saved result as one HTML file: sentences, charts and tables. Scripts and styles are inside, so that it opens anywhere and
 * asks no network for anything. Names from the data are escaped wherever they appear.
 */
public final class ResultPage {
    private final JsonNode result;
    private final JsonNode run;
    private final Tables tables;
    private final ScanSections scans;

    private ResultPage(JsonNode result, Charts charts) {
        this.result = result;
        this.run = result.path("run");
        Tables.Names names = Tables.Names.of(result);
        this.tables = new Tables(names);
        this.scans = new ScanSections(charts, tables, names, run.path("unit").asString("nats"));
    }

    /**
     * Writes the page of a result, or of several one below the other.
     *
     * @param result as {@link ResultFile} reads it
     */
    public static void write(JsonNode result, Writer out) {
        Charts charts = new Charts(ResultPage.class);
        Page page = result.isArray()
                ? several(result.valueStream()
                        .map(each -> new ResultPage(each, charts))
                        .toList())
                : new ResultPage(result, charts).page();
        page.write(charts, out);
    }

    private static Page several(List<ResultPage> results) {
        List<Section> sections = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (ResultPage each : results) {
            Page page = each.page();
            Section begins = new Section(each.run.path("input").asString("a result"));
            begins.text().add(page.summary());
            sections.add(begins);
            sections.addAll(page.sections());
            page.warnings().forEach(warning -> warnings.add(begins.title() + ": " + warning));
        }
        return new Page(
                "O-information of " + results.size() + " data sets",
                results.stream()
                        .map(each -> each.run.path("input").asString("a result"))
                        .collect(Collectors.joining(", ")),
                warnings,
                sections,
                results.getFirst().unit());
    }

    private Page page() {
        List<Section> sections = new ArrayList<>(sections());
        Section made = new Section("How it was made");
        made.figures().add(new Section.Entries(tables.entries(run)));
        sections.add(made);
        String title = "O-information of " + fileName(run.path("input").asString("a result"));
        return new Page(title, summary(), warnings(), sections, unit());
    }

    private String unit() {
        return run.path("unit").asString("nats");
    }

    /** Those that are named first; {@code run} repeats some as sentences alone. */
    private List<String> warnings() {
        Stream<String> named = result.path("warnings")
                .valueStream()
                .map(warning -> warning.path("message").asString());
        Stream<String> plain = run.path("warnings").valueStream().map(JsonNode::asString);
        return Stream.concat(named, plain).distinct().toList();
    }

    private List<Section> sections() {
        if (result.has("orders")) {
            return scans.of(result.path("orders"));
        }
        if (result.has("measures")) {
            Section section = new Section("Given n-plets");
            scans.extremes(section, List.of(result.path("measures")));
            section.tables().add(tables.of("Measures", result.path("measures")));
            return List.of(section);
        }
        return listing();
    }

    /** Figures about the whole, and the one array of rows. */
    private List<Section> listing() {
        List<Section> sections = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : result.properties()) {
            boolean rows = field.getValue().isArray() && !ResultFields.COMMON.contains(field.getKey());
            if (rows) {
                Section section = new Section(heading(field.getKey()));
                section.figures().add(new Section.Entries(tables.entries(result.path("figures"))));
                section.tables().add(tables.of("", field.getValue()));
                sections.add(section);
            }
        }
        return sections;
    }

    /** The last part of a path of any system. */
    private static String fileName(String input) {
        return input.substring(1 + Math.max(input.lastIndexOf('/'), input.lastIndexOf('\\')));
    }

    private static String heading(String name) {
        String words = name.replace('_', ' ').replace("nplet", "n-plet");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String summary() {
        String samples =
                run.path("samples").isNumber() ? run.path("samples").asString() + " samples" : "a given covariance";
        return run.path("variables").asString("?") + " variables, " + samples + ", values in "
                + run.path("unit").asString("nats") + "; oinfo "
                + run.path("version").asString("?");
    }
}
