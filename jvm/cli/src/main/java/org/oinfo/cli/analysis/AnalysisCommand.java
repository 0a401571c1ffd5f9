package org.oinfo.cli.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.Windows;
import org.oinfo.cli.cluster.MasterOption;
import org.oinfo.cli.input.DataParameters;
import org.oinfo.cli.input.DataSets;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.input.GroupsOption;
import org.oinfo.cli.input.InputOptions;
import org.oinfo.cli.input.LoadedData;
import org.oinfo.cli.input.RunOptions;
import org.oinfo.cli.input.WindowOptions;
import org.oinfo.cli.picture.PictureOptions;
import org.oinfo.cli.picture.Pictures;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.FormatOptions;
import org.oinfo.cli.process.FoundRows;
import org.oinfo.cli.process.OutputFile;
import org.oinfo.cli.process.OutputForm;
import org.oinfo.cli.process.OutputOptions;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.cli.process.Seconds;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.typed.NpletsFile;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Warning;
import org.oinfo.parallel.Keeper;
import org.oinfo.report.Provenance;
import org.oinfo.report.Report;
import org.oinfo.report.ReportFormat;
import org.oinfo.report.Unit;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command that analyses DATA. {@link #call} is what all of them do; a command is its options and the steps it takes by itself:
 *
 * <pre>
 * checked   what does not go together is refused, before anything is opened or read
 * nplets    the file of given n-plets, which must be there
 * master    perhaps all the rest is done by another process
 * inputs    all that is read: the output must not write over it
 * foretell  perhaps what the work would take, from what the data shows without an estimate
 * prepare   the data is read, what it does not have is refused; what there is to warn of
 * forecast  perhaps what the work would take, instead of the work
 * work      the analysis, watched, perhaps stopped
 * report    the result, with how it was made
 * </pre>
 *
 * <p>From {@code prepare} on a command keeps nothing of its own: all that belongs to the data is in the {@link Analysis}. The data
 * stays open until the result is written. The file is long since the order of these steps, and what becomes of a stop, a failure or a doubt
 * between any two of them, is one contract of all commands and is read in one place.
 */
public abstract class AnalysisCommand implements Callable<Integer> {
    private final Streams streams;
    private final String typed;

    @Mixin
    private InputOptions input = new InputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final RunOptions run = new RunOptions();
    private final PictureOptions pictures = new PictureOptions();
    private final FormatOptions output;

    /**
     * A command that prints its result, or writes it to {@code --out}.
     *
     * @param typed the command line, for the record
     */
    protected AnalysisCommand(Streams streams, String typed) {
        this(streams, typed, new OutputOptions());
    }

    /** A command with its own manner of output. */
    protected AnalysisCommand(Streams streams, String typed, FormatOptions output) {
        this.streams = streams;
        this.typed = typed;
        this.output = output;
    }

    /** As picocli takes it: in help, DATA's options come first, then the command's own, then these. */
    public final CommandLine commandLine() {
        CommandLine line = new CommandLine(this)
                .addMixin("run", run)
                .addMixin("output", output)
                .addMixin("pictures", pictures);
        DataParameters more = moreData();
        if (more != null) {
            more.addTo(line.getCommandSpec());
        }
        return line;
    }

    @Override
    public final Integer call() throws IOException {
        OInformationOptions options = checked(input.options(run));
        DataSets data = DataSets.of(input.data(), moreData());
        requireText(data);
        output.arrays();
        ResumeOption resume = resume();
        if (resume != null) {
            resume.check(data.several(), !stoppable());
        }
        MasterOption master = master();
        if (master != null) {
            master.check(streams);
            master.refuse("--dry-run", !stoppable());
        }
        input.checkLocations(data);
        data.requireReadable(nplets(), streams.data(), readsLocations());
        Integer ended = master == null
                ? null
                : master.elsewhere(spec.root().commandLine().getParseResult().originalArgs(), streams);
        if (ended != null) {
            return ended;
        }
        WindowOptions asked = windows();
        WindowOptions windows = asked != null && asked.given() ? asked : null;
        if (windows != null && pictures.given()) {
            throw new BadInputException(
                    "--report and --plot must not be given with --window, whose results are not kept: give"
                            + " --format json --out r.json, then oinfo report r.json");
        }
        List<String> read = read();
        try (OutputFile out = output.open(read, streams);
                Pictures drawn = pictures.open(read, file())) {
            boolean partial =
                    windows == null ? eachSet(data, options, out, drawn) : eachWindow(data, windows, options, out);
            if (partial && file() != null) {
                streams.err()
                        .println("oinfo: stopped; " + file() + " holds what was found until then, marked as partial");
            }
            return partial ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }

    /** All that is read, the files that options name and the journal among it: a result must not be written over it. */
    protected final List<String> read() {
        List<String> read = new ArrayList<>(inputs());
        read.addAll(input.read());
        GroupsOption groups = groups();
        if (groups != null) {
            read.addAll(groups.files());
        }
        ResumeOption resume = resume();
        if (resume != null) {
            read.addAll(resume.read());
        }
        return read;
    }

    /** A result for each data set; whether the user stopped it. */
    private boolean eachSet(DataSets data, OInformationOptions options, OutputFile out, Pictures drawn)
            throws IOException {
        List<Written> written = new ArrayList<>();
        AtomicBoolean partial = new AtomicBoolean();
        // With --strict nothing is written unless all is beyond doubt.
        boolean live = output.format() == OutputForm.NDJSON && !output.strict();
        if (live) {
            out.write(writer -> {
                written.clear();
                partial.set(eachSet(data, options, writer, written));
                for (Written each : written) {
                    writer.append(each.forecast());
                }
            });
        } else {
            partial.set(eachSet(data, options, null, written));
        }
        List<Report> reports =
                written.stream().map(Written::report).filter(Objects::nonNull).toList();
        if (!live) {
            write(written, reports, out);
        }
        if (!reports.isEmpty()) {
            drawn.write(reports);
        }
        return partial.get();
    }

    /**
     * A result for each data set; whether the user stopped it.
     *
     * @param live takes rows as they come; null where results are written when all are there
     * @param written takes the results
     */
    private boolean eachSet(DataSets data, OInformationOptions options, @Nullable Writer live, List<Written> written)
            throws IOException {
        boolean partial = false;
        for (List<String> files : data.sets()) {
            if (partial) {
                streams.err().println("oinfo: interrupted before " + String.join(", ", files));
                continue;
            }
            String whose = data.several() ? String.join(" + ", files) + ": " : "";
            try (DataSource source = new DataSource(input, files, options, streams)) {
                Consumer<List<Warning>> warner = warnings -> output.warn(warnings, whose, streams);
                LiveRows rows = live == null ? null : new LiveRows(live, output.unit());
                ProgressLines progress =
                        new ProgressLines(streams, output.quiet(), rows == null ? FoundRows.LATER : rows);
                written.add(analyse(source, whose, warner, progress, run -> {}, rows));
                partial = written.getLast().partial();
            }
        }
        return partial;
    }

    /** A result for each window of one data set, written as it comes; whether the user stopped it. */
    private boolean eachWindow(DataSets data, WindowOptions asked, OInformationOptions options, OutputFile out)
            throws IOException {
        ReportFormat text = output.format().text();
        if (data.several() || text == null) {
            throw new BadInputException("--window is for one data set as table, csv, json or ndjson: found "
                    + (text == null ? "--format npy" : "several DATA; run the command once for each, or --stack them"));
        }
        try (DataSource source = new DataSource(input, data.sets().getFirst(), options, streams)) {
            Windows windows = source.windows(asked);
            WindowedRun windowed = new WindowedRun(
                    source,
                    windows,
                    output,
                    streams,
                    (window, first, last, warner, progress) -> analyse(
                            window,
                            "",
                            warner,
                            progress,
                            made -> made.put("window", asked.length())
                                    .put("step", asked.step())
                                    .put("first_row", first)
                                    .put("last_row", last),
                            null));
            ResumeOption resume = resume();
            out.write(writer -> {
                if (resume == null || !resume.given()) {
                    windowed.write(text, writer, Keeper.NONE);
                    return;
                }
                resume.run(
                        journal -> windows.resumable(journal, options),
                        keeper -> {
                            windowed.write(text, writer, keeper);
                            return windowed;
                        },
                        WindowedRun::partial,
                        streams.err(),
                        typed);
            });
            return windowed.partial();
        }
    }

    private void write(List<Written> written, List<Report> reports, OutputFile out) throws IOException {
        ReportFormat text = output.format().text();
        if (text == null) {
            out.writeBytes(stream -> writeArray(reports.getFirst(), stream));
            return;
        }
        out.write(writer -> {
            for (Written each : written) {
                writer.append(each.forecast());
            }
            if (!reports.isEmpty()) {
                text.write(reports, writer, output.arrays());
            }
        });
    }

    /** Refuses {@code --format npy} where there is no array to write, or more than one. */
    private void requireText(DataSets data) {
        if (output.format() == OutputForm.NPY && (!hasArray() || data.several())) {
            throw new BadInputException("--format npy is for one array of values, of measures: found "
                    + (hasArray() ? "several DATA" : "another command") + "; use csv or json");
        }
    }

    /** Whether the result is an array, which {@link #writeArray} writes. */
    protected boolean hasArray() {
        return false;
    }

    /** Writes the values of a report alone, where {@link #hasArray} says so. */
    protected void writeArray(Report report, OutputStream out) throws IOException {
        throw new IllegalStateException("the result is no array");
    }

    /**
     * Everything about one data set, from reading to its report.
     *
     * @param whose what forecasts begin with where there are several
     * @param warner takes what a user should know before the work
     * @param place adds which part of the data it is
     * @param live takes rows as they come; null where the whole is written when it is there
     */
    private Written analyse(
            DataSource data,
            String whose,
            Consumer<List<Warning>> warner,
            ProgressLines progress,
            Consumer<Provenance> place,
            @Nullable LiveRows live)
            throws IOException {
        long begun = System.nanoTime();
        String foretold = foretell(data);
        if (foretold != null) {
            return new Written(null, whose + foretold, false);
        }
        MasterOption master = master();
        // Before the first kernel: the machines settle the width of its vectors.
        Analysis analysis = prepare(master == null ? data : data.on(master.connect(streams, output.quiet())));
        warner.accept(analysis.warnings());
        String forecast = forecast(analysis.data());
        if (forecast != null) {
            return new Written(null, whose + forecast, false);
        }
        if (stoppable()) {
            streams.interruption().arm();
        }
        if (live != null) {
            live.begin(made(analysis, place), analysis.data().info().variables());
        }
        Outcome outcome = run(analysis, progress);
        warner.accept(outcome.warnings());
        Report report = outcome.report(head(analysis, outcome, begun, place));
        if (live != null) {
            live.end(report);
        }
        return new Written(report, "", outcome.partial());
    }

    private Outcome run(Analysis analysis, ProgressLines progress) throws IOException {
        ResumeOption resume = resume();
        if (resume == null || !resume.given() || opensJournal()) {
            return analysis.work().run(progress);
        }
        return resume.run(
                journal -> analysis.data().info().resumable(journal),
                keeper -> analysis.work().run(progress.keeping(keeper)),
                Outcome::partial,
                streams.err(),
                typed);
    }

    /** How the result is made, as far as that is known before the work. */
    private Provenance made(Analysis analysis, Consumer<Provenance> place) {
        Provenance made = analysis.data().provenance(typed, output.unit());
        made.put("rows", input.typedRows());
        place.accept(made);
        return made.put("computed", computed());
    }

    private ReportHead head(Analysis analysis, Outcome outcome, long begun, Consumer<Provenance> place) {
        Provenance made = made(analysis, place);
        outcome.describe(made);
        MasterOption master = master();
        if (master != null) {
            master.describe(made);
        }
        made.put("seconds", Seconds.since(begun));
        if (stoppable()) {
            made.put("partial", outcome.partial());
        }
        List<Warning> warnings = new ArrayList<>(analysis.warnings());
        warnings.addAll(outcome.warnings());
        made.warn(warnings);
        return new ReportHead(made, analysis.data().info().variables(), output.unit());
    }

    /** {@code --master}, where other machines may do the work. */
    protected @Nullable MasterOption master() {
        return null;
    }

    /** The options with what the command adds to them; refuses what does not go with it. */
    protected OInformationOptions checked(OInformationOptions options) {
        return options;
    }

    /** Whether DATA may be at a location that machines of a cluster read. */
    protected boolean readsLocations() {
        return false;
    }

    /** The file of given n-plets, where there is one. */
    protected @Nullable NpletsFile nplets() {
        return null;
    }

    /** The data besides the first, where the command takes several. */
    protected @Nullable DataParameters moreData() {
        return null;
    }

    /** {@code --groups}, where n-plets may have to mix some. */
    protected @Nullable GroupsOption groups() {
        return null;
    }

    /** {@code --resume}, where the command goes on where it was stopped. */
    protected @Nullable ResumeOption resume() {
        return null;
    }

    /** Whether the work opens its journal itself, or that of its windows is open. */
    protected boolean opensJournal() {
        return false;
    }

    /** Windows of the data, where the command gives a result for each. */
    protected @Nullable WindowOptions windows() {
        return null;
    }

    /** DATA, and what else the command reads. */
    protected List<String> inputs() {
        return DataSets.of(input.data(), moreData()).files(nplets());
    }

    /** The file that the command writes, where it writes one. */
    protected @Nullable String file() {
        return output.file();
    }

    /** What is computed, in words for people who do not know the options. */
    protected abstract String computed();

    /** What the work would take, told without the memory that it would; null where that was not asked, or takes an estimate. */
    protected @Nullable String foretell(DataSource source) throws IOException {
        return null;
    }

    /** Reads the data; refuses what it does not have. */
    protected abstract Analysis prepare(DataSource source) throws IOException;

    /** What the work would take, where only that was asked for; null where the work itself was. */
    protected @Nullable String forecast(LoadedData data) {
        return null;
    }

    /** Whether work that is stopped has something to print; Ctrl-C ends the process at once where it has not. */
    protected boolean stoppable() {
        return true;
    }

    /** DATA and how it is read. */
    protected final InputOptions input() {
        return input;
    }

    /** Standard input. */
    protected final InputStream standardInput() {
        return streams.in();
    }

    /** Unit of the output. */
    protected final Unit unit() {
        return output.unit();
    }
}
