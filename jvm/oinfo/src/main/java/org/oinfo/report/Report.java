package org.oinfo.report;

import org.oinfo.data.Variables;

/** The report of a command; {@link ReportFormat} writes it. */
public sealed interface Report permits ScanReport, MeasuresReport, Listing {
    /** How it was made. */
    Provenance run();

    /** The variables of the original data. */
    Variables variables();

    /** Unit of the output. */
    Unit unit();
}
