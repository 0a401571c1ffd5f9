package org.oinfo.cli.command;

import java.util.List;
import org.oinfo.TotalDynamics;
import org.oinfo.cli.analysis.Outcome;
import org.oinfo.cli.analysis.ReportHead;
import org.oinfo.report.Listing;
import org.oinfo.report.Quantity;
import org.oinfo.report.Report;

/**
 * The outcome of {@code oinfo dynamic --nplets}: given groups of series, each member in turn the target.
 *
 * @param points number of points in time that have a past
 */
record DynamicTotals(List<TotalDynamics> nplets, int lag, int points) implements Outcome {
    @Override
    public Report report(ReportHead head) {
        Listing listing = head.listing("totals")
                .figure("lag", Quantity.COUNT, lag)
                .figure("points", Quantity.COUNT, points)
                .column("order", Quantity.COUNT)
                .column("total_domega", Quantity.INFORMATION)
                .column("domega", Quantity.INFORMATION)
                .column("i", Quantity.INFORMATION)
                .column("nplet", Quantity.NPLET);
        for (TotalDynamics each : nplets) {
            listing.row(each.nplet().length, each.total(), each.domega(), each.i(), each.nplet());
        }
        return listing;
    }
}
