package org.oinfo.report.chart;

import java.util.List;

/** The words of a chart's colours, in lines above its field. */
record Legend(List<Word> words) {
    private static final int LINE = 20;
    private static final int SYMBOL = 18;
    private static final int GAP = 18;

    /** A colour and what it means. */
    record Word(Ink ink, String text) {}

    /** Pixels from top to bottom. */
    int height(int width) {
        return words.isEmpty() ? 0 : LINE * place(new Svg(Ink::onPage, false), width);
    }

    void draw(Svg svg, int width) {
        place(svg, width);
    }

    /** How many lines there are. */
    private int place(Svg svg, int width) {
        double x = 0;
        int line = 0;
        for (Word word : words) {
            String text = Lettering.fitted(word.text, width - SYMBOL - 4.0);
            double takes = SYMBOL + Lettering.width(text);
            if (x > 0 && x + takes > width) {
                x = 0;
                line++;
            }
            svg.rect(word.ink, x, LINE * line + 3.0, 12, 10, null);
            svg.text(Ink.TEXT, Svg.Anchor.START, x + SYMBOL, LINE * line + 12.0, text);
            x += takes + GAP;
        }
        return line + 1;
    }
}
