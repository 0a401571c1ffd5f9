package org.oinfo.report;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the results of one window after another as they come, so that none is kept: in JSON an array of whole results, as lines of JSON one after another, in csv and for
 * people a row or more for each window. Aligned rows wait for the last one.
 */
public final class WindowWriter {
    private final ReportFormat format;
    private final Writer out;
    /** Of all windows, for people. */
    private @Nullable Listing rows;

    private boolean begun;

    /** To a writer, which is flushed after each window and not closed. */
    public WindowWriter(ReportFormat format, Writer out) {
        this.format = format;
        this.out = out;
    }

    /**
     * Adds a window.
     *
     * @param whole its result
     * @param summary the same in rows, with the same columns for every window
     */
    public void add(ScanReport whole, Listing summary) throws IOException {
        switch (format) {
            case JSON -> object(whole);
            case CSV -> CsvReport.append(summary, !begun, out);
            case NDJSON -> LineReport.write(whole, out);
            case TABLE -> gather(summary);
        }
        begun = true;
        out.flush();
    }

    private void object(ScanReport whole) throws IOException {
        out.write(begun ? ", " : "[");
        try (JsonReport json = new JsonReport(out, whole, null)) {
            json.write(whole);
        }
    }

    private void gather(Listing summary) {
        if (rows == null) {
            rows = summary;
        } else {
            summary.rows().forEach(rows::row);
        }
    }

    /** All windows are there, or all that will be. */
    public void end() throws IOException {
        if (format == ReportFormat.JSON) {
            out.write(begun ? "]\n" : "[]\n");
        }
        if (rows != null) {
            new ListingTable(out, rows).write();
        }
        out.flush();
    }
}
