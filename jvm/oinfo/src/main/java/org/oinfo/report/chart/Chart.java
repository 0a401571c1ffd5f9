package org.oinfo.report.chart;

/** A chart that draws itself as wide as there is room. A class for each kind; what they share is in {@link Frame} and {@link Scale}. */
public interface Chart {
    /** What it shows, a line above it. */
    String caption();

    /** What it shows, in words for those who do not see it. */
    String description();

    /** Pixels that it takes from top to bottom at a width. */
    int height(int width);

    /** Draws it from the top left corner on. */
    void draw(Svg svg, int width);
}
