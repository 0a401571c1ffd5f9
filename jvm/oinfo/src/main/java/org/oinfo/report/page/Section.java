package org.oinfo.report.page;

import java.util.ArrayList;
import java.util.List;

/** A part of a page under a heading of its own. */
final class Section {
    /** A name and its value. */
    record Entry(String name, String value) {}

    /** A list of names and values. */
    record Entries(List<Entry> entries) {}

    /** Where a chart is drawn. */
    record Chart(String id, String caption) {}

    /** A cell; {@code kind} is its style: number or text. */
    record Cell(String text, String kind) {}

    /** The name of a column. */
    record Head(String name, String kind) {}

    /** Cells below each other's heads. */
    record Row(List<Cell> cells) {}

    /** A table; notes say what was left out. */
    record Table(String title, List<Head> head, List<Row> rows, List<String> note) {}

    private final String title;
    private final List<String> text = new ArrayList<>();
    private final List<Entries> figures = new ArrayList<>();
    private final List<Chart> charts = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    Section(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    List<String> text() {
        return text;
    }

    List<Entries> figures() {
        return figures;
    }

    List<Chart> charts() {
        return charts;
    }

    List<Table> tables() {
        return tables;
    }
}
