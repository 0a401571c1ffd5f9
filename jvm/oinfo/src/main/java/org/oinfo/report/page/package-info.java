/**
 * A page of figures from a saved result: one file that needs no network.
 *
 * <p>Read {@link org.oinfo.report.page.ResultPage} first. May import {@code report}, {@code report.chart} and {@code data}.
 */
@NullMarked
package org.oinfo.report.page;

import org.jspecify.annotations.NullMarked;
