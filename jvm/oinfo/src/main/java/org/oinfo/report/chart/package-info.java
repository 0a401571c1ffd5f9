/**
 * Charts of results, drawn as SVG by plain code: for the page of a result and for picture files, with nothing of the platform but
 * numbers and texts.
 *
 * <p>Read {@link org.oinfo.report.chart.Chart} first, then {@link org.oinfo.report.chart.Frame}. A new kind of chart is one class;
 * it gets values, not results. Imports nothing of the project but {@code report}.
 */
@NullMarked
package org.oinfo.report.chart;

import org.jspecify.annotations.NullMarked;
