package org.oinfo.cli.analysis;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.oinfo.Windows;
import org.oinfo.cli.input.DataSource;
import org.oinfo.cli.process.FormatOptions;
import org.oinfo.cli.process.OptionNames;
import org.oinfo.cli.process.ProgressLine;
import org.oinfo.cli.process.ProgressLines;
import org.oinfo.cli.process.Streams;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Warning;
import org.oinfo.data.options.RowChoice;
import org.oinfo.parallel.Keeper;
import org.oinfo.parallel.Progress;
import org.oinfo.report.ReportFormat;
import org.oinfo.report.ScanReport;
import org.oinfo.report.WindowWriter;

/**
 * The same analysis of one window of a series after another, each written when it is finished. A window that cannot be analysed, as one
 * in which too few columns vary, is named and left out; where none can, the first one's problem is that of the whole.
 */
final class WindowedRun {
    private final DataSource source;
    private final Windows windows;
    private final RowChoice rows;
    private final FormatOptions output;
    private final Streams streams;
    private final One command;
    private final Set<Warning.Name> told = EnumSet.noneOf(Warning.Name.class);
    private final List<String> leftOut = new ArrayList<>();
    private @Nullable BadInputException problem;
    private int written;
    private boolean partial;

    /** The analysis of one window. */
    interface One {
        /**
         * Does it.
         *
         * @param firstRow the first row of the window, in the numbers of the file
         * @param tell takes what there is to warn of
         */
        Written analyse(
                DataSource window, int firstRow, int lastRow, Consumer<List<Warning>> tell, ProgressLines progress)
                throws IOException;
    }

    WindowedRun(DataSource source, Windows windows, FormatOptions output, Streams streams, One command) {
        this.source = source;
        this.windows = windows;
        this.rows = source.rows();
        this.output = output;
        this.streams = streams;
        this.command = command;
    }

    /** Whether it was stopped before its end. */
    boolean partial() {
        return partial;
    }

    /**
     * Analyses and writes all windows, or those that are finished when the user stops it; with {@code --strict} nothing is written unless
     * all are beyond doubt.
     */
    void write(ReportFormat format, Writer out, Keeper keeper) throws IOException {
        if (output.strict()) {
            StringWriter whole = new StringWriter();
            writeEach(format, whole, keeper);
            out.append(whole.getBuffer());
        } else {
            writeEach(format, out, keeper);
        }
    }

    private void writeEach(ReportFormat format, Writer out, Keeper keeper) throws IOException {
        output.warn(source.readWarnings(), "", streams);
        WindowWriter sections = new WindowWriter(format, out);
        try (ProgressLine line = new ProgressLines(streams, output.quiet()).begin("windows", windows.count())) {
            for (int i = 0; i < windows.count() && !partial; i++) {
                if (!line.goOn(new Progress(0, i, windows.count(), null, null))) {
                    partial = true;
                } else if (!add(i, sections, out, keeper)) {
                    return;
                }
            }
        }
        finish(sections);
    }

    /** Analyses a window; false where only a forecast was asked for, which one window tells. */
    private boolean add(int window, WindowWriter sections, Writer out, Keeper keeper) throws IOException {
        int first = rows.at(windows.first(window));
        int last = rows.at(windows.last(window));
        try (DataSource part = source.window(windows, window)) {
            // The bar is that of the windows.
            Written result = command.analyse(
                    part,
                    first,
                    last,
                    warnings -> warnOnce(warnings, place(first, last)),
                    new ProgressLines(streams, true).keeping(keeper));
            if (!(result.report() instanceof ScanReport scan)) {
                out.append(result.forecast()).append("the same for each of " + windows.count() + " windows\n");
                return false;
            }
            partial = result.partial();
            sections.add(scan, WindowRows.of(scan, first, last));
            written++;
        } catch (BadInputException e) {
            if (output.strict()) {
                throw new BadInputException(place(first, last) + e.message(OptionNames::of));
            }
            problem = problem == null ? e : problem;
            leftOut.add("left out " + place(first, last) + e.message(OptionNames::of));
        }
        return true;
    }

    private static String place(int first, int last) {
        return "rows " + first + ".." + last + ": ";
    }

    /** Says of what kind a warning is once, where it is met first. */
    private void warnOnce(List<Warning> warnings, String place) {
        output.warn(
                warnings.stream()
                        .filter(warning -> !told.contains(warning.name()))
                        .toList(),
                place,
                streams);
        warnings.forEach(warning -> told.add(warning.name()));
    }

    private void finish(WindowWriter sections) throws IOException {
        if (written == 0 && problem != null) {
            throw problem;
        }
        sections.end();
        leftOut.forEach(message -> streams.err().println("oinfo: warning: " + message));
        if (partial) {
            streams.err().println("oinfo: interrupted: " + written + " of " + windows.count() + " windows were begun");
        } else if (windows.behind() > 0 && !output.quiet()) {
            streams.err().println("oinfo: the last " + windows.behind() + " rows are in no window");
        }
        streams.err().flush();
    }
}
