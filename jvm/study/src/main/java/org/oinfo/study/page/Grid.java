package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.oinfo.report.Provenance;
import org.oinfo.report.page.Section;

/** A table, row by row; columns of numbers end below each other. */
final class Grid {
    /** Rows of a table; the file that the page is made from has them all. */
    private static final int MOST_ROWS = 100;

    private static final Pattern NUMBER = Pattern.compile("[-+0-9.,%±e\\[\\] ]+");

    private final String title;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Grid(String title, List<String> head) {
        this.title = title;
        this.head = head;
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Says something below the table. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** Adds the table to a section, unless it has no rows. */
    void addTo(Section section, boolean folded) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> kinds =
                IntStream.range(0, head.size()).mapToObj(this::kind).toList();
        List<Section.Head> names = IntStream.range(0, head.size())
                .mapToObj(i -> new Section.Head(head.get(i), kinds.get(i)))
                .toList();
        List<Section.Row> body = rows.stream()
                .limit(MOST_ROWS)
                .map(row -> new Section.Row(IntStream.range(0, head.size())
                        .mapToObj(i -> new Section.Cell(row.get(i), kinds.get(i)))
                        .toList()))
                .toList();
        List<String> note = new ArrayList<>(notes);
        if (rows.size() > MOST_ROWS) {
            note.add("The first " + MOST_ROWS + " of " + rows.size() + " rows; the study's file has them all.");
        }
        section.tables().add(new Section.Table(title, names, body, List.copyOf(note), folded));
    }

    private String kind(int column) {
        return rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell.equals(Provenance.NONE)
                                || NUMBER.matcher(cell).matches())
                ? "number"
                : "text";
    }
}
