package org.oinfo.report;

import java.util.List;
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
 */
public record ScanReport(
        Provenance run, Variables variables, List<Collinear> collinear, List<ScanResult> orders, Unit unit, int threads)
        implements Report {}
