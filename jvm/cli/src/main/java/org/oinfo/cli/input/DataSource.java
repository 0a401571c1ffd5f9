package org.oinfo.cli.input;

import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;

/** DATA of one analysis: read once, when the command asks for it, and closed when its result is written. */
public final class DataSource implements AutoCloseable {
    private final InputOptions input;
    private final List<String> files;
    private final OInformationOptions options;
    private final InputStream standard;
    private @Nullable OInformation opened;

    /**
     * Data that is not read yet.
     *
     * @param files its files; of several the rows are stacked
     * @param standard standard input
     */
    public DataSource(InputOptions input, List<String> files, OInformationOptions options, InputStream standard) {
        this.input = input;
        this.files = files;
        this.options = options;
        this.standard = standard;
    }

    /** Reads the data and estimates the correlations, or makes symbols to count. */
    public LoadedData load() {
        LoadedData data = input.load(files, options, standard);
        opened = data.info();
        return data;
    }

    /** As {@link #load}, and a target beside the data or among its columns. */
    public LoadedTarget loadTarget(String target) {
        LoadedTarget data = input.loadTarget(options, standard, target);
        opened = data.sources().info();
        return data;
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
