package org.oinfo.data.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.ColumnSelection;
import org.oinfo.data.Excerpt;
import org.oinfo.data.InputFile;
import org.oinfo.data.LeastData;
import org.oinfo.data.Samples;
import org.oinfo.data.Setting;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;
import org.oinfo.data.options.Header;
import org.oinfo.data.options.MissingPolicy;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.data.options.RowChoice;

/** Reads a table of numbers in text: its head by {@link HeadReader}, its rows by {@link RowReader}. */
public final class CsvFile {
    private final String source;
    private final MissingPolicy policy;
    private final MissingMarks marks;
    private final WordColumn words;
    private final TableHead head;
    private final boolean headerAsked;
    private final RowChoice chosenRows;

    private CsvFile(
            String source,
            MissingPolicy policy,
            MissingMarks marks,
            WordColumn words,
            TableHead head,
            ReadOptions options) {
        this.source = source;
        this.policy = policy;
        this.marks = marks;
        this.words = words;
        this.head = head;
        this.headerAsked = options.header() != Header.AUTO;
        this.chosenRows = options.rows();
    }

    /**
     * Reads all of it.
     *
     * @throws BadInputException if it is no table of numbers or, unless such rows are dropped, a value is missing
     */
    public static Samples read(
            InputFile input, ReadOptions options, MissingPolicy policy, ColumnChoice choice, WordColumn words) {
        String source = input.source();
        MissingMarks marks = new MissingMarks(options.marks());
        boolean matrix = policy == MissingPolicy.MATRIX;
        try (HashedStream bytes = new HashedStream(Files.newInputStream(input.path()));
                TextStream text = TextStream.of(input, bytes)) {
            LineBuffer buffer = new LineBuffer(text, source);
            TableHead head = new HeadReader(buffer, source, options.header(), marks, !matrix).read();
            CsvFile file = new CsvFile(source, policy, marks, words, head, options);
            CsvSamples samples = file.samples(buffer, choice);
            boolean named = matrix && options.header() == Header.AUTO && head.countsAbove(samples.samples());
            if (named) {
                return read(input, options.withHeader(Header.YES), policy, choice, words);
            }
            samples.finish(bytes.checksum());
            input.requireUnchanged();
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    private CsvSamples samples(LineBuffer buffer, ColumnChoice choice) throws IOException {
        requireFields();
        LeastData.requireVariables(head.fields(), source);
        int[] chosen = choice.choose(head.names(), head.fields());
        boolean labelled = head.labels() != RowLabels.NONE && (head.labels().before() || leavesOut(choice, chosen));
        int[] columns = ColumnSelection.checked(
                labelled && !head.labels().before()
                        ? Arrays.stream(chosen).filter(column -> column != 0).toArray()
                        : chosen,
                head.fields(),
                source);
        requireNames(columns);
        boolean numbered = labelled && head.labels().numbers();
        RowValues row = new RowValues(columns, numbered, head.separator(), marks, words);
        RowReader rows = new RowReader(buffer, source, head, marks, columns, row);
        CsvSamples samples = new CsvSamples(source, head.fields(), head.names(), columns);
        RowNumbers numbers = new RowNumbers(source, head.labels());
        boolean looked = !labelled && columns[0] == 0 && !choice.isListed() && policy != MissingPolicy.MATRIX;
        int read = 0;
        while (rows.next()) {
            if (numbered) {
                numbers.check(row.labelValue(), rows.line());
            } else if (looked) {
                numbers.look(row.values()[0]);
            }
            if (chosenRows.contains(read++)) {
                add(row, rows.line(), samples);
            }
        }
        chosenRows.requireWithin(read, source);
        if (labelled) {
            samples.warn(numbers.warning(head.names()));
        } else if (looked) {
            numbers.doubts(head.names()).forEach(samples::warn);
        }
        warn(row, samples);
        return samples;
    }

    /** Where signs that might separate stand in an only field, neither a title nor another separator is known. */
    private void requireFields() {
        String only = head.first().getFirst();
        if (head.fields() == 1 && only.chars().anyMatch(c -> ",;|:=&/\t".indexOf(c) >= 0 || Character.isSpaceChar(c))) {
            throw new BadInputException("at least 2 variables (columns) are needed: " + source + " has 1 at line "
                    + head.nameLine() + ", " + Excerpt.of(only) + "; delete what stands above the table, or begin the"
                    + " file with a line such as sep=| if another sign separates its fields");
        }
    }

    /** Whether the first column is left out as one of labels: it was not asked for by itself. */
    private boolean leavesOut(ColumnChoice choice, int[] chosen) {
        return !choice.isListed() && !words.is(0) && Arrays.stream(chosen).anyMatch(column -> column == 0);
    }

    private void warn(RowValues row, CsvSamples samples) {
        if (head.numbered()) {
            String last = head.first().getLast();
            samples.warn(new Warning(
                    Warning.Name.HOW_READ,
                    "line " + head.nameLine() + ", which counts up to " + last
                            + ", was read as names of columns, not as values",
                    Map.of("line", head.nameLine())));
        }
        if (head.isMixed() && !headerAsked) {
            samples.warn(new Warning(
                    Warning.Name.HOW_READ,
                    "line " + head.nameLine()
                            + " holds words and numbers, and was read as names of columns, not as values",
                    Map.of("line", head.nameLine())));
        }
        if (head.unlike()) {
            samples.warn(new Warning(
                    Warning.Name.HOW_READ,
                    "line " + head.line()
                            + " holds whole numbers, unlike the next, and was read as values, not as names of"
                            + " columns",
                    Map.of("line", head.line())));
        }
        if (row.isCommaDoubtful()) {
            samples.warn(new Warning(
                    Warning.Name.HOW_READ,
                    "commas were read as decimal signs, though each could as well separate thousands",
                    Map.of("decimal", ",")));
        }
    }

    /** Where a column holds words, a first line without names looks like one with names, and would be lost. */
    private void requireNames(int[] columns) {
        boolean suspect = !headerAsked
                && head.isHeaderFirst()
                && Arrays.stream(columns).anyMatch(words::is)
                && Arrays.stream(columns)
                        .filter(column -> !words.is(column))
                        .allMatch(column -> marks.isValue(head.first().get(column)));
        if (suspect && !head.numbered()) {
            throw new BadInputException("the first line must name the columns where one of them holds words: " + source
                    + " has numbers at line " + head.nameLine() + "; add a line of names");
        }
    }

    private void add(RowValues row, long line, CsvSamples samples) {
        if (row.hasText()) {
            throw textAmongNumbers(row, line);
        }
        if (row.missingCount() == 0) {
            samples.add(row.values());
        } else if (policy == MissingPolicy.DROP_ROWS) {
            samples.leaveOut(row.missing(), row.missingCount());
        } else {
            String text = row.missingText();
            throw policy.refusal("every value must be finite: " + source + " has "
                    + (text.isBlank() ? "an empty field" : Excerpt.of(text))
                    + where(line, row.missingColumn()));
        }
    }

    private BadInputException textAmongNumbers(RowValues row, long line) {
        String problem = "every value must be a number: " + source + " has " + Excerpt.of(row.badText())
                + where(line, row.textColumn());
        if (row.isOfWords() && !head.names().isEmpty()) {
            return new BadInputException(problem + "; delete that line, which holds no number, or correct it");
        }
        if (line > head.line() && row.mayBeMark()) {
            return new BadInputException(
                    problem, row.remedy() + "; if it stands for a missing value, say so with {}", Setting.MARKS);
        }
        boolean first = head.names().isEmpty() && line == head.line() && !headerAsked;
        return first
                ? new BadInputException(
                        problem, row.remedy() + "; if that line names the columns, say so with {}", Setting.HEADER)
                : new BadInputException(problem + "; " + row.remedy());
    }

    private String where(long line, int column) {
        return " at line " + line + ", " + Variables.described(column, head.names()) + " (columns count from 0)";
    }
}
