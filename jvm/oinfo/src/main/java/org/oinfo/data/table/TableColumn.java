package org.oinfo.data.table;

import java.util.List;
import org.oinfo.data.array.NumericArray;

/**
 * A column of a table.
 *
 * @param name its name; of a column within another the path
 * @param shape of what a row holds: empty for one number, lengths for lists of equal length and lists of them
 * @param type what its values are, as messages name it
 * @param kind what they are to a reader
 */
public record TableColumn(String name, List<Long> shape, String type, Kind kind) {
    /** What values are. */
    public enum Kind {
        /** Real numbers with a point. */
        REAL,
        /** Whole numbers and truth values. */
        WHOLE,
        /** Text, dates, and whatever else is not read. */
        OTHER
    }

    public TableColumn {
        shape = List.copyOf(shape);
    }

    /** Whether its values can be read. */
    public boolean numeric() {
        return kind != Kind.OTHER;
    }

    /** Whether a row holds lists. */
    public boolean isList() {
        return !shape.isEmpty();
    }

    /** Numbers a row holds, or -1 beyond what any file holds. */
    public long width() {
        return NumericArray.elements(shape);
    }
}
