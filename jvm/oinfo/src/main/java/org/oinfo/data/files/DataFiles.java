package org.oinfo.data.files;

import java.io.InputStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.InputFile;
import org.oinfo.data.LeastData;
import org.oinfo.data.Samples;
import org.oinfo.data.Setting;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.options.Axes;
import org.oinfo.data.options.MissingPolicy;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.data.text.CsvFile;
import org.oinfo.data.text.TextStream;
import org.oinfo.data.text.WordColumn;

/**
 * Opens data of any form that is understood: arrays, known by their first bytes whatever the file is called, and text.
 *
 * <p>.npy: format 1.0 to 3.0, C or Fortran order, f2 f4 f8, bfloat16, signed and unsigned integers, bool, either byte order; mapped
 * into memory, so that the file may be larger than the heap. .npz: an array of these by name. docs/formats.md says the rest.
 *
 * <p>Text: UTF-8 with or without byte order mark, or UTF-16 with it; any other encoding is refused. Separated by comma, semicolon,
 * tab or runs of blanks, found from the first two records, or by what a line {@code sep=;} says. The first record is a header if at
 * least half of its fields that are not missing are no numbers, or if it counts 0, 1, .. or 1, 2, .. and the second does not go on;
 * names may also stand in the comment above the data. A first column without a name labels the rows and is left out. '#' and '%'
 * begin a comment before the data, and later where a blank follows. Quotes as in RFC 4180. An empty field, NaN, infinities and the
 * words that R, pandas and spreadsheets write are missing values.
 */
public final class DataFiles {
    /** As much of a file as tells text from other data. */
    private static final int HEAD = 4096;

    private DataFiles() {}

    /**
     * Opens samples: rows are samples, columns variables.
     *
     * @param pathOrDash a path, or {@code -} for standard input (copied to a temporary file while the samples are open)
     * @param options what the file does not say of itself
     * @param stdin standard input
     * @return at least 3 samples of at least 2 variables, all values finite; to be closed
     * @throws BadInputException if there is no such data, with what was found and where
     */
    public static Samples open(String pathOrDash, ReadOptions options, InputStream stdin) {
        return open(pathOrDash, options, stdin, ColumnChoice.ALL);
    }

    /**
     * As {@link #open(String, ReadOptions, InputStream)}, for some of the columns; what the others hold does not matter.
     *
     * @param choice the columns to read
     */
    public static Samples open(String pathOrDash, ReadOptions options, InputStream stdin, ColumnChoice choice) {
        return open(pathOrDash, options, stdin, choice, new WordColumn());
    }

    /**
     * As {@link #open(String, ReadOptions, InputStream, ColumnChoice)}, with words in one column of a .csv.
     *
     * @param words the column, which {@code choice} may set; holds its words when this returns
     */
    public static Samples open(
            String pathOrDash, ReadOptions options, InputStream stdin, ColumnChoice choice, WordColumn words) {
        Samples samples = table(pathOrDash, stdin, options, MissingPolicy.of(options.missing()), choice, words);
        boolean enough = false;
        try {
            LeastData.requireSamples(samples);
            enough = true;
            return samples;
        } finally {
            if (!enough) {
                samples.close();
            }
        }
    }

    /**
     * Reads a square matrix, such as a covariance; the header of a text, if any, names the variables, and a column of row labels is
     * left out.
     *
     * @param pathOrDash a path, or {@code -} for standard input
     * @param options what the file does not say of itself; a matrix has no rows that could be left out
     * @param stdin standard input
     * @throws BadInputException if there is no square matrix of finite values, at least 2 x 2
     */
    public static SquareMatrix openMatrix(String pathOrDash, ReadOptions options, InputStream stdin) {
        if (!options.rows().isAll()) {
            throw new BadInputException(
                    "rows may be chosen of samples only: found a matrix; choose columns, which takes the rows of the same"
                            + " variables");
        }
        try (Samples table =
                table(pathOrDash, stdin, options, MissingPolicy.MATRIX, ColumnChoice.ALL, new WordColumn())) {
            int n = table.variables();
            if (table.samples() != n) {
                throw new BadInputException(
                        "a covariance or correlation matrix must be square: " + table.source() + " has "
                                + table.samples() + " rows and " + n + " columns",
                        "{} if rows are samples",
                        Setting.TABLE_OF_SAMPLES);
            }
            if ((long) n * n > Integer.MAX_VALUE - 8) {
                throw new BadInputException("a matrix must have at most 46340 rows and columns: " + table.source()
                        + " has " + n + "; take a part of it");
            }
            double[] values = new double[n * n];
            table.read(0, n, 0, n, values);
            return new SquareMatrix(
                    n, values, table.names(), table.source(), table.dataset(), table.checksum(), table.readWarnings());
        }
    }

    private static Samples table(
            String pathOrDash,
            InputStream stdin,
            ReadOptions options,
            MissingPolicy policy,
            ColumnChoice choice,
            WordColumn words) {
        InputFile input = InputFile.open(pathOrDash, stdin);
        boolean mapped = false;
        try {
            BinaryFormat format = BinaryFormat.of(input, options);
            if (format == null || format.isTable()) {
                requireNothingOfArrays(options, input.source());
            }
            if (format != null) {
                Samples samples = binary(format, MappedFile.open(input), options, policy, choice);
                mapped = true;
                return samples;
            }
            requireText(input.head(HEAD), input.source());
            return CsvFile.read(input, options, policy, choice, words);
        } finally {
            if (!mapped) {
                input.close();
            }
        }
    }

    /** What is said of arrays is not passed over in silence where there is none. */
    private static void requireNothingOfArrays(ReadOptions options, String source) {
        boolean named = options.dataset() != null;
        if (named || (options.axes() != null && !options.axes().equals(Axes.ROWS))) {
            throw new BadInputException(
                    (named ? "an array can be chosen" : "axes can be told") + " in a file of arrays only: " + source
                            + " is a table, whose rows are samples and columns variables",
                    named
                            ? "leave {} out"
                            : "leave {} out, and save the table the other way round if it lies on its side",
                    named ? Setting.DATASET : Setting.AXES);
        }
    }

    private static Samples binary(
            BinaryFormat format, MappedFile file, ReadOptions options, MissingPolicy policy, ColumnChoice choice) {
        boolean sound = false;
        try {
            Samples samples = format.open(file, options, policy, choice);
            file.requireUnchanged();
            sound = true;
            return samples;
        } catch (BadInputException | InternalError e) {
            file.requireUnchanged();
            throw e;
        } finally {
            if (!sound) {
                file.close();
            }
        }
    }

    private static void requireText(byte[] head, String source) {
        if (TextStream.isUtf16(head)) {
            return;
        }
        if (isBinary(head)) {
            throw new BadInputException("the input must be of a format that is read (docs/formats.md): " + source
                    + " is none of them; save it as one, with numpy.save for instance");
        }
    }

    /** Whether NUL and control characters that no text has are among the first bytes; with NUL alone it may be damaged text. */
    private static boolean isBinary(byte[] head) {
        int zeros = 0;
        int controls = 0;
        for (byte b : head) {
            zeros += b == 0 ? 1 : 0;
            controls += b > 0 && b < ' ' && (b < '\t' || b > '\r') ? 1 : 0;
        }
        return zeros > 0 && controls > 0;
    }
}
