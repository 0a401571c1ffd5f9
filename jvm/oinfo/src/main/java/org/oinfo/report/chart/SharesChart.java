package org.oinfo.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Shares of a whole, a bar for each whole. */
public final class SharesChart implements Chart {
    private static final int ROW = 30;
    private static final int BAR = 20;

    private final String caption;
    private final String description;
    private final List<String> parts;
    private final List<Ink> inks;
    private final List<Whole> wholes;
    private final Legend legend;

    /** A whole and the counts of its parts. */
    public record Whole(String name, long[] counts) {}

    /** Bars from top to bottom, parts from left to right. */
    public SharesChart(String caption, String description, List<String> parts, List<Ink> inks, List<Whole> wholes) {
        this.caption = caption;
        this.description = description;
        this.parts = parts;
        this.inks = inks;
        this.wholes = wholes;
        List<Legend.Word> words = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int part = i;
            if (wholes.stream().anyMatch(whole -> whole.counts[part] > 0)) {
                words.add(new Legend.Word(inks.get(i), parts.get(i)));
            }
        }
        this.legend = new Legend(words);
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
        return legend.height(width) + 8 + ROW * wholes.size() + 22;
    }

    @Override
    public void draw(Svg svg, int width) {
        legend.draw(svg, width);
        double top = legend.height(width) + 8.0;
        double left = wholes.stream()
                        .mapToDouble(whole -> Lettering.width(whole.name))
                        .max()
                        .orElse(0)
                + 10;
        double bottom = top + ROW * wholes.size();
        Frame frame = new Frame(left, top, width - 20.0, bottom);
        for (int percent = 0; percent <= 100; percent += 25) {
            double x = frame.left() + frame.width() * percent / 100;
            svg.line(Ink.GRID, 1, x, top, x, bottom);
            svg.text(Ink.TEXT, Svg.Anchor.MIDDLE, x, bottom + 16, percent + " %");
        }
        for (int i = 0; i < wholes.size(); i++) {
            bar(svg, wholes.get(i), frame, top + ROW * i + (ROW - BAR) / 2.0);
        }
    }

    private void bar(Svg svg, Whole whole, Frame frame, double y) {
        svg.text(Ink.TEXT, Svg.Anchor.END, frame.left() - 8, y + BAR / 2.0 + 4, whole.name);
        double total = Math.max(1, LongStream.of(whole.counts).sum());
        double x = frame.left();
        for (int i = 0; i < parts.size(); i++) {
            double wide = frame.width() * whole.counts[i] / total;
            if (whole.counts[i] > 0) {
                String tip = String.format(
                        Locale.ROOT, "%s: %,d, %.1f %%", parts.get(i), whole.counts[i], 100 * whole.counts[i] / total);
                svg.rect(inks.get(i), x, y, wide, BAR, tip);
            }
            x += wide;
        }
    }
}
