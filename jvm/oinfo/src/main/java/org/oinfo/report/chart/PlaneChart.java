package org.oinfo.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/** N-plets by their two correlations: above the diagonal redundancy dominates, below it synergy. */
public final class PlaneChart implements Chart {
    private static final int FIELD = 300;

    private final String caption;
    private final String description;
    private final String unit;
    private final List<Dot> dots;

    /** An n-plet. */
    public record Dot(double dtc, double tc, double o, String tip) {}

    /** Dots of n-plets; later ones lie above. */
    public PlaneChart(String caption, String description, String unit, List<Dot> dots) {
        this.caption = caption;
        this.description = description;
        this.unit = unit;
        this.dots = dots;
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
        return 8 + FIELD + Frame.BELOW;
    }

    @Override
    public void draw(Svg svg, int width) {
        Scale y = axis(dots.stream().mapToDouble(Dot::tc), 8.0 + FIELD, 8, 5);
        Frame frame = Frame.with(y, false, width, 8, 8.0 + FIELD);
        frame.vertical(svg, y, "total correlation, " + unit, false);
        Scale x =
                axis(dots.stream().mapToDouble(Dot::dtc), frame.left(), frame.right() - 4, frame.width() > 400 ? 8 : 4);
        frame.horizontal(svg, x, "dual total correlation, " + unit);
        double end = Math.min(x.high(), y.high());
        double begin = Math.max(x.low(), y.low());
        svg.stroke(
                Ink.RULE,
                1,
                "M" + Svg.number(x.at(begin)) + ' ' + Svg.number(y.at(begin)) + 'L' + Svg.number(x.at(end)) + ' '
                        + Svg.number(y.at(end)),
                "TC = DTC");
        dots.forEach(dot -> svg.dot(Ink.of(dot.o), x.at(dot.dtc), y.at(dot.tc), 4.5, dot.tip));
    }

    /** From 0, which both are at least, but for corrections that took off too much. */
    private static Scale axis(DoubleStream values, double from, double to, int about) {
        double[] range = Scale.range(DoubleStream.concat(values, DoubleStream.of(0)));
        double margin = (range[1] - range[0]) / 25;
        return Scale.linear(range[0] < 0 ? range[0] - margin : 0, range[1] + margin, from, to, about);
    }
}
