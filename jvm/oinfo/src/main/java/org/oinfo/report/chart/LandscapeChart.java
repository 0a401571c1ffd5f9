package org.oinfo.report.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.oinfo.report.NumberText;

/**
 * The distribution of the O-information of all n-plets of an order, with the extremes named below it. The area of a bar is its share;
 * the axis is linear near 0 and logarithmic beyond.
 */
public final class LandscapeChart implements Chart {
    private static final int FIELD = 200;
    private static final int LINE = 17;

    private final String caption;
    private final String description;
    private final String unit;
    private final List<Bar> bars;
    private final double linearWithin;
    private final double[] ticks;
    private final List<Extreme> extremes;

    /** An n-plet at an end, by the names of its members. */
    public record Extreme(double value, String nplet) {}

    /**
     * A landscape.
     *
     * @param bars heights are shares for each doubling of the distance from 0
     * @param linearWithin so far from 0 the axis is linear
     * @param ticks numbers below the axis
     * @param extremes the one at each end; fewer where one was not sought
     */
    public LandscapeChart(
            String caption,
            String description,
            String unit,
            List<Bar> bars,
            double linearWithin,
            double[] ticks,
            List<Extreme> extremes) {
        this.caption = caption;
        this.description = description;
        this.unit = unit;
        this.bars = bars;
        this.linearWithin = linearWithin;
        this.ticks = ticks.clone();
        this.extremes = extremes.stream()
                .sorted(Comparator.comparingDouble(Extreme::value))
                .toList();
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
        return LINE * extremes.size() + 16 + FIELD + Frame.BELOW;
    }

    @Override
    public void draw(Svg svg, int width) {
        double top = LINE * extremes.size() + 16.0;
        double highest = bars.stream().mapToDouble(Bar::height).max().orElse(1);
        Scale y = Scale.linear(0, highest * 1.05, top + FIELD, top, 4);
        Frame frame = Frame.with(y, true, width, top, top + FIELD);
        frame.vertical(svg, y, "share per doubling", true);
        Scale x = horizontal(frame);
        bars.forEach(bar -> bar.draw(svg, x, y));
        frame.horizontal(svg, x, "O-information, " + unit);
        for (int i = 0; i < extremes.size(); i++) {
            name(svg, extremes.get(i), x, frame, i);
        }
    }

    private Scale horizontal(Frame frame) {
        double[] range = Scale.range(DoubleStream.concat(
                bars.stream().flatMapToDouble(bar -> DoubleStream.of(bar.from(), bar.to())),
                extremes.stream().mapToDouble(Extreme::value)));
        if (!(range[1] > range[0])) {
            return Scale.linear(-1, 1, frame.left(), frame.right(), 3);
        }
        return Scale.symmetric(linearWithin, range[0], range[1], frame.left() + 4, frame.right() - 4, ticks);
    }

    /** A line from the axis up to its words, which lie on the side that has room. */
    private static void name(Svg svg, Extreme extreme, Scale x, Frame frame, int line) {
        double at = x.at(extreme.value);
        double y = LINE * (line + 1.0) - 4;
        String words = NumberText.of(extreme.value).replace('-', '−') + " {" + extreme.nplet + "}";
        boolean toRight = at < (frame.left() + frame.right()) / 2;
        svg.line(Ink.of(extreme.value), 1.5, at, y - 8, at, frame.bottom());
        svg.text(
                Ink.of(extreme.value),
                toRight ? Svg.Anchor.START : Svg.Anchor.END,
                toRight ? at + 6 : at - 6,
                y,
                Lettering.fitted(words, (toRight ? frame.right() - at : at) - 8));
    }
}
