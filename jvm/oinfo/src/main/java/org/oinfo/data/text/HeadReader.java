package org.oinfo.data.text;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.options.Header;

/**
 * Reads the first lines of a table: a spreadsheet's line {@code sep=;}, comments, names of columns.
 *
 * <p>The first record is a header if at least half of its fields, missing marks not counted, are no numbers; or if they count
 * 0, 1, .. or 1, 2, .. and the second record does not go on counting. A first column without a name labels the rows, and so do
 * first fields where the header has one less.
 */
final class HeadReader {
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=([\\p{ASCII}&&[^\"\\p{Alnum}]])\"?[,;\t ]*", Pattern.CASE_INSENSITIVE);

    private final RecordReader records;
    private final LineBuffer buffer;
    private final String source;
    private final Header option;
    private final MissingMarks marks;
    private final HeaderNames names;

    /** Whether a first line of numbers that count may be names: in a matrix it may as well be values. */
    private final boolean countsAreNames;

    private List<RecordReader.Field> first = List.of();
    private List<RecordReader.Field> second = List.of();

    HeadReader(LineBuffer buffer, String source, Header option, MissingMarks marks, boolean countsAreNames) {
        this.records = new RecordReader(buffer, source, new Comments(marks), true);
        this.buffer = buffer;
        this.source = source;
        this.option = option;
        this.marks = marks;
        this.names = new HeaderNames(source, marks);
        this.countsAreNames = countsAreNames;
    }

    /** Reads them. */
    TableHead read() throws IOException {
        Separator given = separatorLine();
        if (!records.skip()) {
            throw new BadInputException("the input must hold data: " + source
                    + " has nothing but blank lines and comments; check what was meant to write it");
        }
        int firstAt = records.at();
        long firstLine = records.line();
        String comment = records.comment();
        Separator separator = given == null ? separator(firstAt, firstLine) : given;
        records.separator(separator);
        records.moveTo(firstAt, firstLine);
        first = records.read();
        records.beforeData(true);
        boolean more = records.skip();
        int secondAt = records.at();
        long secondLine = records.line();
        second = more ? records.read() : List.of();
        boolean header = isHeader();
        List<String> commentNames =
                isOfWords() || option == Header.NO ? List.of() : names.inComment(comment, separator, first.size());
        if (!commentNames.isEmpty()) {
            return head(separator, commentNames, firstLine, first, false, firstAt, firstLine);
        }
        if (!header) {
            return head(separator, List.of(), firstLine, first, false, firstAt, firstLine);
        }
        boolean numbered = option == Header.AUTO && !isOfWords();
        List<String> found = texts(first).subList(0, LineEnds.named(first, second));
        return head(separator, found, firstLine, second, numbered, secondAt, secondLine);
    }

    /** What the first line says separates, or null where it says nothing. */
    private @Nullable Separator separatorLine() throws IOException {
        if (!records.hasLine()) {
            return null;
        }
        Matcher line = SEPARATOR_LINE.matcher(records.rest());
        if (!line.matches()) {
            return null;
        }
        records.skipLine();
        return new Separator((byte) line.group(1).charAt(0));
    }

    private Separator separator(int firstAt, long firstLine) throws IOException {
        // Read once by the first guess to get to the second record.
        records.separator(SeparatorChoice.of(buffer.bytes(), firstAt, firstAt, buffer.end()));
        records.read();
        records.beforeData(true);
        boolean more = records.skip();
        int secondAt = more ? records.at() : firstAt;
        records.moveTo(secondAt, more ? records.line() : firstLine);
        Separator separator = SeparatorChoice.of(buffer.bytes(), firstAt, secondAt, buffer.end());
        records.separator(separator);
        String line = records.rest();
        return SeparatorChoice.better(separator, line, records.read(), marks);
    }

    private boolean isHeader() {
        return option == Header.YES || (option == Header.AUTO && (isOfWords() || isCount()));
    }

    /** Whether at least half of the fields that are not missing are no numbers. */
    private boolean isOfWords() {
        List<String> texts = texts(first);
        long present = texts.stream().filter(text -> !marks.has(text)).count();
        long words = texts.stream().filter(text -> !marks.isValue(text)).count();
        return words > 0 && 2 * words >= present;
    }

    private boolean isCount() {
        boolean unnamed = RowLabels.isUnnamed(first.getFirst().text());
        int from = unnamed ? 1 : 0;
        int start = from < first.size() && first.get(from).text().equals("1") ? 1 : 0;
        for (int i = from; i < first.size(); i++) {
            if (!first.get(i).text().equals(Integer.toString(start + i - from))) {
                return false;
            }
        }
        boolean shorter = first.size() + 1 == second.size();
        return first.size() > from && (unnamed || shorter || countsAreNames) && !second.isEmpty() && !goesOn();
    }

    /** Whether the second record counts on where the first one ends. */
    private boolean goesOn() {
        if (second.size() != first.size()) {
            return false;
        }
        boolean any = false;
        for (int i = 0; i < first.size(); i++) {
            double above = NumberField.parse(first.get(i).text());
            double below = NumberField.parse(second.get(i).text());
            if (Double.isFinite(above) && Double.isFinite(below)) {
                any = true;
                if (below - above != first.size()) {
                    return false;
                }
            }
        }
        return any;
    }

    /** Whether the first record may be names that are numbers, such as those of chosen columns, though it was read as values. */
    private boolean isUnlike() {
        // pandas writes names that are floating-point numbers, such as frequencies, as 4.0,8.0.
        String written = first.getFirst().text().indexOf('.') < 0 ? "" : ".0";
        if (option != Header.AUTO
                || !countsAreNames
                || second.stream().anyMatch(field -> isWhole(field.text(), written))) {
            return false;
        }
        double before = -1;
        for (RecordReader.Field field : first) {
            double value = NumberField.parse(field.text());
            if (!isWhole(field.text(), written) || value <= before) {
                return false;
            }
            before = value;
        }
        return !second.isEmpty();
    }

    private static boolean isWhole(String text, String end) {
        String digits = text.endsWith(end) ? text.substring(0, text.length() - end.length()) : "";
        return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private TableHead head(
            Separator separator,
            List<String> found,
            long nameLine,
            List<RecordReader.Field> read,
            boolean numbered,
            int at,
            long line) {
        int fields = found.isEmpty() ? first.size() : found.size();
        List<String> texts = texts(first);
        if (found.isEmpty()) {
            return new TableHead(
                    separator, fields, found, nameLine, RowLabels.NONE, false, isUnlike(), false, texts, at, line);
        }
        boolean shorter = fields == first.size() && read.size() == fields + 1 && RowLabels.mayBegin(read);
        // A first line of numbers may as well be values: it should have as many as the next.
        List<RecordReader.Field> row = numbered ? read : LineEnds.cut(read, fields, shorter);
        boolean padded = fields < first.size() || row.size() < read.size();
        // The last value of a row with a label may be missing, or its last separator one too many.
        boolean before = shorter && !row.getLast().text().isEmpty();
        boolean unnamed = RowLabels.isUnnamed(found.getFirst()) && row.size() == fields;
        RowLabels labels = before || unnamed ? RowLabels.of(before, row) : RowLabels.NONE;
        List<String> checked = names.checked(found, nameLine, unnamed);
        return new TableHead(separator, fields, checked, nameLine, labels, numbered, false, padded, texts, at, line);
    }

    private static List<String> texts(List<RecordReader.Field> fields) {
        return fields.stream()
                .map(RecordReader.Field::text)
                .map(NumberField::strip)
                .toList();
    }
}
