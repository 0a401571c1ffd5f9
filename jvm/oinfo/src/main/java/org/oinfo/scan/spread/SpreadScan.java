package org.oinfo.scan.spread;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.oinfo.kernels.Combinations;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.scan.Checkpoint;
import org.oinfo.scan.GaussianScorer;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.Pieces;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.spread.Cluster;

/**
 * Scores every n-plet of an order, or of several in one walk, on a cluster. The result is that of a scan on one machine, to the last bit: sums
 * across pieces are exact, so it does not matter who goes through which, and how often.
 *
 * @param scores of the machine that leads
 * @param plan how the scan is cut into pieces
 * @param nothing what is found in no piece, for each order
 * @param seconds that one thread here would take for all of it
 */
public record SpreadScan(GaussianScorer scores, PiecePlan plan, List<RankedLandscape> nothing, DoubleSupplier seconds) {
    /** Runs it. When the monitor stops it, what came back until then is returned; so it is kept when a machine fails. */
    public List<RankedLandscape> run(Cluster cluster, Monitor monitor, Checkpoint checkpoint) {
        List<Long> totals = nothing.stream()
                .map(each -> new Combinations(
                                scores.variables(), each.landscape().settings().order())
                        .total())
                .toList();
        ScanGathering gathering = new ScanGathering(scores, plan, nothing, totals, new Watch(monitor), checkpoint);
        Pieces todo = gathering.pieces().missing(plan.pieces());
        SentScan sent = SentScan.of(scores.backend(), scores.matrix(), plan, nothing);
        try {
            if (!todo.ranges().isEmpty() && gathering.goOn()) {
                cluster.run(sent, () -> seconds.getAsDouble() * todo.count() / plan.pieces(), todo, gathering);
            }
        } finally {
            gathering.end();
        }
        return gathering.found();
    }
}
