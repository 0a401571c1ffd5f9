package org.oinfo.cli.analysis;

import org.jspecify.annotations.Nullable;
import org.oinfo.report.Report;

/**
 * The result of one data set.
 *
 * @param report the report, or null where there is only a forecast
 * @param forecast what the work would take, or an empty text
 * @param partial whether the work was stopped before its end
 */
record Written(@Nullable Report report, String forecast, boolean partial) {}
