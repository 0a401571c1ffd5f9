package org.oinfo.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.Windows;
import org.oinfo.cli.process.Streams;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnSelection;
import org.oinfo.data.Samples;
import org.oinfo.data.Warning;
import org.oinfo.data.options.RowChoice;
import org.oinfo.spread.Cluster;

/** DATA of one analysis: read once, when the command asks for it, and closed when its result is written. */
public final class DataSource implements AutoCloseable {
    private final InputOptions input;
    private final List<String> files;
    private final OInformationOptions options;
    private final Streams streams;
    private @Nullable Cluster machines;
    private @Nullable OInformation opened;
    private @Nullable LoadedData loaded;
    /** Of a comparison. */
    private final List<DataSource> each = new ArrayList<>();

    /** Opened for their shape, and used again: standard input comes once. */
    private @Nullable Samples samples;

    /**
     * Data that is not read yet.
     *
     * @param files its files; of several the rows are stacked
     * @param streams standard input, and what is loaded
     */
    public DataSource(InputOptions input, List<String> files, OInformationOptions options, Streams streams) {
        this.input = input;
        this.files = files;
        this.options = options;
        this.streams = streams;
    }

    /** Reads the data and estimates the correlations, or makes symbols to count. */
    public LoadedData load() {
        if (loaded == null) {
            loaded = spread(
                    samples == null ? input.load(files, options, streams) : InputOptions.estimate(samples, options));
            opened = loaded.info();
        }
        return loaded;
    }

    private LoadedData spread(LoadedData read) {
        return machines == null ? read : new LoadedData(read.info().withCluster(machines), read.origin());
    }

    /** The same; other machines do the work, where there are some. */
    public DataSource on(@Nullable Cluster cluster) {
        machines = cluster;
        return this;
    }

    /** As {@link #load()}; what is at a location is left to machines that can read it. */
    public LoadedData load(Locations reader) {
        if (loaded == null && Locations.isLocation(files.getFirst())) {
            loaded = spread(input.load(files, options, reader));
            opened = loaded.info();
        }
        return load();
    }

    /**
     * Windows of the data, which this source keeps open.
     *
     * @throws org.oinfo.data.BadInputException there are no samples, rows may be left out, or the windows do not fit
     */
    public Windows windows(WindowOptions asked) {
        input.requireWindows();
        if (samples == null) {
            samples = input.open(files, streams);
        }
        if (samples == null) {
            throw new IllegalStateException("a covariance has no windows");
        }
        asked.requireWithin(samples.samples());
        int first = rows().at(0);
        int last = rows().at(samples.samples() - 1);
        if (last - first >= samples.samples()) {
            throw new BadInputException("windows need rows that follow one another: found " + samples.samples()
                    + " of the rows " + first + ".." + last + "; choose one range of rows");
        }
        return Windows.of(samples, asked.length(), asked.step());
    }

    /** One of the windows as data of its own. */
    public DataSource window(Windows windows, int number) {
        DataSource part = new DataSource(input, files, options, streams);
        part.samples = windows.samples(number);
        return part;
    }

    /** Which rows of the file are read; of several files their places among all that are. */
    public RowChoice rows() {
        return files.size() > 1 ? RowChoice.ALL : input.rows();
    }

    /** What there is to know of how the data was read; only after it was opened. */
    public List<Warning> readWarnings() {
        return samples == null ? List.of() : samples.readWarnings();
    }

    /** The size of the data, known before anything is estimated; a covariance is its own estimate. */
    public DataShape shape() {
        if (samples == null) {
            samples = input.open(files, streams);
        }
        if (samples == null) {
            OInformation info = load().info();
            return new DataShape(info.samples(), info.variables().count());
        }
        return new DataShape(samples.samples(), samples.variables());
    }

    /** Each of the files as data of its own, all of them open until this source is closed. */
    public List<LoadedData> loadEach() {
        for (String file : files) {
            DataSource one = new DataSource(input, List.of(file), options, streams);
            each.add(one.on(machines));
            one.load();
        }
        return each.stream().map(DataSource::load).toList();
    }

    /** As {@link #load}, of the first columns only. */
    public LoadedData loadFirst(int columns) {
        Samples all = samples == null ? input.open(files, streams) : samples;
        if (all == null) {
            return load();
        }
        samples = all;
        return InputOptions.estimate(first(all, columns), options);
    }

    /** The size of the sources beside a target. */
    public DataShape shape(String target) {
        DataShape[] found = new DataShape[1];
        opened = input.loadTarget(options, streams, target, sources -> {
                    found[0] = new DataShape(sources.samples(), sources.variables());
                    return first(sources, DataShape.FEW);
                })
                .sources()
                .info();
        return found[0];
    }

    private static Samples first(Samples all, int columns) {
        return columns >= all.variables()
                ? all
                : ColumnSelection.select(all, IntStream.range(0, columns).toArray());
    }

    /** How estimates are made and analyses run. */
    public OInformationOptions options() {
        return options;
    }

    /** As {@link #load}, and a target beside the data or among its columns. */
    public LoadedTarget loadTarget(String target) {
        LoadedTarget data = input.loadTarget(options, streams, target, sources -> sources);
        opened = data.sources().info();
        return new LoadedTarget(spread(data.sources()), data.targets());
    }

    @Override
    public void close() {
        each.forEach(DataSource::close);
        if (opened != null) {
            opened.close();
        }
        if (samples != null) {
            samples.close();
        }
    }
}
