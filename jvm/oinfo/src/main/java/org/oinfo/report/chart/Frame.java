package org.oinfo.report.chart;

import java.util.List;
import java.util.Locale;

/**
 * The field of a chart with its axes.
 *
 * @param left pixels to the left of the field, of numbers
 * @param top of the field
 * @param right of the field, from the left of the drawing
 * @param bottom of the field
 */
record Frame(double left, double top, double right, double bottom) {
    /** Pixels below a field: numbers, and a title. */
    static final int BELOW = 42;

    /** Letters at an axis do not touch. */
    private static final double GAP = 8;

    /** A field with room for the numbers and the title of a vertical axis. */
    static Frame with(Scale vertical, boolean percent, int width, double top, double bottom) {
        double numbers = 0;
        for (double tick : vertical.ticks()) {
            numbers = Math.max(numbers, Lettering.width(number(tick, percent)));
        }
        return new Frame(numbers + 30, top, width - 12.0, bottom);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    /** Grid, numbers and title at the left. */
    void vertical(Svg svg, Scale scale, String title, boolean percent) {
        for (double tick : scale.ticks()) {
            double y = scale.at(tick);
            svg.line(Ink.GRID, 1, left, y, right, y);
            svg.text(Ink.TEXT, Svg.Anchor.END, left - 6, y + 4, number(tick, percent));
        }
        svg.turned(
                Ink.TEXT,
                Svg.Anchor.MIDDLE,
                Svg.LETTER,
                (top + bottom) / 2,
                -90,
                Lettering.fitted(title, height() + 20));
        if (scale.low() < 0 && scale.high() > 0) {
            svg.line(Ink.RULE, 1, left, scale.at(0), right, scale.at(0));
        }
    }

    /** Axis, numbers and title below. */
    void horizontal(Svg svg, Scale scale, String title) {
        foot(svg, title);
        for (double tick : scale.apart(GAP)) {
            double x = scale.at(tick);
            svg.line(Ink.AXIS, 1, x, bottom, x, bottom + 4);
            svg.text(Ink.TEXT, Svg.Anchor.MIDDLE, x, bottom + 17, Scale.text(tick));
        }
    }

    /** Axis, names and title below; those names that have room, each in the middle of its stripe. */
    void names(Svg svg, List<String> names, String title) {
        foot(svg, title);
        double stripe = width() / names.size();
        double longest = Math.max(stripe - GAP, 90);
        double reached = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < names.size(); i++) {
            String name = Lettering.fitted(names.get(i), longest);
            double half = Lettering.width(name) / 2;
            double x = left + (i + 0.5) * stripe;
            double shown = Math.clamp(x, Math.min(left + half - 20, x), Math.max(right - half, left));
            if (shown - half >= reached) {
                svg.line(Ink.AXIS, 1, x, bottom, x, bottom + 4);
                svg.text(Ink.TEXT, Svg.Anchor.MIDDLE, shown, bottom + 17, name);
                reached = shown + half + GAP;
            }
        }
    }

    private void foot(Svg svg, String title) {
        svg.line(Ink.AXIS, 1, left, bottom, right, bottom);
        svg.text(Ink.TEXT, Svg.Anchor.MIDDLE, (left + right) / 2, bottom + 34, Lettering.fitted(title, width()));
    }

    private static String number(double tick, boolean percent) {
        return percent
                ? String.format(Locale.ROOT, "%s %%", Scale.text(Math.rint(tick * 1e6) / 1e4))
                : Scale.text(tick);
    }
}
