/**
 * Results as text: a table for people, csv for spreadsheets and scripts, JSON for programs. Every form says how it was made.
 *
 * <p>Read {@link org.oinfo.report.Report} first. A report holds nats; a {@link org.oinfo.report.Unit} applies when it is written.
 *
 * <p>To add a result that is a list of rows: fill a {@link org.oinfo.report.Listing} (figures, columns, rows, each with its
 * {@link org.oinfo.report.Quantity}); every form writes it already.
 *
 * <p>To add an output format:
 *
 * <ol>
 *   <li>A class beside {@code CsvReport} with a method for each kind of {@link org.oinfo.report.Report}.
 *   <li>A constant of {@link org.oinfo.report.ReportFormat} that calls it; the command line offers the constants by itself.
 *   <li>Tests of the whole text, to the letter, of a small result of each kind, with names that need quoting, values that do not
 *       exist, and a partial scan ({@code ReportTest}).
 * </ol>
 *
 * <p>To add to JSON: a new name is added to the schema oinfo/1, names that are there keep their meaning.
 *
 * <p>May import {@code org.oinfo}, {@code data}, {@code estimate}, {@code parallel} and {@code scan}.
 */
@NullMarked
package org.oinfo.report;

import org.jspecify.annotations.NullMarked;
