package org.oinfo.scan.spread;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.ExhaustiveScan;
import org.oinfo.scan.LatticeScan;
import org.oinfo.scan.MeasureScan;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.Pieces;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.journal.PartialResult;
import org.oinfo.spread.PieceWorker;
import org.oinfo.spread.Stopped;

/** Goes through pieces of a scan that another machine leads. */
final class PieceScanner implements PieceWorker {
    private final Backend backend;
    private final CorrelationMatrix matrix;
    private final List<PartialResult> nothing;

    private PieceScanner(Backend backend, CorrelationMatrix matrix, List<PartialResult> nothing) {
        this.backend = backend;
        this.matrix = matrix;
        this.nothing = nothing;
    }

    /** Makes ready for a scan. */
    static PieceScanner open(SentScan scan) {
        CorrelationMatrix matrix = CorrelationMatrix.wrap(scan.variables(), scan.correlations());
        return new PieceScanner(scan.backend().open(), matrix, scan.none());
    }

    /** Partial results of the orders, as {@link ScanGathering} takes them. */
    @Override
    public byte @Nullable [] run(Pieces pieces, int threads, Monitor monitor) {
        Stopped stopped = new Stopped(monitor);
        List<RankedLandscape> found = found(pieces, threads, stopped);
        if (stopped.stopped()) {
            return null;
        }
        PiecePlan plan = nothing.getFirst().plan();
        return SentScan.bytes(found.stream()
                .map(each -> new PartialResult(plan, pieces, each))
                .toList());
    }

    private List<RankedLandscape> found(Pieces pieces, int threads, Monitor monitor) {
        RankedLandscape first = nothing.getFirst().found();
        ScanSettings settings = first.landscape().settings();
        if (nothing.size() > 1) {
            List<ScanSettings> all = nothing.stream()
                    .map(each -> each.found().landscape().settings())
                    .toList();
            LatticeScan walk = new LatticeScan(backend, matrix, all);
            requirePlan(walk.plan());
            List<RankedLandscape> found = new ArrayList<>();
            for (Landscape landscape : walk.run(pieces, threads, monitor)) {
                found.add(RankedLandscape.byOmega(landscape));
            }
            return found;
        }
        Scorer scores = Scorer.gaussian(backend, matrix);
        if (first.ownRankings()) {
            // The landscape itself keeps one n-plet, the rankings as many as were asked for.
            ScanSettings asked = new ScanSettings(
                    settings.order(),
                    settings.level(),
                    first.smallest().capacity(),
                    settings.bias(),
                    settings.ends(),
                    settings.screen(),
                    settings.determinants());
            MeasureScan scan = new MeasureScan(scores, asked, first.measure());
            requirePlan(scan.plan());
            return List.of(scan.run(pieces, threads, monitor));
        }
        ExhaustiveScan scan = new ExhaustiveScan(scores, settings);
        requirePlan(scan.plan());
        return List.of(RankedLandscape.byOmega(scan.run(pieces, threads, monitor)));
    }

    private void requirePlan(PiecePlan here) {
        PiecePlan there = nothing.getFirst().plan();
        if (!here.equals(there)) {
            throw new BadInputException("a scan must be cut into the same pieces everywhere: found " + here
                    + " here and " + there + " where it is led; run the same version of oinfo on all machines");
        }
    }
}
