package org.oinfo.report.page;

import java.util.ArrayList;
import java.util.List;

/** A part of a page under a heading of its own. */
public final class Section {
    /** A name and its value. */
    public record Entry(String name, String value) {}

    /** A list of names and values. */
    public record Entries(List<Entry> entries) {}

    /** Where a chart is drawn. */
    public record Chart(String id, String caption) {}

    /** A cell; {@code kind} is its style: number or text. */
    public record Cell(String text, String kind) {}

    /** The name of a column. */
    public record Head(String name, String kind) {}

    /** Cells below each other's heads. */
    public record Row(List<Cell> cells) {}

    /** A table; notes say what was left out; a folded one shows its title until it is opened. */
    public record Table(String title, List<Head> head, List<Row> rows, List<String> note, boolean folded) {}

    /** A statement, a word about it ({@code style} is the word's look) and the sentences behind it. */
    public record Finding(String statement, String word, String style, List<String> sentences) {}

    private final String title;
    private final List<String> text = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Entries> figures = new ArrayList<>();
    private final List<Chart> charts = new ArrayList<>();
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

    /** Statements, below the paragraphs. */
    public List<Finding> findings() {
        return findings;
    }

    /** Lists of names and values. */
    public List<Entries> figures() {
        return figures;
    }

    /** Charts, one below the other. */
    public List<Chart> charts() {
        return charts;
    }

    /** Tables, below the charts. */
    public List<Table> tables() {
        return tables;
    }

    /** Nothing would stand below the title. */
    public boolean isEmpty() {
        return text.isEmpty() && findings.isEmpty() && figures.isEmpty() && charts.isEmpty() && tables.isEmpty();
    }
}
