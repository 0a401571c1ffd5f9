package org.oinfo.data.text;

import java.io.IOException;
import java.util.Arrays;
import org.oinfo.data.BadInputException;

/**
 * Reads the rows of a table. A field of a chosen column that is a plain number is read where it lies; any other as text; those of
 * other columns are passed over.
 */
final class RowReader {
    private static final int NONE = -1;

    private final LineBuffer buffer;
    private final String source;
    private final TableHead head;
    private final Comments comments;
    private final FieldReader field;
    private final RowValues row;
    private final DecimalBytes number;

    private final byte sign;
    private final boolean blanks;
    private final boolean padded;
    private final boolean numbersAreMarks;
    private final MissingMarks marks;

    /** For each field of a row its place among the values, or NONE. */
    private final int[] places;

    /** The field that may hold words, or NONE. */
    private final int wordField;

    private int at;
    private long line;
    private long rowLine;

    /**
     * A reader of what follows the head.
     *
     * @param columns those to be read, ascending
     * @param row takes the values
     */
    RowReader(LineBuffer buffer, String source, TableHead head, MissingMarks marks, int[] columns, RowValues row) {
        this.buffer = buffer;
        this.source = source;
        this.head = head;
        this.marks = marks;
        this.row = row;
        this.number = row.number();
        this.comments = new Comments(marks);
        this.field = new FieldReader(source);
        field.separator(head.separator());
        this.sign = head.separator().sign();
        this.blanks = head.separator().blanks();
        this.padded = head.padded();
        this.numbersAreMarks = marks.hasNumbers();
        int shift = head.labels().before() ? 1 : 0;
        this.places = new int[head.fields() + shift];
        Arrays.fill(places, NONE);
        for (int i = 0; i < columns.length; i++) {
            places[columns[i] + shift] = i;
        }
        if (row.hasLabel()) {
            places[0] = columns.length;
        }
        this.wordField = row.wordColumn() < 0 ? NONE : row.wordColumn() + shift;
        this.at = head.at();
        this.line = head.line();
    }

    /** Line on which the row read last begins, from 1. */
    long line() {
        return rowLine;
    }

    /** Reads the next row into its values; false if there is none. */
    boolean next() throws IOException {
        while (at < buffer.end() || more()) {
            byte[] bytes = buffer.bytes();
            // Whatever begins a number, or separates, is greater.
            if (bytes[at] < '+' && isNoRow(bytes)) {
                skipLine(bytes);
            } else if (readRow()) {
                return true;
            } else if (!more()) {
                throw field.refuse(line);
            }
        }
        return false;
    }

    private boolean more() throws IOException {
        boolean found = buffer.more(at);
        at = 0;
        return found;
    }

    private boolean isNoRow(byte[] bytes) {
        return comments.isComment(bytes, at, false) || Comments.isBlank(bytes, at, head.separator());
    }

    private void skipLine(byte[] bytes) {
        while (!FieldReader.isLineEnd(bytes[at])) {
            at++;
        }
        at = FieldReader.afterLineEnd(bytes, at, buffer.end());
        line++;
    }

    /** Reads the row at hand; false if it goes on after the lines at hand. */
    private boolean readRow() {
        byte[] bytes = buffer.bytes();
        row.begin();
        rowLine = line;
        long lines = 1;
        int from = at;
        int last = places.length - 1;
        for (int i = 0; ; i++) {
            int stop = i == wordField
                    ? NONE
                    : places[i] == NONE ? passOver(bytes, from) : readNumber(bytes, from, places[i]);
            if (stop == NONE) {
                stop = field.read(bytes, from, buffer.end(), line);
                if (stop == FieldReader.MORE) {
                    return false;
                }
                lines += field.lines();
                if (places[i] != NONE) {
                    row.text(places[i], field);
                }
                stop = blanks ? afterPads(bytes, stop) : stop;
            }
            stop = padded && i == last ? afterSeparators(bytes, stop) : stop;
            boolean ends = FieldReader.isLineEnd(bytes[stop]);
            if (ends != (i == last)) {
                throw ragged(bytes, i + 1, stop);
            }
            if (ends) {
                at = FieldReader.afterLineEnd(bytes, stop, buffer.end());
                line += lines;
                return true;
            }
            from = blanks ? stop : stop + 1;
        }
    }

    /** Where the field after this number ends, or NONE if it is not a plain number, or one that counts as missing. */
    private int readNumber(byte[] bytes, int from, int place) {
        int pads = afterPads(bytes, from);
        int quote = bytes[pads] == '"' ? 1 : 0;
        int end = number.read(bytes, pads + quote);
        // A second quote may be half of one within the field.
        if (end == DecimalBytes.NO_NUMBER || (quote == 1 && (bytes[end] != '"' || bytes[end + 1] == '"'))) {
            return NONE;
        }
        double value = number.value();
        if (Math.abs(value) > Double.MAX_VALUE || (numbersAreMarks && marks.has(value))) {
            return NONE;
        }
        row.value(place, value);
        return delimiter(bytes, end + quote);
    }

    private int passOver(byte[] bytes, int from) {
        int end = afterPads(bytes, from);
        if (bytes[end] == '"') {
            return NONE;
        }
        while (bytes[end] != sign && !FieldReader.isLineEnd(bytes[end]) && !(blanks && bytes[end] == '\t')) {
            end++;
        }
        return blanks ? afterPads(bytes, end) : end;
    }

    /** The separator or line end after a field, past what pads it; of blanks the last. NONE if something else follows. */
    private int delimiter(byte[] bytes, int end) {
        if ((bytes[end] == sign && !blanks) || bytes[end] == '\n') {
            return end;
        }
        int stop = afterPads(bytes, end);
        boolean fits = FieldReader.isLineEnd(bytes[stop]) || (blanks ? stop > end : bytes[stop] == sign);
        return fits ? stop : NONE;
    }

    /** The line end after nothing but separators, or the first of them where more follows. */
    private int afterSeparators(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] == sign) {
            at = afterPads(bytes, at + 1);
        }
        return FieldReader.isLineEnd(bytes[at]) ? at : from;
    }

    private int afterPads(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] == ' ' || (bytes[at] == '\t' && sign != '\t')) {
            at++;
        }
        return at;
    }

    private BadInputException ragged(byte[] bytes, int fields, int stop) {
        int count = fields;
        int end = stop;
        while (!FieldReader.isLineEnd(bytes[end])) {
            end = field.read(bytes, blanks ? end : end + 1, buffer.end(), line);
            if (end == FieldReader.MORE) {
                return field.refuse(line);
            }
            end = blanks ? afterPads(bytes, end) : end;
            count++;
        }
        String remedy = rowLine == head.line() && head.isHeaderFirst() && count > places.length
                ? "correct that line, or what stands above it: a name for each column, nothing else"
                : "correct that line";
        return new BadInputException("every row must have as many fields as the first: " + source + " has " + count
                + " at line " + rowLine + ", expected " + places.length + " (separator "
                + head.separator().named() + "); " + remedy);
    }
}
