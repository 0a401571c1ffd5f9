package org.oinfo.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.oinfo.report.NumberText;

/** What chance alone makes of the extremes of a scan, and where the observed ones lie. */
public final class NullChart implements Chart {
    private static final int FIELD = 200;
    private static final int LINE = 17;
    private static final int STRETCHES = 20;

    /** Observed extremes so many times as far apart as those of chance would make all of chance a line. */
    private static final double FAR = 8;

    private final String description;
    private final String title;
    private final List<End> ends;
    private final Legend legend;

    /**
     * An end.
     *
     * @param name of the end in the legend
     * @param surrogates the extreme of each surrogate
     * @param observed that of the data
     * @param words about that: whose it is, how likely
     */
    public record End(String name, Ink ink, double[] surrogates, double observed, String words) {}

    /**
     * Both ends, or one.
     *
     * @param title of the axis
     */
    public NullChart(String description, String title, List<End> ends) {
        this.description = description;
        this.title = title;
        this.ends = ends;
        this.legend = new Legend(
                ends.stream().map(end -> new Legend.Word(end.ink, end.name)).toList());
    }

    @Override
    public String caption() {
        return "Extremes of the surrogates, and those of the data (lines)";
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public int height(int width) {
        return legend.height(width) + LINE * ends.size() + 12 + FIELD + Frame.BELOW;
    }

    @Override
    public void draw(Svg svg, int width) {
        legend.draw(svg, width);
        double words = legend.height(width);
        double top = words + LINE * ends.size() + 12;
        List<Bar> bars = new ArrayList<>();
        ends.forEach(end -> bars.addAll(Bar.counted(end.surrogates, STRETCHES, end.ink)));
        double highest = bars.stream().mapToDouble(Bar::height).max().orElse(1);
        Scale y = Scale.linear(0, highest * 1.05, top + FIELD, top, 4);
        Frame frame = Frame.with(y, false, width, top, top + FIELD);
        frame.vertical(svg, y, "surrogates", false);
        Scale x = horizontal(frame);
        bars.forEach(bar -> bar.draw(svg, x, y));
        frame.horizontal(svg, x, title);
        for (int i = 0; i < ends.size(); i++) {
            observed(svg, ends.get(i), x, frame, words + LINE * (i + 1.0));
        }
    }

    private Scale horizontal(Frame frame) {
        double[] range = Scale.range(
                Stream.concat(Stream.of(new double[] {0}), ends.stream().map(end -> end.surrogates))
                        .flatMapToDouble(Arrays::stream));
        double[] whole = Scale.range(
                DoubleStream.concat(DoubleStream.of(range), ends.stream().mapToDouble(End::observed)));
        double chance = Math.max(Math.abs(range[0]), Math.abs(range[1]));
        boolean far = whole[1] - whole[0] > FAR * (range[1] - range[0]) && chance > 0;
        double left = frame.left() + 8;
        double right = frame.right() - 8;
        return far
                ? Scale.symmetric(
                        chance / 2, whole[0], whole[1], left, right, Scale.decades(chance / 2, whole[0], whole[1]))
                : Scale.linear(whole[0], whole[1], left, right, frame.width() > 400 ? 8 : 4);
    }

    private static void observed(Svg svg, End end, Scale x, Frame frame, double y) {
        if (!Double.isFinite(end.observed)) {
            return;
        }
        double at = x.at(end.observed);
        boolean toRight = at < (frame.left() + frame.right()) / 2;
        String words = "data " + NumberText.of(end.observed).replace('-', '−') + " " + end.words;
        svg.line(end.ink, 2, at, y - 10, at, frame.bottom());
        svg.text(
                end.ink,
                toRight ? Svg.Anchor.START : Svg.Anchor.END,
                toRight ? at + 6 : at - 6,
                y,
                Lettering.fitted(words, (toRight ? frame.right() - at : at) - 8));
    }
}
