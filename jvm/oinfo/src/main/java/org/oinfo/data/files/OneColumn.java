package org.oinfo.data.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.InputFile;
import org.oinfo.data.npy.NpyHeader;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.data.text.NumberField;
import org.oinfo.data.text.RecordReader;
import org.oinfo.data.text.TextStream;
import org.oinfo.data.text.WordColumn;

/**
 * A file of one column that belongs to samples of another: a value or a word for each.
 *
 * @param values [T]; where they are words, the position of each in {@code words}
 * @param words words in the order they were met, or an empty list
 */
public record OneColumn(double[] values, List<String> words) {
    /**
     * Reads an .npy of shape (T,) or (T, 1), or a .csv with a value or a word on each line, the first line a name if there is
     * one line more.
     *
     * @param path where it is
     * @param samples number of samples T that it belongs to
     * @throws BadInputException it has another number of values, more than one column, or a value is missing
     */
    public static OneColumn read(String path, int samples) {
        try (InputFile input = InputFile.open(path, InputStream.nullInputStream())) {
            BinaryFormat format = BinaryFormat.of(input, ReadOptions.defaults());
            if (format != null && format != BinaryFormat.NPY) {
                throw new BadInputException(
                        "a column that belongs to samples of another file must be in an .npy or .csv file: "
                                + input.source() + " is one of " + format.text() + "; save it as one of these");
            }
            return format == BinaryFormat.NPY ? npy(input, samples) : csv(input, samples);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static OneColumn npy(InputFile input, int samples) throws IOException {
        MemorySegment file = MemorySegment.ofArray(Files.readAllBytes(input.path()));
        NpyHeader header = NpyHeader.readColumn(file, input.source());
        requireOne(header.columns(), input.source(), "");
        requireLength(header.rows(), samples, input.source());
        double[] values = new double[samples];
        header.array(file).decode(0, values, 0, samples);
        for (int t = 0; t < samples; t++) {
            if (!Double.isFinite(values[t])) {
                throw new BadInputException("every value must be finite: " + input.source() + " has " + values[t]
                        + " at row " + t + " (from 0); correct it, or leave that sample out of both files");
            }
        }
        return new OneColumn(values, List.of());
    }

    private static OneColumn csv(InputFile input, int samples) throws IOException {
        List<Line> lines = lines(input);
        // A first line more than there are samples is the name of the column.
        boolean named = lines.size() == samples + 1;
        if (!named) {
            requireLength(lines.size(), samples, input.source());
        }
        double[] values = new double[samples];
        WordColumn words = new WordColumn();
        for (int t = 0; t < samples; t++) {
            Line line = lines.get(named ? t + 1 : t);
            values[t] = words.read(line.field(), NumberField.parse(line.field()));
            if (!Double.isFinite(values[t])) {
                throw new BadInputException("every value must be finite, or a word where the first is one: "
                        + input.source() + " has "
                        + (line.field().isBlank() ? "an empty field" : Excerpt.of(line.field())) + " at line "
                        + line.number() + "; correct it, or leave that sample out of both files");
            }
        }
        return new OneColumn(values, words.words());
    }

    private record Line(long number, String field) {}

    private static List<Line> lines(InputFile input) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (TextStream text = TextStream.open(input)) {
            RecordReader records = RecordReader.ofColumn(text, input);
            while (records.skip()) {
                List<RecordReader.Field> record = records.read();
                requireOne(record.size(), input.source(), " at line " + records.recordLine());
                lines.add(new Line(records.recordLine(), record.getFirst().text()));
            }
        }
        return lines;
    }

    private static void requireOne(int columns, String source, String where) {
        if (columns != 1) {
            throw new BadInputException("a file that belongs to samples of another must have 1 column: " + source
                    + " has " + columns + where + "; save the one that is meant");
        }
    }

    private static void requireLength(int found, int samples, String source) {
        if (found != samples) {
            throw new BadInputException("a value must be given for each sample: " + source + " has " + found
                    + ", the data " + samples + "; give files that belong together");
        }
    }
}
