package org.oinfo.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/** A value for each variable, side by side, however many there are. */
public final class VariablesChart implements Chart {
    private static final int FIELD = 180;

    private final String caption;
    private final String description;
    private final String title;
    private final List<RowsChart.Row> variables;

    /** Variables from left to right. */
    public VariablesChart(String caption, String description, String title, List<RowsChart.Row> variables) {
        this.caption = caption;
        this.description = description;
        this.title = title;
        this.variables = variables;
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
        double[] range =
                Scale.range(variables.stream().flatMapToDouble(variable -> DoubleStream.of(variable.value(), 0)));
        Scale y = Scale.linear(range[0] * 1.05, range[1] * 1.05, 8.0 + FIELD, 8, 4);
        Frame frame = Frame.with(y, false, width, 8, 8.0 + FIELD);
        frame.vertical(svg, y, title, false);
        double stripe = frame.width() / variables.size();
        for (int i = 0; i < variables.size(); i++) {
            RowsChart.Row variable = variables.get(i);
            double zero = y.at(0);
            double end = y.at(variable.value());
            double bar = Math.max(stripe * 0.8, 0.5);
            svg.rect(
                    variable.ink(),
                    frame.left() + i * stripe + (stripe - bar) / 2,
                    Math.min(zero, end),
                    bar,
                    Math.abs(end - zero),
                    variable.tip());
        }
        frame.names(svg, variables.stream().map(RowsChart.Row::name).toList(), "variable");
    }
}
