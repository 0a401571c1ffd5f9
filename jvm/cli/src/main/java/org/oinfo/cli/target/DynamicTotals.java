package org.oinfo.cli.target;

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
                .column("target", Quantity.NPLET)
                .column("i", Quantity.INFORMATION)
                .column("domega", Quantity.INFORMATION)
                .column("total_domega", Quantity.INFORMATION)
                .column("nplet", Quantity.NPLET);
        for (TotalDynamics each : nplets) {
            for (int member = 0; member < each.nplet().length; member++) {
                int[] target = {each.nplet()[member]};
                listing.row(target, each.i()[member], each.domega()[member], each.total(), each.nplet());
            }
        }
        return listing;
    }
}
