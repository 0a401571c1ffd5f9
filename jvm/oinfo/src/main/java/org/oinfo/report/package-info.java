/**
 * Results as text: a table for people, csv for spreadsheets and scripts, JSON for programs. Every form says how it was made.
 *
 * <p>Read {@link org.oinfo.report.Report} and {@link org.oinfo.report.ReportFormat} first. To add a form: a constant of the latter that
 * writes each kind of report. To add a field: in every form at once, in {@code oinfo-1.schema.json} and in docs/output.md; none is
 * removed or changes its meaning. Tests compare whole outputs with recorded ones and hold JSON to the schema.
 *
 * <p>May import {@code org.oinfo}, {@code data}, {@code estimate} and {@code scan}.
 */
@NullMarked
package org.oinfo.report;

import org.jspecify.annotations.NullMarked;
