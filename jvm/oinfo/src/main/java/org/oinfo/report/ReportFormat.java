package org.oinfo.report;

import java.io.IOException;
import java.io.Writer;

/** Form of a report. */
public enum ReportFormat {
    /** Aligned text for people. */
    TABLE {
        @Override
        void form(Report report, Writer out) throws IOException {
            switch (report) {
                case ScanReport scan -> new TableReport(out, report).write(scan);
                case MeasuresReport measures -> new TableReport(out, report).write(measures);
                case Listing listing -> new ListingTable(out, listing).write();
            }
        }
    },
    /** Comma-separated values; lines that begin with # say how it was made. */
    CSV {
        @Override
        void form(Report report, Writer out) throws IOException {
            CsvReport csv = new CsvReport(out, report);
            switch (report) {
                case ScanReport scan -> csv.write(scan);
                case MeasuresReport measures -> csv.write(measures);
                case Listing listing -> csv.write(listing);
            }
        }
    },
    /** JSON of schema oinfo/1. */
    JSON {
        @Override
        void form(Report report, Writer out) throws IOException {
            try (JsonReport json = new JsonReport(out, report)) {
                switch (report) {
                    case ScanReport scan -> json.write(scan);
                    case MeasuresReport measures -> json.write(measures);
                    case Listing listing -> json.write(listing);
                }
            }
            out.write('\n');
        }
    };

    /** Writes a report. The writer is flushed, not closed. */
    public void write(Report report, Writer out) throws IOException {
        form(report, out);
        out.flush();
    }

    abstract void form(Report report, Writer out) throws IOException;
}
