package org.oinfo.data.files;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.oinfo.data.Samples;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.npy.NpyBytes;
import org.oinfo.data.options.Missing;
import org.oinfo.data.options.ReadOptions;

/** Shorthand of the tests for opening data. */
public final class Opened {
    private Opened() {}

    public static Samples open(Path path) {
        return DataFiles.open(path.toString(), ReadOptions.defaults(), InputStream.nullInputStream());
    }

    public static Samples openDropping(Path path) {
        return DataFiles.open(
                path.toString(), ReadOptions.defaults().withMissing(Missing.DROP_ROWS), InputStream.nullInputStream());
    }

    static SquareMatrix openMatrix(Path path) {
        return DataFiles.openMatrix(path.toString(), ReadOptions.defaults(), InputStream.nullInputStream());
    }

    public static Path csv(Path folder, String text) {
        return NpyBytes.write(folder, "data.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** All values [T*N], row-major. */
    public static double[] all(Samples samples) {
        double[] values = new double[samples.samples() * samples.variables()];
        samples.read(0, samples.samples(), 0, samples.variables(), values);
        return values;
    }

    /** Values of a block, read by itself. */
    public static double[] block(Samples samples, int row, int rows, int variable, int variables) {
        double[] values = new double[rows * variables];
        samples.read(row, rows, variable, variables, values);
        return values;
    }

    /** The same block cut out of all values. */
    public static double[] cut(double[] all, int n, int row, int rows, int variable, int variables) {
        double[] values = new double[rows * variables];
        for (int i = 0; i < values.length; i++) {
            values[i] = all[(row + i / variables) * n + variable + i % variables];
        }
        return values;
    }
}
