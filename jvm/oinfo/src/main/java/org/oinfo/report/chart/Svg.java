package org.oinfo.report.chart;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Elements of a drawing, one after another, in pixels. Every text is escaped, whatever it holds, and the same drawing has the same
 * bytes everywhere.
 */
public final class Svg {
    /** Where a text lies from its point. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Letters of all charts, pixels; {@link Lettering} counts on it. */
    static final int LETTER = 12;

    private final StringBuilder out = new StringBuilder();
    private final Function<Ink, String> colours;
    private final boolean tips;

    /**
     * An empty drawing.
     *
     * @param colours of inks, as {@link Ink#onPage}
     * @param tips whether marks say what they are to a pointer that rests on them
     */
    public Svg(Function<Ink, String> colours, boolean tips) {
        this.colours = colours;
        this.tips = tips;
    }

    /** Everything until {@link #end} lies so far to the right and below. */
    public Svg moved(double x, double y) {
        out.append("<g transform=\"translate(")
                .append(number(x))
                .append(' ')
                .append(number(y))
                .append(")\">");
        return this;
    }

    /** Everything until {@link #end} is seen through. */
    public Svg faint(double opacity) {
        out.append("<g opacity=\"").append(number(opacity)).append("\">");
        return this;
    }

    /** Ends what {@link #moved} or {@link #faint} began. */
    public Svg end() {
        out.append("</g>\n");
        return this;
    }

    /** A filled rectangle. */
    public Svg rect(Ink ink, double x, double y, double width, double height, @Nullable String tip) {
        begin("rect");
        put("x", x).put("y", y).put("width", width).put("height", height);
        return put("fill", colours.apply(ink)).close("rect", tip);
    }

    /** A disc with a thin rim that keeps it apart from its neighbours. */
    public Svg dot(Ink ink, double x, double y, double radius, @Nullable String tip) {
        begin("circle");
        put("cx", x).put("cy", y).put("r", radius).put("fill", colours.apply(ink));
        return put("stroke", colours.apply(Ink.PAGE)).put("stroke-width", 0.75).close("circle", tip);
    }

    /** A filled outline. */
    public Svg shape(Ink ink, String path, @Nullable String tip) {
        begin("path");
        return put("d", path).put("fill", colours.apply(ink)).close("path", tip);
    }

    /** A line along a path. */
    public Svg stroke(Ink ink, double width, String path, @Nullable String tip) {
        begin("path");
        put("d", path).put("fill", "none").put("stroke", colours.apply(ink)).put("stroke-width", width);
        return put("stroke-linejoin", "round").close("path", tip);
    }

    /** A straight line. */
    public Svg line(Ink ink, double width, double x1, double y1, double x2, double y2) {
        begin("line");
        put("x1", x1).put("y1", y1).put("x2", x2).put("y2", y2);
        return put("stroke", colours.apply(ink)).put("stroke-width", width).close("line", null);
    }

    /** Letters whose foot is at a point. */
    public Svg text(Ink ink, Anchor anchor, double x, double y, String text) {
        return turned(ink, anchor, x, y, 0, text);
    }

    /** Letters that run so many degrees clockwise from level. */
    public Svg turned(Ink ink, Anchor anchor, double x, double y, double degrees, String text) {
        begin("text");
        put("x", x).put("y", y).put("fill", colours.apply(ink)).put("font-size", LETTER);
        if (anchor != Anchor.START) {
            put("text-anchor", anchor == Anchor.END ? "end" : "middle");
        }
        if (degrees != 0) {
            put("transform", "rotate(" + number(degrees) + ' ' + number(x) + ' ' + number(y) + ')');
        }
        out.append('>').append(Lettering.escaped(text)).append("</text>\n");
        return this;
    }

    /** The elements so far. */
    @Override
    public String toString() {
        return out.toString();
    }

    private void begin(String tag) {
        out.append('<').append(tag);
    }

    private Svg put(String name, String value) {
        out.append(' ').append(name).append("=\"").append(value).append('"');
        return this;
    }

    private Svg put(String name, double value) {
        return put(name, number(value));
    }

    private Svg close(String tag, @Nullable String tip) {
        if (tip == null || !tips) {
            out.append("/>\n");
        } else {
            out.append("><title>")
                    .append(Lettering.escaped(tip))
                    .append("</title></")
                    .append(tag)
                    .append(">\n");
        }
        return this;
    }

    /** A tenth of a pixel is enough for a place, a hundredth for a width. */
    static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
