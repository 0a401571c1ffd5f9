package org.oinfo.scan.spread;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Landscape;
import org.oinfo.parallel.Watch;
import org.oinfo.scan.BestOfScan;
import org.oinfo.scan.Checkpoint;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.Pieces;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.journal.PartialResult;
import org.oinfo.spread.Gathering;

/**
 * What pieces of a scan found, merged as it comes back, in any order, each piece once: it takes no more memory than one result. Told
 * to a watch and a checkpoint. Thread-safe.
 */
final class ScanGathering implements Gathering {
    private final Watch watch;
    private final Checkpoint checkpoint;
    /** For each order, of the same pieces. */
    private final List<PartialResult> merged = new ArrayList<>();

    private final List<BestOfScan> best = new ArrayList<>();
    /** N-plets that the watch was told of before they came back. */
    private long ahead;

    /**
     * A gathering of no pieces, or of those that the checkpoint kept.
     *
     * @param nothing what is found in no piece, for each order
     * @param nplets of each order
     */
    ScanGathering(
            Scorer scores,
            PiecePlan plan,
            List<RankedLandscape> nothing,
            List<Long> nplets,
            Watch watch,
            Checkpoint checkpoint) {
        this.watch = watch;
        this.checkpoint = checkpoint;
        Checkpoint.Kept kept = checkpoint.kept();
        for (int i = 0; i < nothing.size(); i++) {
            int order = order(nothing.get(i));
            watch.expect(order, nplets.get(i));
            best.add(new BestOfScan(scores, order, nothing.get(i).measure(), watch));
            PartialResult begun = kept == null
                    ? PartialResult.of(plan, nothing.get(i))
                    : new PartialResult(plan, kept.pieces(), kept.found().get(i));
            merged.add(begun);
            watch.advanced(order, begun.found().landscape().total());
        }
    }

    private static int order(RankedLandscape found) {
        return found.landscape().settings().order();
    }

    /** The pieces that are merged. */
    synchronized Pieces pieces() {
        return merged.getFirst().pieces();
    }

    /** What was found in them, for each order. */
    synchronized List<RankedLandscape> found() {
        return merged.stream().map(PartialResult::found).toList();
    }

    /**
     * Takes what some pieces hold, as {@link PieceScanner} says; pieces that are merged already are left out.
     *
     * @throws BadInputException it is damaged, of another scan, or shares a part of its pieces with what is merged
     */
    @Override
    public synchronized void found(byte[] bytes) {
        List<PartialResult> parts = SentScan.read(bytes);
        if (parts.size() != merged.size()) {
            throw new BadInputException(
                    "what comes back must be of " + merged.size() + " orders: found " + parts.size());
        }
        if (pieces().covers(parts.getFirst().pieces())) {
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            merged.set(i, merged.get(i).with(parts.get(i)));
            Landscape part = parts.get(i).found().landscape();
            long told = Math.min(ahead, part.total());
            ahead -= told;
            watch.advanced(order(merged.get(i).found()), part.total() - told);
            RankedLandscape all = merged.get(i).found();
            best.get(i).tell(all.smallest(), all.largest());
        }
        checkpoint.reached(pieces(), found(), false);
    }

    /** Tells the watch of n-plets whose pieces are not back; of several orders together nothing. */
    @Override
    public synchronized boolean underway(long nplets) {
        if (merged.size() == 1 && nplets > ahead) {
            Landscape landscape = merged.getFirst().found().landscape();
            watch.advanced(landscape.settings().order(), nplets - ahead);
            ahead = nplets;
        }
        return goOn();
    }

    @Override
    public boolean goOn() {
        return watch.goOn();
    }

    /** No more comes. */
    synchronized void end() {
        checkpoint.reached(pieces(), found(), true);
        watch.finished();
    }
}
