package org.oinfo.data.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.data.InputFile;

/** Reads records as text: the first ones of a table, and small files. */
public final class RecordReader {
    /**
     * A field of a record.
     *
     * @param text without quotes and what lies around it
     * @param quoted whether it stood in quotes
     */
    public record Field(String text, boolean quoted) {}

    private final LineBuffer buffer;
    private final FieldReader field;
    private final Comments comments;

    /** Whether what has been read stays in the buffer, to be read again. */
    private final boolean keep;

    private Separator separator = Separator.COMMA;
    private boolean beforeData = true;
    private int at;
    private long line = 1;
    private long recordLine;
    private String comment = "";

    RecordReader(LineBuffer buffer, String source, Comments comments, boolean keep) {
        this.buffer = buffer;
        this.field = new FieldReader(source);
        this.comments = comments;
        this.keep = keep;
    }

    /** The records of a text of one column: tab, semicolon or comma, the first of them that its first record has, would separate. */
    public static RecordReader ofColumn(TextStream text, InputFile input) throws IOException {
        LineBuffer buffer = new LineBuffer(text, input.source());
        RecordReader records = new RecordReader(buffer, input.source(), new Comments(new MissingMarks()), false);
        if (records.skip()) {
            records.separator(SeparatorChoice.ofColumn(buffer.bytes(), records.at, buffer.end()));
        }
        return records;
    }

    void separator(Separator value) {
        separator = value;
        field.separator(value);
    }

    /** Where the next record is in the buffer. */
    int at() {
        return at;
    }

    /** The line of the next record, from 1. */
    long line() {
        return line;
    }

    /** Goes back. */
    void moveTo(int place, long placeLine) {
        at = place;
        line = placeLine;
    }

    /** Line on which the record read last begins. */
    public long recordLine() {
        return recordLine;
    }

    /** The comment on the line above the record, from its sign on, or an empty string. */
    String comment() {
        return comment;
    }

    /** The line that begins where the next record does. */
    String rest() {
        byte[] bytes = buffer.bytes();
        int to = at;
        while (!FieldReader.isLineEnd(bytes[to])) {
            to++;
        }
        return new String(bytes, at, to - at, StandardCharsets.UTF_8);
    }

    /** Goes past the line at hand. */
    void skipLine() {
        byte[] bytes = buffer.bytes();
        while (!FieldReader.isLineEnd(bytes[at])) {
            at++;
        }
        at = FieldReader.afterLineEnd(bytes, at, buffer.end());
        line++;
    }

    /** Goes to the next record, past blank lines and comments; false if there is none. */
    public boolean skip() throws IOException {
        while (hasLine()) {
            if (comments.isComment(buffer.bytes(), at, beforeData)) {
                comment = rest();
            } else if (Comments.isBlank(buffer.bytes(), at, separator)) {
                comment = "";
            } else {
                return true;
            }
            skipLine();
        }
        return false;
    }

    /** Whether there is another line, of whatever kind. */
    boolean hasLine() throws IOException {
        return at < buffer.end() || more();
    }

    private boolean more() throws IOException {
        boolean found = buffer.more(keep ? 0 : at);
        at = keep ? at : 0;
        return found;
    }

    /** Reads the record at hand. */
    public List<Field> read() throws IOException {
        List<Field> fields = new ArrayList<>();
        recordLine = line;
        int from = at;
        long lines = 1;
        while (true) {
            int stop = field.read(buffer.bytes(), from, buffer.end(), recordLine);
            if (stop == FieldReader.MORE) {
                if (!more()) {
                    throw field.refuse(recordLine);
                }
                fields.clear();
                from = at;
                lines = 1;
                continue;
            }
            fields.add(new Field(field.text(), field.quoted()));
            lines += field.lines();
            byte[] bytes = buffer.bytes();
            while (separator.blanks() && separator.pads(bytes[stop])) {
                stop++;
            }
            if (FieldReader.isLineEnd(bytes[stop])) {
                at = FieldReader.afterLineEnd(bytes, stop, buffer.end());
                line += lines;
                beforeData = false;
                return fields;
            }
            from = separator.blanks() ? stop : stop + 1;
        }
    }

    /** Says whether '#' and '%' begin comments that are written as closely as data. */
    void beforeData(boolean value) {
        beforeData = value;
    }
}
