package org.oinfo.cli.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.cli.process.FoundRows;
import org.oinfo.data.Variables;
import org.oinfo.report.LineReport;
import org.oinfo.report.Provenance;
import org.oinfo.report.Report;
import org.oinfo.report.Unit;
import org.oinfo.scan.RankBy;

/** Writes the rows of one analysis as they come. */
final class LiveRows implements FoundRows {
    private final Writer out;
    private final Unit unit;
    private @Nullable LineReport lines;

    LiveRows(Writer out, Unit unit) {
        this.out = out;
        this.unit = unit;
    }

    /** The work begins. */
    void begin(Provenance run, Variables variables) throws IOException {
        lines = new LineReport(run, variables, unit, out);
    }

    @Override
    public void order(ScanResult result) {
        try {
            begun().order(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void nplets(List<ScoredNplet> next, List<RankBy> more) {
        try {
            begun().nplets(next, more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The work is done. */
    void end(Report report) throws IOException {
        begun().end(report);
    }

    private LineReport begun() {
        if (lines == null) {
            throw new IllegalStateException("the work must have begun");
        }
        return lines;
    }
}
