package org.oinfo.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.report.ReportFormat;
import org.oinfo.report.Unit;
import picocli.CommandLine.Option;

/** Options about what is printed, and where. */
final class OutputOptions {
    @Option(
            names = "--unit",
            paramLabel = "nats|bits",
            defaultValue = "nats",
            description = "unit of all information in the output (default: nats)")
    private Unit unit = Unit.NATS;

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "form of the output (default: table)")
    private ReportFormat format = ReportFormat.TABLE;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "write the result to FILE, which appears only when it is complete (default: standard output)")
    private @Nullable String out;

    @Option(names = "--quiet", description = "no progress bar and no warnings on standard error")
    private boolean quiet;

    Unit unit() {
        return unit;
    }

    ReportFormat format() {
        return format;
    }

    boolean quiet() {
        return quiet;
    }

    OutputFile open(List<String> inputs, Streams streams) {
        return OutputFile.open(out, inputs, streams.out());
    }

    /** Prints warnings for people. */
    void warn(List<String> warnings, Streams streams) {
        if (!quiet) {
            warnings.forEach(warning -> streams.err().println("oinfo: warning: " + warning));
            streams.err().flush();
        }
    }
}
