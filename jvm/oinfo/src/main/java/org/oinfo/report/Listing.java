package org.oinfo.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.Variables;
import org.oinfo.scan.Measure;

/**
 * Figures about a whole result, and rows of one kind: what commands report that neither scan nor score given n-plets.
 *
 * <p>A value is null, or NaN, where there is none: an empty field in csv, null in JSON. An array is a figure for JSON and csv;
 * the table for people leaves it out.
 */
public final class Listing implements Report {
    /** A named column of the rows, or a named figure. */
    public record Column(String name, Quantity quantity) {
        /** What the names of its n-plets are called: {@code names} of {@code nplet}, {@code added_names} of {@code added}. */
        String nameOfNames() {
            return name.equals("nplet") ? "names" : name + "_names";
        }
    }

    /** A figure about the whole result. */
    public record Figure(Column column, @Nullable Object value) {}

    /** Name of the figure that says what came out. */
    static final String CONCLUSION = "conclusion";

    private final Provenance run;
    private final Variables variables;
    private final Unit unit;
    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /**
     * A listing without figures, columns or rows.
     *
     * @param name what the rows are, as JSON calls their array: {@code optima}, {@code path}
     */
    public Listing(Provenance run, Variables variables, Unit unit, String name) {
        this.run = run;
        this.variables = variables;
        this.unit = unit;
        this.name = name;
    }

    /** Adds a column; all columns come before the first row. */
    public Listing column(String columnName, Quantity quantity) {
        columns.add(new Column(columnName, quantity));
        return this;
    }

    /** Adds the columns of the four measures: tc, dtc, o and s. */
    public Listing measures() {
        for (Measure measure : Measure.values()) {
            column(measure.text(), Quantity.INFORMATION);
        }
        return this;
    }

    /** Adds a figure about the whole result. */
    public Listing figure(String figureName, Quantity quantity, @Nullable Object value) {
        figures.add(new Figure(new Column(figureName, quantity), value));
        return this;
    }

    /** Adds what came out, in one sentence: the last line for people, and a figure. */
    public Listing conclusion(String sentence) {
        return figure(CONCLUSION, Quantity.TEXT, sentence);
    }

    /** Adds a row: a value for each column. */
    public Listing row(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row must have a value for each column: " + values.length + " for " + columns.size());
        }
        rows.add(values);
        return this;
    }

    @Override
    public Provenance run() {
        return run;
    }

    @Override
    public Variables variables() {
        return variables;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    /** The name of the rows' kind. */
    public String name() {
        return name;
    }

    /** The columns of the rows. */
    public List<Column> columns() {
        return Collections.unmodifiableList(columns);
    }

    /** The figures about the whole result, in the order they were added. */
    public List<Figure> figures() {
        return Collections.unmodifiableList(figures);
    }

    /** The rows, in the order they were added. */
    public List<@Nullable Object[]> rows() {
        return Collections.unmodifiableList(rows);
    }
}
