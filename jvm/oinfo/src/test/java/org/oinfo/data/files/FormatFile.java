package org.oinfo.data.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.oinfo.data.Samples;
import org.oinfo.data.options.ReadOptions;

/** The files that {@code formats/make.py} wrote: 6 samples of 3 variables, x[t][n] = (7 t + 3 n) % 11 + n / 4. */
public final class FormatFile {
    static final int SAMPLES = 6;
    static final int VARIABLES = 3;
    private static final String FOLDER = "/org/oinfo/data/formats/";

    private FormatFile() {}

    public static String path(String name) {
        URL url = Objects.requireNonNull(FormatFile.class.getResource(FOLDER + name), name);
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its content, also where the tests are in a jar. */
    public static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(FormatFile.class.getResourceAsStream(FOLDER + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Samples open(String name, ReadOptions options) {
        return DataFiles.open(path(name), options, InputStream.nullInputStream());
    }

    /** The values [6*3], row-major. */
    public static double[] x() {
        double[] x = new double[SAMPLES * VARIABLES];
        for (int i = 0; i < x.length; i++) {
            int t = i / VARIABLES;
            int n = i % VARIABLES;
            x[i] = (7 * t + 3 * n) % 11 + n / 4.0;
        }
        return x;
    }
}
