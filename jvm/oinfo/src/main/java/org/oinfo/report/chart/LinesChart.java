package org.oinfo.report.chart;

import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Values against a number: orders, samples, steps of a search. A ribbon around a line says how sure its values are. */
public final class LinesChart implements Chart {
    private static final int FIELD = 220;
    private static final double POINT = 3;
    /** More points than that would hide their line. */
    private static final int FEW = 60;

    private final String caption;
    private final String description;
    private final String xTitle;
    private final String yTitle;
    private final boolean logarithmic;
    private final List<Line> lines;
    private final Legend legend;

    /**
     * A line.
     *
     * @param name empty for none in the legend
     * @param width pixels of its stroke
     */
    public record Line(String name, Ink ink, double width, List<Point> points) {}

    /**
     * A point of a line.
     *
     * @param low where its ribbon begins; {@code y} where there is none
     * @param high where it ends
     * @param tip what it says to a pointer
     */
    public record Point(double x, double y, double low, double high, String tip) {
        /** A point without a ribbon. */
        public Point(double x, double y, String tip) {
            this(x, y, y, y, tip);
        }
    }

    /**
     * Lines; points whose value is not finite are left out.
     *
     * @param logarithmic whether the axis below is
     */
    public LinesChart(
            String caption, String description, String xTitle, String yTitle, boolean logarithmic, List<Line> lines) {
        this.caption = caption;
        this.description = description;
        this.xTitle = xTitle;
        this.yTitle = yTitle;
        this.logarithmic = logarithmic;
        this.lines = lines.stream()
                .map(line -> new Line(
                        line.name,
                        line.ink,
                        line.width,
                        line.points.stream()
                                .filter(point -> Double.isFinite(point.y + point.low + point.high))
                                .toList()))
                .filter(line -> !line.points.isEmpty())
                .toList();
        this.legend = new Legend(this.lines.stream()
                .filter(line -> !line.name.isEmpty())
                .map(line -> new Legend.Word(line.ink, line.name))
                .toList());
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
        return legend.height(width) + 8 + FIELD + Frame.BELOW;
    }

    @Override
    public void draw(Svg svg, int width) {
        legend.draw(svg, width);
        double top = legend.height(width) + 8.0;
        Scale y = vertical(top + FIELD, top);
        Frame frame = Frame.with(y, false, width, top, top + FIELD);
        Scale x = horizontal(frame);
        frame.vertical(svg, y, yTitle, false);
        frame.horizontal(svg, x, xTitle);
        lines.forEach(line -> ribbon(svg, line, x, y));
        lines.forEach(line -> line(svg, line, x, y));
    }

    private DoubleStream values(Function<Point, DoubleStream> of) {
        return lines.stream().flatMap(line -> line.points.stream()).flatMapToDouble(of);
    }

    private Scale vertical(double bottom, double top) {
        if (lines.isEmpty()) {
            return empty(bottom, top);
        }
        double[] range = Scale.range(values(point -> DoubleStream.of(point.low, point.high)));
        double margin = (range[1] - range[0]) / 20;
        return Scale.linear(range[0] - margin, range[1] + margin, bottom, top, 6);
    }

    /** A result may have no finite value: the frame stays empty. */
    private static Scale empty(double from, double to) {
        return new Scale(value -> value, 0, 1, from, to, new double[0]);
    }

    /** Every place that a line has a point at is a tick, if it has room. */
    private Scale horizontal(Frame frame) {
        double[] ticks =
                values(point -> DoubleStream.of(point.x)).distinct().sorted().toArray();
        if (ticks.length == 0) {
            return empty(frame.left(), frame.right());
        }
        double[] range = {ticks[0], ticks[ticks.length - 1]};
        double inset = 14;
        if (ticks.length > FEW / 3) {
            return Scale.linear(range[0], range[1], frame.left() + inset, frame.right() - inset, 8);
        }
        if (ticks.length == 1) {
            return new Scale(value -> value, range[0] - 1, range[0] + 1, frame.left(), frame.right(), ticks);
        }
        double left = frame.left() + inset;
        double right = frame.right() - inset;
        return logarithmic
                ? Scale.logarithmic(range[0], range[1], left, right, ticks)
                : new Scale(value -> value, range[0], range[1], left, right, ticks);
    }

    private static void ribbon(Svg svg, Line line, Scale x, Scale y) {
        if (line.points.stream().allMatch(point -> point.low == point.high)) {
            return;
        }
        StringBuilder outline = new StringBuilder();
        line.points.forEach(point -> step(outline, x.at(point.x), y.at(point.high)));
        line.points.reversed().forEach(point -> step(outline, x.at(point.x), y.at(point.low)));
        svg.faint(0.2).shape(line.ink, outline.append('Z').toString(), null).end();
    }

    private static void line(Svg svg, Line line, Scale x, Scale y) {
        StringBuilder path = new StringBuilder();
        line.points.forEach(point -> step(path, x.at(point.x), y.at(point.y)));
        svg.stroke(line.ink, line.width, path.toString(), null);
        if (line.points.size() <= FEW) {
            line.points.forEach(point -> svg.dot(line.ink, x.at(point.x), y.at(point.y), POINT, point.tip));
        }
    }

    private static void step(StringBuilder path, double x, double y) {
        path.append(path.isEmpty() ? 'M' : 'L')
                .append(Svg.number(x))
                .append(' ')
                .append(Svg.number(y));
    }
}
