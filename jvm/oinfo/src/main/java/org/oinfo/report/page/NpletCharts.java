package org.oinfo.report.page;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;
import org.oinfo.report.NumberText;
import org.oinfo.report.chart.Ink;
import org.oinfo.report.chart.NetworkChart;
import org.oinfo.report.chart.PlaneChart;
import org.oinfo.report.chart.RowsChart;
import tools.jackson.databind.JsonNode;

/** Charts of n-plets that a result lists. */
final class NpletCharts {
    /** So many n-plets are drawn, from the first of their lists on; tables have more. */
    private static final int MOST = 500;

    /** As many names as a chart of rows has. */
    private static final int MOST_ROWS = 20;

    /** As many n-plets as a network can be told apart in. */
    private static final int MOST_WOVEN = 20;

    private final Names names;
    private final String unit;

    NpletCharts(Names names, String unit) {
        this.names = names;
        this.unit = unit;
    }

    /** A number of a result, or NaN where it has null. */
    static double number(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    /** N-plets where TC = DTC is the diagonal. */
    void plane(Section section, Stream<JsonNode> nplets) {
        List<PlaneChart.Dot> dots = nplets.limit(MOST)
                .map(this::dot)
                .filter(dot -> Double.isFinite(dot.tc() + dot.dtc() + dot.o()))
                .toList();
        if (!dots.isEmpty()) {
            section.draw(new PlaneChart(
                    "The listed n-plets, " + unit + ": above the diagonal redundancy dominates, below it synergy",
                    "Scatter of " + dots.size() + " listed n-plets by dual total correlation and total correlation, "
                            + dots.stream().filter(dot -> dot.o() < 0).count() + " of them below the diagonal.",
                    unit,
                    dots));
        }
    }

    private PlaneChart.Dot dot(JsonNode nplet) {
        double tc = number(nplet.path("tc"));
        double dtc = number(nplet.path("dtc"));
        double o = number(nplet.path("o"));
        String tip = names.nplet(nplet.path("nplet")) + ": O " + NumberText.of(o) + ", TC " + NumberText.of(tc)
                + ", DTC " + NumberText.of(dtc);
        return new PlaneChart.Dot(dtc, tc, o, tip);
    }

    /** Which variables go together at each end. */
    void network(Section section, List<JsonNode> smallest, List<JsonNode> largest, List<String> titles) {
        List<NetworkChart.Ring> rings = new ArrayList<>();
        ring(rings, titles.get(0), Ink.SYNERGY, smallest);
        ring(rings, titles.get(1), Ink.REDUNDANCY, largest);
        if (!rings.isEmpty()) {
            section.draw(new NetworkChart(
                    "Variables that the first n-plets of the lists hold together; thicker lines, more n-plets",
                    "Network of the variables in the listed n-plets; the tables list the same n-plets.",
                    rings));
        }
    }

    private void ring(List<NetworkChart.Ring> rings, String title, Ink ink, List<JsonNode> ranking) {
        List<int[]> nplets = ranking.stream()
                .limit(MOST_WOVEN)
                .map(nplet -> nplet.path("nplet")
                        .valueStream()
                        .mapToInt(JsonNode::intValue)
                        .toArray())
                .toList();
        if (!nplets.isEmpty()) {
            rings.add(new NetworkChart.Ring(title, ink, nplets, names::variable));
        }
    }

    /**
     * A value for each of the first rows of a list.
     *
     * @param axis what the values are
     * @param value the field of the value
     * @param low the field where its interval begins; empty for none
     */
    void rows(
            Section section, String caption, String axis, List<JsonNode> rows, String value, String low, String high) {
        List<RowsChart.Row> drawn = rows.stream()
                .limit(MOST_ROWS)
                .map(row -> row(row, value, low, high))
                .filter(row -> Double.isFinite(row.value()))
                .toList();
        if (!drawn.isEmpty()) {
            String which = rows.size() > MOST_ROWS ? ", the first " + MOST_ROWS + " of " + rows.size() : "";
            DoubleSummaryStatistics range =
                    drawn.stream().mapToDouble(RowsChart.Row::value).summaryStatistics();
            section.draw(new RowsChart(
                    caption + which,
                    caption + which + ": from " + NumberText.of(range.getMin()) + " to " + NumberText.of(range.getMax())
                            + ".",
                    axis,
                    drawn));
        }
    }

    private RowsChart.Row row(JsonNode row, String value, String low, String high) {
        String name = name(row);
        double shown = number(row.path(value));
        double from = number(row.path(low));
        double to = number(row.path(high));
        String between = Double.isFinite(from + to) ? ", " + NumberText.of(from) + " to " + NumberText.of(to) : "";
        return new RowsChart.Row(name, shown, from, to, Ink.of(shown), name + ": " + NumberText.of(shown) + between);
    }

    /** The n-plet, and what else tells a row from others. */
    private String name(JsonNode row) {
        String nplet = names.label(row.path("nplet"));
        if (row.path("target").isArray()) {
            return nplet + " → " + names.label(row.path("target"));
        }
        return row.path("variable").isArray() ? nplet + ": " + names.label(row.path("variable")) : nplet;
    }
}
