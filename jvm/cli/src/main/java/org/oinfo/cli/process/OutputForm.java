package org.oinfo.cli.process;

import org.jspecify.annotations.Nullable;
import org.oinfo.report.ReportFormat;

/** Form of the output: text, or the values alone. */
public enum OutputForm {
    TABLE(ReportFormat.TABLE),
    CSV(ReportFormat.CSV),
    JSON(ReportFormat.JSON),
    NDJSON(ReportFormat.NDJSON),
    /** An array of numbers, of commands whose result is one. */
    NPY(null);

    private final @Nullable ReportFormat text;

    OutputForm(@Nullable ReportFormat text) {
        this.text = text;
    }

    /** How reports are written as text; null where the output is none. */
    public @Nullable ReportFormat text() {
        return text;
    }
}
