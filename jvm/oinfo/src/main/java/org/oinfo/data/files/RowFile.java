package org.oinfo.data.files;

import java.io.InputStream;
import java.util.BitSet;
import org.oinfo.data.BadInputException;
import org.oinfo.data.InputFile;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.npy.NpyHeader;
import org.oinfo.data.options.RowChoice;

/** A file that says which rows of another are samples. */
public final class RowFile {
    private RowFile() {}

    /**
     * Reads an .npy of shape (T,): bool, one for each row of the data, or the numbers of the rows, each once, from 0.
     *
     * @throws BadInputException it is neither, or chooses no row
     */
    public static RowChoice read(String path) {
        try (MappedFile file = MappedFile.open(InputFile.open(path, InputStream.nullInputStream()))) {
            NpyHeader header = NpyHeader.readColumn(file.bytes(), file.source());
            if (header.columns() != 1 || header.type().isFloating()) {
                throw new BadInputException("a file of rows must be an .npy of bool or whole numbers, shape (T,): "
                        + file.source() + " has shape " + NumericArray.shown(header.shape()) + " and type "
                        + header.type().code() + "; save a mask, or numpy.flatnonzero of it");
            }
            double[] values = new double[header.rows()];
            header.array(file.bytes()).decode(0, values, 0, values.length);
            return header.type() == NumberType.B1 ? mask(values, file.source()) : numbers(values, file.source());
        }
    }

    private static RowChoice mask(double[] values, String source) {
        BitSet rows = new BitSet();
        for (int row = 0; row < values.length; row++) {
            rows.set(row, values[row] != 0);
        }
        requireSome(rows, source);
        return RowChoice.ofMask(rows, values.length);
    }

    private static RowChoice numbers(double[] values, String source) {
        BitSet rows = new BitSet();
        for (double value : values) {
            if (value < 0 || value >= Integer.MAX_VALUE) {
                throw new BadInputException(
                        "rows must lie in 0..2147483646: " + source + " has " + (long) value + "; rows count from 0");
            }
            if (rows.get((int) value)) {
                throw new BadInputException(
                        "each row may be chosen once: " + source + " has row " + (int) value + " twice; leave one out");
            }
            rows.set((int) value);
        }
        requireSome(rows, source);
        return RowChoice.of(rows);
    }

    private static void requireSome(BitSet rows, String source) {
        if (rows.isEmpty()) {
            throw new BadInputException("at least 3 samples (rows) are needed: " + source + " chooses none");
        }
    }
}
