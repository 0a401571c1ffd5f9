package org.oinfo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Landscape;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.BlockLedger;
import org.oinfo.scan.Checkpoint;
import org.oinfo.scan.ExhaustiveScan;
import org.oinfo.scan.LatticeScan;
import org.oinfo.scan.MeasureScan;
import org.oinfo.scan.RankBy;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.groups.GroupScan;
import org.oinfo.scan.journal.Journal;

/**
 * A scan of all n-plets of one order, or of several orders in one walk, that is not begun. It is run once.
 *
 * @param stage its pieces
 * @param work the scan
 * @param ledger what its workers say of each block; null of one walk, and of groups
 */
record WholeScan(Journal.Stage stage, Work work, @Nullable BlockLedger ledger) {
    /** A scan of any kind. */
    @FunctionalInterface
    interface Work {
        /** Runs it; what was found, for each order. */
        List<RankedLandscape> run(int threads, Monitor monitor, Checkpoint checkpoint);
    }

    static WholeScan of(ExhaustiveScan scan, Landscape nothing) {
        return new WholeScan(
                new Journal.Stage(scan.plan(), List.of(RankedLandscape.byOmega(nothing))),
                (threads, monitor, checkpoint) ->
                        List.of(RankedLandscape.byOmega(scan.run(threads, monitor, checkpoint))),
                scan.ledger());
    }

    /** {@code asked} is what n-plets are said to be ranked by. */
    static WholeScan of(MeasureScan scan, RankedLandscape nothing, RankBy asked) {
        return new WholeScan(
                new Journal.Stage(scan.plan(), List.of(nothing)),
                (threads, monitor, checkpoint) ->
                        List.of(scan.run(threads, monitor, checkpoint).rankedBy(asked)),
                scan.ledger());
    }

    /** {@code asked} is what n-plets are said to be ranked by. */
    static WholeScan of(GroupScan scan, RankedLandscape nothing, RankBy asked) {
        return new WholeScan(
                new Journal.Stage(scan.plan(), List.of(nothing)),
                (threads, monitor, checkpoint) ->
                        List.of(scan.run(threads, monitor, checkpoint).rankedBy(asked)),
                null);
    }

    static WholeScan of(LatticeScan scan, List<Landscape> nothing) {
        return new WholeScan(
                new Journal.Stage(scan.plan(), byOmega(nothing)),
                (threads, monitor, checkpoint) -> byOmega(scan.run(threads, monitor, checkpoint)),
                null);
    }

    private static List<RankedLandscape> byOmega(List<Landscape> landscapes) {
        return landscapes.stream().map(RankedLandscape::byOmega).toList();
    }
}
