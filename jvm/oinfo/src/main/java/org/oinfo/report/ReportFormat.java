package org.oinfo.report;

import java.io.IOException;
import java.io.Writer;

/** Form of a report. The writer is flushed, not closed. */
public enum ReportFormat {
    /** Aligned text for people. */
    TABLE {
        @Override
        public void write(ScanReport report, Writer out) throws IOException {
            new TableReport(out, report.variables(), report.unit()).write(report);
            out.flush();
        }

        @Override
        public void write(MeasuresReport report, Writer out) throws IOException {
            new TableReport(out, report.variables(), report.unit()).write(report);
            out.flush();
        }
    },
    /** Comma-separated values; lines that begin with # say how it was made. */
    CSV {
        @Override
        public void write(ScanReport report, Writer out) throws IOException {
            new CsvReport(out, report.variables(), report.unit()).write(report);
            out.flush();
        }

        @Override
        public void write(MeasuresReport report, Writer out) throws IOException {
            new CsvReport(out, report.variables(), report.unit()).write(report);
            out.flush();
        }
    },
    /** JSON of schema oinfo/1. */
    JSON {
        @Override
        public void write(ScanReport report, Writer out) throws IOException {
            try (JsonReport json = new JsonReport(out, report.variables(), report.unit())) {
                json.write(report);
            }
            out.write('\n');
            out.flush();
        }

        @Override
        public void write(MeasuresReport report, Writer out) throws IOException {
            try (JsonReport json = new JsonReport(out, report.variables(), report.unit())) {
                json.write(report);
            }
            out.write('\n');
            out.flush();
        }
    };

    /** Writes the landscapes and rankings of scans. */
    public abstract void write(ScanReport report, Writer out) throws IOException;

    /** Writes the measures of given n-plets. */
    public abstract void write(MeasuresReport report, Writer out) throws IOException;
}
