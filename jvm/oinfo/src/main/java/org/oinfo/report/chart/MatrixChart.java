package org.oinfo.report.chart;

import java.util.List;

/** Correlations of all pairs, the stronger the deeper the colour. */
public final class MatrixChart implements Chart {
    private static final double CELL = 15;
    private static final int STEPS = 10;
    private static final Legend LEGEND =
            new Legend(List.of(new Legend.Word(Ink.ORANGE, "negative"), new Legend.Word(Ink.PURPLE, "positive")));

    private final String caption;
    private final String description;
    private final List<String> names;
    private final double[][] r;

    /**
     * A matrix.
     *
     * @param names from top to bottom, and from left to right
     * @param r [names][names]
     */
    public MatrixChart(String caption, String description, List<String> names, double[][] r) {
        this.caption = caption;
        this.description = description;
        this.names = names;
        this.r = r.clone();
    }

    @Override
    public String caption() {
        return caption;
    }

    @Override
    public String description() {
        return description;
    }

    private double room(int width) {
        return Math.min(
                width * 0.2, names.stream().mapToDouble(Lettering::width).max().orElse(0));
    }

    private double cell(int width) {
        return Math.min(CELL, (width - room(width) - 10) / names.size());
    }

    @Override
    public int height(int width) {
        return LEGEND.height(width) + 6 + (int) Math.ceil(cell(width) * names.size() + room(width) + 12);
    }

    @Override
    public void draw(Svg svg, int width) {
        LEGEND.draw(svg, width);
        double cell = cell(width);
        double room = room(width);
        double top = LEGEND.height(width) + 6.0;
        double left = room + 8;
        for (int step = 1; step <= STEPS; step++) {
            cells(svg, Ink.PURPLE, step, 1, left, top, cell);
            cells(svg, Ink.ORANGE, step, -1, left, top, cell);
        }
        double bottom = top + cell * names.size();
        int every = (int) Math.ceil((Svg.LETTER + 1) / cell);
        for (int i = 0; i < names.size(); i += every) {
            String name = Lettering.fitted(names.get(i), room);
            double middle = (i + 0.5) * cell;
            svg.text(Ink.TEXT, Svg.Anchor.END, left - 5, top + middle + 4, name);
            svg.turned(Ink.TEXT, Svg.Anchor.END, left + middle + 4, bottom + 5, -90, name);
        }
    }

    /** All cells of a strength, as one shape. */
    private void cells(Svg svg, Ink ink, int step, int sign, double left, double top, double cell) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < r.length; j++) {
                if (i != j && sign * r[i][j] > 0 && strength(r[i][j]) == step) {
                    path.append('M')
                            .append(Svg.number(left + j * cell))
                            .append(' ')
                            .append(Svg.number(top + i * cell))
                            .append("h")
                            .append(Svg.number(cell))
                            .append("v")
                            .append(Svg.number(cell))
                            .append("h")
                            .append(Svg.number(-cell))
                            .append('z');
                }
            }
        }
        if (!path.isEmpty()) {
            svg.faint((double) step / STEPS).shape(ink, path.toString(), null).end();
        }
    }

    private static int strength(double r) {
        return (int) Math.ceil(Math.abs(r) * STEPS - 1e-9);
    }
}
