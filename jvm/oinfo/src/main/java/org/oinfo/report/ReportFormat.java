package org.oinfo.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
            CsvReport.of(report, out).write();
        }

        @Override
        void forms(List<Report> reports, Writer out) throws IOException {
            CsvReport.write(reports, out);
        }
    },
    /** JSON of schema oinfo/1. */
    JSON {
        @Override
        void form(Report report, Writer out) throws IOException {
            form(report, out, null);
        }

        private void form(Report report, Writer out, @Nullable Path arrays) throws IOException {
            object(report, out, arrays);
            out.write('\n');
        }

        private void object(Report report, Writer out, @Nullable Path arrays) {
            try (JsonReport json = new JsonReport(out, report, arrays)) {
                switch (report) {
                    case ScanReport scan -> json.write(scan);
                    case MeasuresReport measures -> json.write(measures);
                    case Listing listing -> json.write(listing);
                }
            }
        }

        @Override
        void forms(List<Report> reports, Writer out) throws IOException {
            forms(reports, out, null);
        }

        @Override
        public void write(List<Report> reports, Writer out, @Nullable Path arrays) throws IOException {
            if (reports.size() == 1) {
                form(reports.getFirst(), out, arrays);
            } else {
                forms(reports, out, arrays);
            }
            out.flush();
        }

        private void forms(List<Report> reports, Writer out, @Nullable Path arrays) throws IOException {
            String before = "[";
            for (Report report : reports) {
                out.write(before);
                object(report, out, arrays);
                before = ", ";
            }
            out.write("]\n");
        }
    },
    /** Lines of JSON: how it was made, a row each, the end. */
    NDJSON {
        @Override
        void form(Report report, Writer out) throws IOException {
            LineReport.write(report, out);
        }

        @Override
        void forms(List<Report> reports, Writer out) throws IOException {
            for (Report report : reports) {
                form(report, out);
            }
        }
    };

    /** Writes a report. The writer is flushed, not closed. */
    public void write(Report report, Writer out) throws IOException {
        form(report, out);
        out.flush();
    }

    /**
     * Writes several reports of one command: in csv as one table, whose first column {@code data} says of which data each row is; in
     * JSON as an array; for people one after another.
     */
    public void write(List<Report> reports, Writer out) throws IOException {
        if (reports.size() == 1) {
            form(reports.getFirst(), out);
        } else {
            forms(reports, out);
        }
        out.flush();
    }

    /**
     * As {@link #write(List, Writer)}; JSON leaves arrays of more than 10,000 rows to files.
     *
     * @param arrays folder of these files; null for none
     */
    public void write(List<Report> reports, Writer out, @Nullable Path arrays) throws IOException {
        write(reports, out);
    }

    /** One after another, a blank line between. */
    void forms(List<Report> reports, Writer out) throws IOException {
        String before = "";
        for (Report report : reports) {
            out.write(before);
            form(report, out);
            before = "\n";
        }
    }

    abstract void form(Report report, Writer out) throws IOException;
}
