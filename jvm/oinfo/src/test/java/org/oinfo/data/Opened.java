package org.oinfo.data;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Shorthand of the tests for opening data. */
final class Opened {
    private Opened() {}

    static Samples open(Path path) {
        return DataFiles.open(path.toString(), Missing.REFUSE, InputStream.nullInputStream());
    }

    static Samples openDropping(Path path) {
        return DataFiles.open(path.toString(), Missing.DROP_ROWS, InputStream.nullInputStream());
    }

    static SquareMatrix openMatrix(Path path) {
        return DataFiles.openMatrix(path.toString(), InputStream.nullInputStream());
    }

    static Path csv(Path folder, String text) {
        return NpyBytes.write(folder, "data.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** All values [T*N], row-major. */
    static double[] all(Samples samples) {
        double[] values = new double[samples.samples() * samples.variables()];
        samples.read(0, samples.samples(), 0, samples.variables(), values);
        return values;
    }

    /** Values of a block, read by itself. */
    static double[] block(Samples samples, int row, int rows, int variable, int variables) {
        double[] values = new double[rows * variables];
        samples.read(row, rows, variable, variables, values);
        return values;
    }

    /** The same block cut out of all values. */
    static double[] cut(double[] all, int n, int row, int rows, int variable, int variables) {
        double[] values = new double[rows * variables];
        for (int i = 0; i < values.length; i++) {
            values[i] = all[(row + i / variables) * n + variable + i % variables];
        }
        return values;
    }
}
