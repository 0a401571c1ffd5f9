package org.oinfo.data.text;

import java.util.List;
import java.util.Map;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;

/** Follows a first column that may number the rows: where it has no name it must and is left out, else it is said. */
final class RowNumbers {
    private final String source;
    private final RowLabels labels;
    private long rows;
    private long start;
    private boolean counts = true;

    RowNumbers(String source, RowLabels labels) {
        this.source = source;
        this.labels = labels;
    }

    /**
     * Takes the number of the next row.
     *
     * @throws BadInputException it does not go on counting from 0 or 1: it may be a variable
     */
    void check(double label, long line) {
        start = rows == 0 && label == 1 ? 1 : start;
        if (label != start + rows) {
            throw new BadInputException(
                    "a first column without a name must number the rows from 0 or 1: " + source + " has "
                            + (label == Math.rint(label) ? Long.toString((long) label) : Double.toString(label))
                            + " at line " + line + " where " + (start + rows) + " was expected",
                    "name it if it is a variable, or leave column 0 out with {}",
                    Setting.DROP_COLUMN);
        }
        rows++;
    }

    /** Takes the value of the next row in a first column that is a variable. */
    void look(double value) {
        start = rows == 0 && value == 1 ? 1 : start;
        counts &= value == start + rows;
        rows++;
    }

    /** The warning that a variable may be none, or an empty list. */
    List<Warning> doubts(List<String> names) {
        if (!counts || rows == 0) {
            return List.of();
        }
        String message = Variables.described(0, names) + " counts the rows from " + start + " to " + (start + rows - 1)
                + " and was read as a variable";
        return List.of(new Warning(Warning.Name.HOW_READ, message, Map.of("column", 0, "from", start)));
    }

    /** The warning that the labels are no variable. */
    Warning warning(List<String> names) {
        String column = labels.before()
                ? "the field before the first named column"
                : Variables.described(0, names) + ", which has no name and";
        String what =
                labels.numbers() ? " counts the rows from " + start + " to " + (start + rows - 1) : " labels the rows";
        Map<String, Object> data = labels.numbers() ? Map.of("column", 0, "from", start) : Map.of("column", 0);
        return new Warning(Warning.Name.INDEX_COLUMN, column + what + ", was left out", data);
    }
}
