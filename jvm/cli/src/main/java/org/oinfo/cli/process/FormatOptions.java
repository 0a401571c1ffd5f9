package org.oinfo.cli.process;

import java.util.List;
import org.oinfo.report.ReportFormat;
import org.oinfo.report.Unit;
import picocli.CommandLine.Option;

/** Options about what is printed. */
public class FormatOptions {
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

    @Option(names = "--quiet", description = "no progress bar and no warnings on standard error")
    private boolean quiet;

    public final Unit unit() {
        return unit;
    }

    public final ReportFormat format() {
        return format;
    }

    public final boolean quiet() {
        return quiet;
    }

    /** Prints warnings for people. */
    public final void warn(List<String> warnings, Streams streams) {
        if (!quiet) {
            warnings.forEach(warning -> streams.err().println("oinfo: warning: " + warning));
            streams.err().flush();
        }
    }
}
