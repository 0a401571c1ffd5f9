package org.oinfo.report.page;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.report.Provenance;
import org.oinfo.report.chart.Picture;

/** A part of a page under a heading of its own. */
public final class Section {
    /** A name and its value. */
    public record Entry(String name, String value) {}

    /** A list of names and values. */
    public record Entries(List<Entry> entries) {}

    /** Where a script draws a chart. */
    public record Chart(String id, String caption) {}

    /** A chart that needs no script. */
    public record Drawing(org.oinfo.report.chart.Chart chart) {
        /** What it shows. */
        public String caption() {
            return chart.caption();
        }

        /** The chart itself. */
        public String svg() {
            return Picture.inPage(chart);
        }
    }

    /** A cell; {@code kind} is its style: number or text. */
    public record Cell(String text, String kind) {
        /** Letters that a narrow column shows in few lines. */
        private static final int SHORT = 40;

        /** There is no value: such cells lie below all others, however a table is sorted. */
        public boolean none() {
            return text.equals(Provenance.NONE);
        }

        /** The style, of which that of a long text is a wider one. */
        public String style() {
            return text.length() > SHORT ? kind + " long" : kind;
        }
    }

    /** The name of a column. */
    public record Head(String name, String kind) {}

    /** Cells below each other's heads. */
    public record Row(List<Cell> cells) {}

    /** A table; notes say what was left out; a folded one shows its title until it is opened. */
    public record Table(String title, List<Head> head, List<Row> rows, List<String> note, boolean folded) {
        /** Rows that are seen at once. */
        private static final int FEW = 10;

        /** It is worth looking for rows. */
        public boolean filtered() {
            return rows.size() > FEW;
        }

        /** What it is called by those who do not see where it stands. */
        public String name() {
            return title.isEmpty() ? "rows" : title;
        }
    }

    /** A statement, a word about it ({@code style} is the word's look), a number, and the sentences behind it, folded. */
    public record Finding(String statement, String word, String style, String figure, List<String> sentences) {}

    private final String title;
    private final List<String> text = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Entries> figures = new ArrayList<>();
    private final List<Chart> charts = new ArrayList<>();
    private final List<Drawing> drawings = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    /** An empty section. */
    public Section(String title) {
        this.title = title;
    }

    /** The heading above it. */
    public String title() {
        return title;
    }

    /** Paragraphs. */
    public List<String> text() {
        return text;
    }

    /** Statements, a table below the paragraphs. */
    public List<Finding> findings() {
        return findings;
    }

    /** There is a table of statements. */
    public boolean hasFindings() {
        return !findings.isEmpty();
    }

    /** Remarks, below the statements. */
    public List<String> notes() {
        return notes;
    }

    /** Lists of names and values. */
    public List<Entries> figures() {
        return figures;
    }

    /** Charts, one below the other, that a script draws. */
    public List<Chart> charts() {
        return charts;
    }

    /** Charts that need no script, below the others. */
    public List<Drawing> drawings() {
        return drawings;
    }

    /** Adds a chart that needs no script. */
    public void draw(org.oinfo.report.chart.Chart chart) {
        drawings.add(new Drawing(chart));
    }

    /** Tables, below the charts. */
    public List<Table> tables() {
        return tables;
    }

    /** Nothing would stand below the title. */
    public boolean isEmpty() {
        return text.isEmpty()
                && findings.isEmpty()
                && notes.isEmpty()
                && figures.isEmpty()
                && charts.isEmpty()
                && drawings.isEmpty()
                && tables.isEmpty();
    }
}
