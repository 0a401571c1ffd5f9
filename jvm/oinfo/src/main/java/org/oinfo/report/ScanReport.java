package org.oinfo.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.ScanResult;
import org.oinfo.data.Variables;
import org.oinfo.estimate.Collinear;

/**
 * The report of scans.
 *
 * @param run how it was made
 * @param variables the variables of the original data
 * @param collinear pairs of columns with 1 - r^2 below 1e-12: every n-plet that holds one is singular
 * @param orders a result for each order
 * @param unit unit of the output
 * @param threads that may share the writing
 * @param correlations of the variables that are listed; null where they are not asked for
 */
public record ScanReport(
        Provenance run,
        Variables variables,
        List<Collinear> collinear,
        List<ScanResult> orders,
        Unit unit,
        int threads,
        @Nullable Correlations correlations)
        implements Report {
    /** A report without correlations. */
    public ScanReport(
            Provenance run,
            Variables variables,
            List<Collinear> collinear,
            List<ScanResult> orders,
            Unit unit,
            int threads) {
        this(run, variables, collinear, orders, unit, threads, null);
    }
}
