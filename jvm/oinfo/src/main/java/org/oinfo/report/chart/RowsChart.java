package org.oinfo.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/** A value for each of a few names, one below the other: bars from 0, or points with their intervals. */
public final class RowsChart implements Chart {
    private static final int ROW = 20;
    private static final int LEAST_FIELD = 150;

    private final String caption;
    private final String description;
    private final String title;
    private final List<Row> rows;
    private final boolean intervals;

    /**
     * A value with its name.
     *
     * @param low where its interval begins; NaN where it has none
     * @param high where it ends
     */
    public record Row(String name, double value, double low, double high, Ink ink, String tip) {
        /** A value without an interval. */
        public Row(String name, double value, Ink ink, String tip) {
            this(name, value, Double.NaN, Double.NaN, ink, tip);
        }
    }

    /** Rows from top to bottom; those whose value is not finite are left out. */
    public RowsChart(String caption, String description, String title, List<Row> rows) {
        this.caption = caption;
        this.description = description;
        this.title = title;
        this.rows = rows.stream().filter(row -> Double.isFinite(row.value)).toList();
        this.intervals = this.rows.stream().anyMatch(row -> Double.isFinite(row.low));
    }

    @Override
    public String caption() {
        return caption;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public int height(int width) {
        return 6 + ROW * rows.size() + Frame.BELOW;
    }

    @Override
    public void draw(Svg svg, int width) {
        double room = Math.min(width * 0.45, width - LEAST_FIELD - 20.0);
        double names = rows.stream()
                .mapToDouble(row -> Math.min(room, Lettering.width(Lettering.shown(row.name))))
                .max()
                .orElse(0);
        Frame frame = new Frame(names + 10, 6, width - 14.0, 6.0 + ROW * rows.size());
        Scale x = horizontal(frame);
        for (double tick : x.ticks()) {
            svg.line(Ink.GRID, 1, x.at(tick), frame.top(), x.at(tick), frame.bottom());
        }
        if (x.low() < 0 && x.high() > 0) {
            svg.line(Ink.RULE, 1, x.at(0), frame.top(), x.at(0), frame.bottom());
        }
        frame.horizontal(svg, x, title);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = frame.top() + ROW * (i + 0.5);
            svg.text(Ink.TEXT, Svg.Anchor.END, frame.left() - 8, y + 4, Lettering.fitted(row.name, names));
            mark(svg, row, x, y);
        }
    }

    /** Bars begin at 0; intervals need not. */
    private Scale horizontal(Frame frame) {
        double[] range = Scale.range(rows.stream()
                .flatMapToDouble(row -> DoubleStream.of(row.value, row.low, row.high, intervals ? row.value : 0)));
        double margin = (range[1] - range[0]) / 40;
        return Scale.linear(
                range[0] < 0 || intervals ? range[0] - margin : 0,
                range[1] > 0 || intervals ? range[1] + margin : 0,
                frame.left(),
                frame.right(),
                frame.width() > 400 ? 10 : 6);
    }

    private void mark(Svg svg, Row row, Scale x, double y) {
        if (!intervals) {
            double zero = x.at(0);
            double end = x.at(row.value);
            svg.rect(row.ink, Math.min(zero, end), y - 6, Math.max(1, Math.abs(end - zero)), 12, row.tip);
            return;
        }
        if (Double.isFinite(row.low + row.high)) {
            double low = x.at(row.low);
            double high = x.at(row.high);
            String ends = "M%1$s %3$sV%4$sM%2$s %3$sV%4$s"
                    .formatted(Svg.number(low), Svg.number(high), Svg.number(y - 4), Svg.number(y + 4));
            svg.line(row.ink, 2, low, y, high, y).stroke(row.ink, 1.5, ends, null);
        }
        svg.dot(row.ink, x.at(row.value), y, 4, row.tip);
    }
}
