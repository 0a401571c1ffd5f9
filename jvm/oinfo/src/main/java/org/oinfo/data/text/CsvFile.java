package org.oinfo.data.text;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Checksum;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.ColumnSelection;
import org.oinfo.data.Excerpt;
import org.oinfo.data.InputFile;
import org.oinfo.data.LeastData;
import org.oinfo.data.MissingPolicy;
import org.oinfo.data.ReadOptions;
import org.oinfo.data.Samples;
import org.oinfo.data.Variables;

/** Reads a .csv file: RFC 4180 with comma, semicolon or tab, '#' lines and blank lines skipped, a header where there is one. */
public final class CsvFile {
    private final String source;
    private final char separator;
    private final MissingPolicy policy;
    private final ColumnChoice choice;
    private final WordColumn words;

    private CsvFile(String source, char separator, MissingPolicy policy, ColumnChoice choice, WordColumn words) {
        this.source = source;
        this.separator = separator;
        this.policy = policy;
        this.choice = choice;
        this.words = words;
    }

    /**
     * Reads all of it.
     *
     * @throws BadInputException if it is no table of numbers or, unless such rows are dropped, a value is missing
     */
    public static Samples read(
            InputFile input, ReadOptions options, MissingPolicy policy, ColumnChoice choice, WordColumn words) {
        MessageDigest digest = Checksum.digest();
        CsvRow row = new CsvRow(words);
        try {
            CsvFile file = new CsvFile(input.source(), CsvSeparator.detect(input.path()), policy, choice, words);
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(input.path()), digest);
                    CsvReader<CsvRow> reader = file.parser(row, bytes)) {
                CsvSamples samples = file.samples(row, reader.iterator());
                samples.finish(Checksum.hex(digest));
                return samples;
            }
        } catch (CsvParseException e) {
            if (e.getCause() != null) {
                throw e;
            }
            throw new BadInputException("quotes must be closed, and end where the field ends: the record of "
                    + input.source() + " that begins at line " + row.line() + " breaks this; check its quotes");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + input.source(), e);
        }
    }

    private CsvReader<CsvRow> parser(CsvRow row, InputStream bytes) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.SKIP)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(true)
                .build(row, bytes, StandardCharsets.UTF_8);
    }

    private CsvSamples samples(CsvRow row, Iterator<CsvRow> records) {
        if (!nextNotBlank(records, row)) {
            throw new BadInputException("the input must hold data: " + source
                    + " has nothing but blank lines and comments; check what was meant to write it");
        }
        int fields = row.fields();
        LeastData.requireVariables(fields, source);
        boolean header = !row.texts().stream().allMatch(NumberField::isValue);
        List<String> names = header ? names(row) : List.of();
        int[] columns = ColumnSelection.checked(choice.choose(names, fields), fields, source);
        row.choose(columns, fields);
        if (header) {
            requireNames(row, columns);
        }
        CsvSamples samples = new CsvSamples(source, fields, names, columns);
        if (!header) {
            row.valuesFromTexts();
            add(row, names, samples);
        }
        while (nextNotBlank(records, row)) {
            if (row.fields() != fields) {
                throw new BadInputException("every row must have as many fields as the first: " + source + " has "
                        + row.fields() + " at line " + row.line() + ", expected " + fields + " (separator "
                        + CsvSeparator.name(separator) + "); correct that line");
            }
            add(row, names, samples);
        }
        return samples;
    }

    /** Where a column holds words, a first line without names looks like one with names, and would be lost. */
    private void requireNames(CsvRow row, int[] columns) {
        List<String> texts = row.texts();
        boolean suspect = Arrays.stream(columns).anyMatch(words::is)
                && Arrays.stream(columns)
                        .filter(column -> !words.is(column))
                        .allMatch(column -> NumberField.isValue(texts.get(column)));
        if (suspect) {
            throw new BadInputException("the first line must name the columns where one of them holds words: " + source
                    + " has numbers at line " + row.line() + "; add a line of names");
        }
    }

    private static boolean nextNotBlank(Iterator<CsvRow> records, CsvRow row) {
        while (records.hasNext()) {
            records.next();
            if (!row.isBlankLine()) {
                return true;
            }
        }
        return false;
    }

    private void add(CsvRow row, List<String> names, CsvSamples samples) {
        if (row.hasText()) {
            throw new BadInputException("every value must be a number: " + source + " has " + Excerpt.of(row.badText())
                    + where(row, row.textColumn(), names) + "; " + remedy(row.badText()));
        }
        if (!row.hasMissing()) {
            samples.add(row.values());
        } else if (policy == MissingPolicy.DROP_ROWS) {
            samples.drop();
        } else {
            String text = row.missingText();
            throw policy.refusal("every value must be finite: " + source + " has "
                    + (text.isBlank() ? "an empty field" : Excerpt.of(text)) + where(row, row.missingColumn(), names));
        }
    }

    private static String where(CsvRow row, int column, List<String> names) {
        return " at line " + row.line() + ", " + Variables.described(column, names) + " (columns count from 0)";
    }

    private static String remedy(String text) {
        return Double.isFinite(NumberField.parse(text.replace(',', '.')))
                ? "write a decimal point instead of the comma"
                : "correct it, or leave that column out";
    }

    private List<String> names(CsvRow row) {
        List<String> names = row.texts().stream().map(String::strip).toList();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                throw new BadInputException("every column must have a name where there is a header: " + source
                        + " has none at line " + row.line() + ", column " + i
                        + " (columns count from 0); name it, or save the table without its row labels");
            }
            Integer first = seen.put(name, i);
            if (first != null) {
                throw new BadInputException("names of columns must differ: " + source + " has " + Excerpt.of(name)
                        + " at line " + row.line() + ", columns " + first + " and " + i
                        + " (columns count from 0); rename one");
            }
        }
        return names;
    }
}
