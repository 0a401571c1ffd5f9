package org.oinfo.report.page;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oinfo.report.chart.Chart;
import org.oinfo.report.chart.Picture;
import tools.jackson.databind.JsonNode;

/**
 * A saved result as one HTML file: sentences, charts and tables. Scripts and styles are inside, so that it opens anywhere and
 * asks no network for anything. Names from the data are escaped wherever they appear.
 */
public final class ResultPage {
    private final JsonNode result;
    private final JsonNode run;
    private final Tables tables;
    private final NpletCharts charts;
    private final ScanSections scans;
    private final ListingSections listings;

    private ResultPage(JsonNode result) {
        this.result = result;
        this.run = result.path("run");
        Names names = Names.of(result);
        NpletCharts charts = new NpletCharts(names, unit());
        SeriesCharts series = new SeriesCharts(unit());
        this.charts = charts;
        this.tables = new Tables(names);
        this.scans = new ScanSections(tables, names, charts, series, unit());
        this.listings = new ListingSections(tables, names, charts, series, unit());
    }

    /**
     * Writes the page of a result, or of several one below the other.
     *
     * @param result as {@link ResultFile} reads it
     */
    public static void write(JsonNode result, Writer out) {
        page(result).write(out);
    }

    /**
     * Writes a picture of a result, or of several one below the other: the first chart of each section of its page, as an SVG file.
     * Windows of a series are drawn side by side.
     *
     * @param result as {@link ResultFile} reads it
     */
    public static void picture(JsonNode result, Writer out) throws IOException {
        List<ResultPage> results = (result.isArray() ? result.valueStream() : Stream.of(result))
                .map(ResultPage::new)
                .toList();
        Optional<Section> windows = windows(results);
        List<Picture.Part> parts = windows.isPresent()
                ? List.of(new Picture.Part(
                        page(result).title(),
                        windows.get().drawings().stream()
                                .map(Section.Drawing::chart)
                                .toList()))
                : results.stream().map(ResultPage::part).toList();
        out.write(Picture.file(parts));
    }

    private Picture.Part part() {
        Page page = page();
        List<Chart> charts = page.sections().stream()
                .flatMap(section -> section.drawings().stream().limit(1))
                .map(Section.Drawing::chart)
                .toList();
        return new Picture.Part(page.title() + ": " + page.summary(), charts);
    }

    private static Page page(JsonNode result) {
        return result.isArray()
                ? several(result.valueStream().map(ResultPage::new).toList())
                : new ResultPage(result).page();
    }

    private static Page several(List<ResultPage> results) {
        List<Section> sections = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Optional<Section> windows = windows(results);
        windows.ifPresent(sections::add);
        for (ResultPage each : results) {
            Page page = each.page();
            Section begins = new Section(each.place(windows.isPresent()));
            begins.text().add(page.summary());
            sections.add(begins);
            sections.addAll(page.sections());
            page.warnings().forEach(warning -> warnings.add(begins.title() + ": " + warning));
        }
        String title = windows.isPresent()
                ? results.getFirst().page().title() + ", " + results.size() + " windows"
                : "O-information of " + results.size() + " data sets";
        String summary =
                results.stream().map(each -> each.place(false)).distinct().collect(Collectors.joining(", "));
        return new Page(title, summary, warnings, sections, results.getFirst().unit());
    }

    /** What the result is of: a file, or the rows of a window. */
    private String place(boolean window) {
        return window
                ? "Rows " + run.path("first_row").asInt() + " to "
                        + run.path("last_row").asInt()
                : run.path("input").asString("a result");
    }

    /** Windows of one series, side by side. */
    private static Optional<Section> windows(List<ResultPage> results) {
        boolean series = results.size() > 1
                && results.stream().allMatch(each -> each.run.path("first_row").isNumber());
        if (!series || !results.getFirst().result.has("orders")) {
            return Optional.empty();
        }
        Section section = new Section("Windows");
        new SeriesCharts(results.getFirst().unit())
                .windows(section, results.stream().map(each -> each.result).toList());
        return Optional.of(section);
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
            return scans.of(result);
        }
        if (result.has("measures")) {
            Section section = new Section("Given n-plets");
            charts.rows(
                    section,
                    "O-information of each n-plet",
                    "O-information, " + unit(),
                    result.path("measures").valueStream().toList(),
                    "o",
                    "",
                    "");
            charts.plane(section, result.path("measures").valueStream());
            section.tables().add(tables.of("Measures", result.path("measures")));
            return List.of(section);
        }
        return listings.of(result);
    }

    /** The last part of a path of any system. */
    private static String fileName(String input) {
        return input.substring(1 + Math.max(input.lastIndexOf('/'), input.lastIndexOf('\\')));
    }

    private String summary() {
        String samples =
                run.path("samples").isNumber() ? run.path("samples").asString() + " samples" : "a given covariance";
        return run.path("variables").asString("?") + " variables, " + samples + ", values in "
                + run.path("unit").asString("nats") + "; oinfo "
                + run.path("version").asString("?");
    }
}
