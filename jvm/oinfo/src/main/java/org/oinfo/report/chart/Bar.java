package org.oinfo.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A bar over a stretch of an axis.
 *
 * @param height on the other axis, from 0
 */
public record Bar(double from, double to, double height, Ink ink, String tip) {
    /** Gap between neighbours, pixels. */
    private static final double GAP = 0.4;

    /** Counts of values in so many stretches of equal width. */
    static List<Bar> counted(double[] values, int stretches, Ink ink) {
        double[] range = Scale.range(DoubleStream.of(values));
        if (!(range[1] > range[0])) {
            return List.of();
        }
        int[] counts = new int[stretches];
        double width = (range[1] - range[0]) / stretches;
        for (double value : values) {
            if (Double.isFinite(value)) {
                counts[Math.min(stretches - 1, (int) ((value - range[0]) / width))]++;
            }
        }
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < stretches; i++) {
            double from = range[0] + i * width;
            if (counts[i] > 0) {
                bars.add(new Bar(from, from + width, counts[i], ink, counts[i] + " surrogates"));
            }
        }
        return bars;
    }

    void draw(Svg svg, Scale x, Scale y) {
        double left = x.at(from);
        double right = x.at(to);
        svg.rect(ink, left, y.at(height), Math.max(0.5, right - left - GAP), y.at(0) - y.at(height), tip);
    }
}
