package org.oinfo.report.chart;

import java.util.List;
import java.util.stream.Collectors;

/** Charts as SVG: inside a page, or one below the other as a file of its own. */
public final class Picture {
    /** As wide as a desk's page. */
    public static final int WIDE = 880;

    /** As wide as a phone. */
    public static final int NARROW = 350;

    private static final int MARGIN = 20;
    private static final int CAPTION = 26;
    private static final int APART = 24;

    private Picture() {}

    /** A chart for a page, in the page's colours: for wide screens and for narrow ones, of which the page's style shows one. */
    public static String inPage(Chart chart) {
        return inPage(chart, WIDE, "wide") + inPage(chart, NARROW, "narrow");
    }

    /** Who points at a mark has a wide screen. */
    private static String inPage(Chart chart, int width, String style) {
        Svg svg = new Svg(Ink::onPage, width == WIDE);
        chart.draw(svg, width);
        return "<svg class=\"" + style + "\" role=\"img\" aria-label=\"" + Lettering.escaped(chart.description())
                + "\" " + size(width, chart.height(width)) + ">\n" + svg + "</svg>\n";
    }

    /** Charts under a line of their own. */
    public record Part(String title, List<Chart> charts) {}

    /** A file of charts on white paper, one below the other. */
    public static String file(List<Part> parts) {
        Svg svg = new Svg(Ink::onPaper, true);
        int y = 0;
        svg.moved(MARGIN, MARGIN);
        for (Part part : parts) {
            y = part(svg, part, y);
        }
        svg.end();
        int width = WIDE + 2 * MARGIN;
        int height = y + 2 * MARGIN - APART;
        String described = parts.stream()
                .flatMap(part -> part.charts.stream().map(Chart::description))
                .collect(Collectors.joining(" "));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"" + Lettering.escaped(described)
                + "\" font-family=\"sans-serif\" " + size(width, height) + ">\n<rect width=\"" + width + "\" height=\""
                + height + "\" fill=\"" + Ink.PAGE.onPaper() + "\"/>\n" + svg + "</svg>\n";
    }

    /** Draws it from a place on; the place below it. */
    private static int part(Svg svg, Part part, int from) {
        svg.text(Ink.TEXT, Svg.Anchor.START, 0, from + 14.0, Lettering.fitted(part.title, WIDE));
        int y = from + CAPTION;
        if (part.charts.isEmpty()) {
            svg.text(Ink.QUIET, Svg.Anchor.START, 0, y + 14.0, "The result has no values that a chart could show.");
            y += CAPTION + APART;
        }
        for (Chart chart : part.charts) {
            svg.text(Ink.QUIET, Svg.Anchor.START, 0, y + 14.0, Lettering.fitted(chart.caption(), WIDE));
            svg.moved(0, y + (double) CAPTION);
            chart.draw(svg, WIDE);
            svg.end();
            y += CAPTION + chart.height(WIDE) + APART;
        }
        return y;
    }

    private static String size(int width, int height) {
        return "width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + ' ' + height + '"';
    }
}
